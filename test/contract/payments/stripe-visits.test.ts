import { changeAccount, loadAccount } from '../../../domain/app/accounts';
import type { PageLink } from '../../../domain/app/give-card';
import { hear } from '../../../domain/app/hear';
import type { Services } from '../../../domain/app/services';
import { beginVisit, finishVisit } from '../../../domain/app/visits';
import { deletePaymentMethod } from '../../../domain/billing/change-payment-method';
import { withUsed } from '../../../domain/billing/used-link';
import { DAY, MINUTE } from '../../../domain/shared/instant';
import { fail, ok } from '../../../domain/shared/result';
import { NEW, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { personOf } from '../../support/domain';
import { accountOf, visa } from '../../support/payer';
import { START } from '../../support/records';
import { alex, servicesOver } from '../../support/services';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';
import { signedEvent } from '../../support/stripe-events';
import { type StripePlace, startStripePlace } from '../../support/stripe-place';

const link: PageLink = { id: 'link-1', actor: alex, purpose: { type: 'add' }, expiresAt: START + 15 * MINUTE };
const back = { locale: 'zh-TW', returnUrl: 'https://bot.test/?visit={visit}', cancelUrl: 'https://bot.test/' } as const;
let events = 0;
const firstProfile = () => () => ({ name: 'Alex', billTo: 'Alex' });

onEveryStore(kind => {
  let files: StoreUnderTest;
  let store: Store;
  let place: StripePlace;
  beforeEach(async () => {
    files = await kind.open();
    store = createStore(files.documents);
    place = await startStripePlace(store);
    place.server.books.addCard('pm-1', 'pays', { last4: '1111' });
    await store.accounts.save(accountOf('alex'), NEW);
  });
  afterEach(async () => {
    await place.server.close();
    await files.dispose();
  });

  const services = (): Services =>
    servicesOver(store, [personOf('alex')], { now: () => place.now, intake: place.connect().intake });
  const onFile = async () => (await loadAccount(services(), alex)).paymentMethods.map(({ lastFour }) => lastFour);

  /** Somebody is sent to Stripe's page; the id of the visit. */
  const begin = async (by = link): Promise<string> => {
    const begun = await beginVisit(services(), place.connect().intake, by, back);
    if (!begun.ok) throw new Error(begun.error.code);
    return begun.value.split('/').at(-1) ?? '';
  };
  const visited = async (card = 'pm-1', by = link): Promise<string> => {
    const visit = await begin(by);
    place.server.books.complete(visit, card);
    return visit;
  };

  /** Each time another event, so that it is not taken for one that was heard. */
  const told = (type: string, id: string, metadata: Readonly<Record<string, string>> = {}) => {
    events += 1;
    const said = { id: `evt_${events}`, object: 'event', type, data: { object: { id, metadata } } };
    const { signature, message } = signedEvent(type, place.now, undefined, undefined, JSON.stringify(said));
    const believed = place.connect().events.read(message, signature);
    if (!believed.ok) throw new Error('not believed');
    return { by: (over: Services) => hear(over, believed.value, firstProfile) };
  };
  const completed = (visit: string) => told('checkout.session.completed', visit).by(services());
  const comeBack = (visit: string) =>
    finishVisit(services(), place.connect().intake, link, { visit, firstProfile: firstProfile() });

  test('who gives a card and closes the window has it on file, and it is known whom to tell', async () => {
    const visit = await visited();
    expect(await completed(visit)).toMatchObject({
      ...{ link: { id: 'link-1', actor: alex, purpose: { type: 'add' }, locale: 'zh-TW' } },
      card: { id: 'pm-1', lastFour: '1111' },
    });
    expect(await onFile()).toEqual(['4242', '1111']);
  });

  test('who had no profile has one that the card pays for', async () => {
    await store.accounts.save({ ...accountOf('alex'), billingProfiles: [], paymentMethods: [] }, 1);
    await completed(await visited());
    expect(await loadAccount(services(), alex)).toMatchObject({ billingProfiles: [{ paymentMethodId: 'pm-1' }] });
  });

  test('whichever is first, return or webhook, and however often, it is done once', async () => {
    const visit = await visited();
    expect(await completed(visit)).toBeDefined();
    expect(await comeBack(visit)).toEqual(fail({ code: 'LINK_USED' }));
    const other = { ...link, id: 'link-2' };
    place.server.books.addCard('pm-2', 'pays', { last4: '2222' });
    const second = await visited('pm-2', other);
    const returned = await finishVisit(services(), place.connect().intake, other, {
      ...{ visit: second, firstProfile: firstProfile() },
    });
    expect(returned).toMatchObject({ ok: true });
    for (let times = 0; times < 2; times++) expect(await completed(second)).toBeUndefined();
    expect(await onFile()).toEqual(['4242', '1111', '2222']);
  });

  test('both at once, on several replicas, it is done once and said once', async () => {
    const visit = await visited();
    const event = told('checkout.session.completed', visit);
    const all = await Promise.all([event.by(services()), comeBack(visit), event.by(services()), comeBack(visit)]);
    const done = all.filter(answer => answer !== undefined && (!('ok' in answer) || answer.ok));
    expect(done).toHaveLength(1);
    expect(await onFile()).toEqual(['4242', '1111']);
  });

  test('what the event says is not believed: a visit that was not brought to its end brings nothing', async () => {
    const visit = await begin();
    expect(await completed(visit)).toBeUndefined();
    expect(await onFile()).toEqual(['4242']);
    // It was heard, and the person may still come back.
    place.server.books.complete(visit, 'pm-1');
    expect(await comeBack(visit)).toMatchObject({ ok: true });
  });

  test('a visit that nobody was sent to from here is nobody’s, whomever the event names', async () => {
    const { intake } = place.connect();
    const begun = await intake.begin({
      ...back,
      ...{ tenantId: 'contoso', purchaserId: 'alex' },
      idempotencyKey: 'x',
      expiresAt: START,
    });
    const visit = begun.type === 'ready' ? begun.visit : '';
    place.server.books.complete(visit, 'pm-1');
    const named = { tenantId: 'contoso', purchaserId: 'alex' };
    expect(await told('checkout.session.completed', visit, named).by(services())).toBeUndefined();
    expect(await onFile()).toEqual(['4242']);
  });

  test('a visit that is written down for somebody else than Stripe knows is finished for neither', async () => {
    const visit = await begin({ ...link, actor: { ...alex, personId: 'ana' } });
    place.server.books.complete(visit, 'pm-1');
    Object.assign(place.server.books.visits.get(visit) ?? {}, {
      metadata: { tenantId: 'contoso', purchaserId: 'alex' },
    });
    expect(await completed(visit)).toBeUndefined();
    expect((await loadAccount(services(), { ...alex, personId: 'ana' })).paymentMethods).toEqual([]);
    expect(await onFile()).toEqual(['4242']);
  });

  test.each(['hang_before', 'cut_after', { status: 500 }, { status: 429 }] as const)(
    'when Stripe does not answer (%j) it is to tell again, and then it is done',
    async how => {
      const visit = await visited();
      place.server.mishap(/^GET .*sessions/, how);
      await expect(completed(visit)).rejects.toThrow('a visit could not be brought to its end');
      expect(await completed(visit)).toBeDefined();
      expect(await onFile()).toEqual(['4242', '1111']);
    },
  );

  test('a card that was deleted does not come back with an event that comes late, nor with one that is very late', async () => {
    const visit = await visited();
    await comeBack(visit);
    await changeAccount(services(), alex, account => deletePaymentMethod({ paymentMethodId: 'pm-1' }, account));
    for (const after of [3 * DAY, 7 * DAY, 30 * DAY]) {
      place.now = START + after;
      expect(await completed(visit)).toBeUndefined();
      // What is remembered of links is tidied up when another one is used.
      const tidy = { id: `link-${after}`, expiresAt: place.now + 1 };
      await changeAccount(services(), alex, account => ok(withUsed(account, tidy, place.now)));
    }
    expect(await onFile()).toEqual(['4242']);
  });

  test('of a visit that nobody came back from within a week nothing is taken', async () => {
    const visit = await visited();
    place.now = START + 7 * DAY + 1;
    expect(await completed(visit)).toBeUndefined();
    expect(await onFile()).toEqual(['4242']);
  });

  test('an update whose giver closed the window is taken', async () => {
    const fingerprint = 'the same number';
    place.server.books.addCard('pm-1', 'pays', { fingerprint });
    await completed(await visited());
    place.server.books.addCard('pm-2', 'pays', { fingerprint, exp_year: 2104 });
    const update: PageLink = { ...link, id: 'link-2', purpose: { type: 'update', paymentMethodId: 'pm-1' } };
    expect(await completed(await visited('pm-2', update))).toMatchObject({ card: { id: 'pm-1', expiryYear: 2104 } });
    expect(await loadAccount(services(), alex)).toMatchObject({ paymentMethods: [visa, { expiryYear: 2104 }] });
  });

  describe.each(['payment_method.automatically_updated', 'payment_method.updated'])('%s', type => {
    beforeEach(async () => {
      await comeBack(await visited());
      Object.assign(place.server.books.cards.get('pm-1')?.card ?? {}, { last4: '9999', exp_year: 2105 });
    });

    test('expiry and last four digits of the card are read anew, however often it is said', async () => {
      for (let times = 0; times < 2; times++) await told(type, 'pm-1').by(services());
      expect(await loadAccount(services(), alex)).toMatchObject({
        paymentMethods: [visa, { id: 'pm-1', lastFour: '9999', expiryYear: 2105 }],
      });
    });

    test('when Stripe does not answer it is to tell again', async () => {
      place.server.mishap(/^GET .*payment_methods/, 'cut_before');
      await expect(told(type, 'pm-1').by(services())).rejects.toThrow('what has become of a card');
      await told(type, 'pm-1').by(services());
      expect(await onFile()).toEqual(['4242', '9999']);
    });

    test('a card that is on nobody’s file stays off it, and one that is not there is nothing', async () => {
      place.server.books.addCard('pm-7');
      Object.assign(place.server.books.cards.get('pm-7') ?? {}, {
        customer: place.server.books.cards.get('pm-1')?.customer,
      });
      for (const id of ['pm-7', 'pm-8']) await told(type, id).by(services());
      expect(await onFile()).toEqual(['4242', '1111']);
    });
  });
});

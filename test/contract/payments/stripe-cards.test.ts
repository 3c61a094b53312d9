import type { PaymentMethod } from '../../../domain/billing/account';
import type { HostedRequest } from '../../../domain/payments/port';
import { MINUTE } from '../../../domain/shared/instant';
import { createStore } from '../../../domain/store/store';
import { START } from '../../support/records';
import { embedded, type StoreUnderTest } from '../../support/stores';
import { onStripeMock, type StripeMock } from '../../support/stripe-mock';
import { type StripePlace, startStripePlace } from '../../support/stripe-place';

const alex = { tenantId: 'contoso', purchaserId: 'alex' };
const visitOf = (changes: Partial<HostedRequest> = {}): HostedRequest => ({
  ...{ ...alex, idempotencyKey: 'link-1', locale: 'zh-TW' },
  returnUrl: 'https://bot.example.test/payment-methods/done?visit={visit}',
  cancelUrl: 'https://bot.example.test/payment-methods/left',
  expiresAt: START + 15 * MINUTE,
  ...changes,
});

const takesCards = (judge: () => string | undefined) => {
  let files: StoreUnderTest;
  let place: StripePlace;
  beforeEach(async () => {
    files = await embedded.open();
    place = await startStripePlace(createStore(files.documents), { judge: judge() });
  });
  afterEach(async () => {
    await place.server.close();
    await files.dispose();
  });

  const intake = () => place.connect().intake;

  /** Sends somebody to the page; the id of the visit. */
  const begin = async (request = visitOf()): Promise<string> => {
    const begun = await intake().begin(request);
    if (begun.type !== 'ready') throw new Error('not ready');
    return begun.url.split('/').at(-1) ?? '';
  };

  /** A visit in which somebody gives a card. */
  const visit = async (card: string, request = visitOf()): Promise<string> => {
    const id = await begin(request);
    place.server.books.complete(id, card);
    return id;
  };

  const known = (id: string): PaymentMethod => ({
    ...{ id, brand: 'visa', lastFour: '4242', expiryMonth: 12, expiryYear: 2099, holder: 'Alex Wilber' },
    address: { street: '1 Main St', city: 'Redmond', region: '', postalCode: '', country: 'US' },
  });

  test('a card is given on the page of Stripe, confirmed by its holder there, and may be charged afterwards', async () => {
    place.server.books.addCard('pm-1');
    const id = await visit('pm-1');
    expect(await intake().finish(alex, id)).toEqual({ type: 'accepted', card: known('pm-1') });
    expect(place.server.books.visits.get(id)?.asked).toMatchObject({
      ...{ mode: 'setup', locale: 'zh-TW', 'payment_method_options[card][request_three_d_secure]': 'any' },
      success_url: 'https://bot.example.test/payment-methods/done?visit={CHECKOUT_SESSION_ID}',
      // Stripe wants half an hour at least.
      expires_at: String((START + 50 * MINUTE) / 1_000),
    });
    const charge = { idempotencyKey: 'one', amount: { minor: 500, currency: 'USD' }, paymentMethodId: 'pm-1' };
    const { gateway } = place.connect();
    expect(await gateway.charge({ ...charge, ...alex, subscriptionId: 'sub-1' })).toEqual({ type: 'accepted' });
    expect(place.server.books.customers.size).toBe(1);
  });

  test('the same key is the same visit, and finished again it is the same card', async () => {
    const id = await begin();
    expect(await begin()).toBe(id);
    place.server.books.addCard('pm-1');
    place.server.books.complete(id, 'pm-1');
    for (let times = 0; times < 2; times++) {
      expect(await intake().finish(alex, id)).toEqual({ type: 'accepted', card: known('pm-1') });
    }
  });

  test('who gave a card and did not come back is led on from there when they open the link again', async () => {
    place.server.books.addCard('pm-1');
    const id = await visit('pm-1');
    const url = `https://bot.example.test/payment-methods/done?visit=${id}`;
    expect(await intake().begin(visitOf())).toEqual({ type: 'ready', url, visit: id });
  });

  test('in the other language it is the page in the other language', async () => {
    const id = await begin();
    expect(await begin(visitOf({ locale: 'en' }))).not.toBe(id);
    expect([...place.server.books.visits.values()].map(({ asked }) => asked['locale'])).toEqual(['zh-TW', 'en']);
  });

  test.each([
    ['somebody else', { ...alex, purchaserId: 'ana' }],
    ['another tenant', { ...alex, tenantId: 'fabrikam' }],
  ])('a visit is not finished by %s', async (_who, owner) => {
    place.server.books.addCard('pm-1');
    expect(await intake().finish(owner, await visit('pm-1'))).toEqual({ type: 'refused' });
  });

  test('a visit that there was not, or that was not brought to its end, brings no card', async () => {
    expect(await intake().finish(alex, 'cs_nowhere')).toEqual({ type: 'refused' });
    expect(await intake().finish(alex, await begin())).toEqual({ type: 'refused' });
  });

  test('an update keeps the card and its id, and takes on what was given anew', async () => {
    const fingerprint = 'the same number';
    place.server.books.addCard('pm-1', 'pays', { fingerprint, exp_month: 1, exp_year: 2027 });
    const { type } = await intake().finish(alex, await visit('pm-1'));
    expect(type).toBe('accepted');
    place.server.books.addCard('pm-2', 'pays', { fingerprint, exp_month: 9, exp_year: 2031 });
    const id = await visit('pm-2', visitOf({ idempotencyKey: 'link-2', updates: known('pm-1') }));
    for (let times = 0; times < 2; times++) {
      expect(await intake().finish(alex, id)).toEqual({
        ...{ type: 'accepted', card: { ...known('pm-1'), expiryMonth: 9, expiryYear: 2031 } },
      });
    }
    expect(place.server.books.cards.get('pm-2')?.customer).toBeNull();
  });

  test('an update with another number is refused, and that card is let go', async () => {
    place.server.books.addCard('pm-1');
    await intake().finish(alex, await visit('pm-1'));
    place.server.books.addCard('pm-2');
    const id = await visit('pm-2', visitOf({ idempotencyKey: 'link-2', updates: known('pm-1') }));
    expect(await intake().finish(alex, id)).toEqual({ type: 'refused' });
    expect(place.server.books.cards.get('pm-2')?.customer).toBeNull();
    expect(place.server.books.cards.get('pm-1')?.card.exp_year).toBe(2099);
  });

  test('a card is read anew, with whom we told Stripe that it belongs to', async () => {
    place.server.books.addCard('pm-1');
    await intake().finish(alex, await visit('pm-1'));
    Object.assign(place.server.books.cards.get('pm-1')?.card ?? {}, { last4: '1881', exp_year: 2103 });
    const card = { ...known('pm-1'), lastFour: '1881', expiryYear: 2103 };
    expect(await intake().look('pm-1')).toEqual({ type: 'found', owner: alex, card });
  });

  test('of a card that is not there, hangs on nobody or on a customer that is not ours, nothing is found', async () => {
    place.server.books.addCard('pm-1');
    place.server.books.addCard('pm-2');
    place.server.books.customers.set('cus_of_another', { email: 'somebody@example.test' });
    Object.assign(place.server.books.cards.get('pm-2') ?? {}, { customer: 'cus_of_another' });
    for (const id of ['pm-1', 'pm-2', 'pm-3']) expect(await intake().look(id)).toEqual({ type: 'none' });
    expect(place.problems).toEqual([]);
  });

  return () => ({ place, intake, begin, visit });
};

describe('cards on the page of Stripe', () => {
  const it = takesCards(() => undefined);

  test('when Stripe does not answer, nothing is known, and nobody is sent anywhere', async () => {
    const { place, intake, visit } = it();
    place.server.mishap(/sessions$/, { status: 503 });
    expect(await intake().begin(visitOf({ idempotencyKey: 'other' }))).toEqual({ type: 'unknown' });
    place.server.books.addCard('pm-1');
    const id = await visit('pm-1');
    place.server.mishap(/sessions/, 'hang_before');
    expect(await intake().finish(alex, id)).toEqual({ type: 'unknown' });
    expect(await intake().finish(alex, id)).toMatchObject({ type: 'accepted' });
    place.server.mishap(/payment_methods/, 'cut_before');
    expect(await intake().look('pm-1')).toEqual({ type: 'unknown' });
  });
});

onStripeMock(start => {
  let mock: StripeMock;
  beforeAll(async () => {
    mock = await start();
  });
  afterAll(() => mock.stop());

  takesCards(() => mock.url);

  test('a field that Stripe does not know would be found', async () => {
    const answer = await fetch(`${mock.url}/v1/payment_intents`, {
      ...{ method: 'POST', headers: { Authorization: 'Bearer sk_test_123' } },
      body: new URLSearchParams({ amount: '1', currency: 'usd', made_up: 'yes' }),
    });
    expect(answer.status).toBe(400);
  });
});

import { changeAccount, loadAccount } from '../../../domain/app/accounts';
import { giveCard, giveChange, openLink, type PageLink } from '../../../domain/app/give-card';
import { beginVisit, finishVisit } from '../../../domain/app/visits';
import type { CardAnswer, FormIntake, HostedIntake, HostedRequest } from '../../../domain/payments/port';
import { createSandboxIntake } from '../../../domain/payments/sandbox-intake';
import { fail, ok } from '../../../domain/shared/result';
import { createStore } from '../../../domain/store/store';
import { personOf } from '../../support/domain';
import { failingAt } from '../../support/faulty';
import { accountOf, visa } from '../../support/payer';
import { START } from '../../support/records';
import { alex, servicesOver } from '../../support/services';
import { embedded, onEveryStore, type StoreUnderTest } from '../../support/stores';

const address = { street: '1 Harbor Street', city: '', region: '', postalCode: '', country: 'US' };
const card = {
  ...{ number: '5105105105105100', securityCode: '123', expiryMonth: 9, expiryYear: 2031, holder: 'Alex', address },
};
const given = { card, attempt: 'attempt-1', firstProfile: () => ({ name: 'Alex', billTo: 'Alex' }) };
const link: PageLink = { id: 'link-1', actor: alex, purpose: { type: 'add' }, expiresAt: START + 900_000 };
const sandbox = createSandboxIntake();

onEveryStore(({ open }) => {
  let under: StoreUnderTest;
  beforeEach(async () => {
    under = await open();
  });
  afterEach(() => under.dispose());
  const services = () => servicesOver(createStore(under.documents), [personOf('alex')]);

  test('who had nothing has a card, and a profile that it pays for, with the mail address of the directory and the country of the card, which is taxed', async () => {
    expect(await giveCard(services(), sandbox, link, given)).toMatchObject({ ok: true, value: { lastFour: '5100' } });
    const account = await loadAccount(services(), alex);
    expect(account.billingProfiles).toEqual([
      {
        ...{ id: 'profile-link-1', name: 'Alex', billTo: 'Alex', invoiceEmail: 'alex@contoso.com', currency: 'USD' },
        ...{ paymentMethodId: 'card-attempt-1', country: 'US' },
      },
    ]);
    expect(account.paymentMethods).toEqual([
      {
        ...{ id: 'card-attempt-1', brand: 'mastercard', lastFour: '5100', holder: 'Alex', address },
        ...{ expiryMonth: 9, expiryYear: 2031 },
      },
    ]);
  });

  test('of ten forms sent at once by one link one is taken', async () => {
    const all = Array.from({ length: 10 }, (_, n) =>
      giveCard(services(), sandbox, link, { ...given, attempt: `a${n}` }),
    );
    const answers = await Promise.all(all);
    expect(answers.filter(answer => answer.ok)).toHaveLength(1);
    expect(answers.filter(answer => !answer.ok && answer.error.code === 'LINK_USED')).toHaveLength(9);
    expect((await loadAccount(services(), alex)).paymentMethods).toHaveLength(1);
    expect(await openLink(services(), link)).toEqual(fail({ code: 'LINK_USED' }));
  });

  test('whichever call of the store fails, a card is on file once, and the form can be sent again', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let k = 1; k <= 3; k++) {
        const own = { ...link, id: `${when}-${k}` };
        const attempt = `${when}-${k}`;
        const real = services();
        const { faulty } = failingAt({ accounts: real.store.accounts }, k, when);
        await giveCard({ ...real, store: { ...real.store, ...faulty } }, sandbox, own, { ...given, attempt }).catch(
          () => undefined,
        );
        await giveCard(real, sandbox, own, { ...given, attempt });
        const { paymentMethods } = await loadAccount(real, alex);
        expect(paymentMethods.filter(({ id }) => id === `card-${attempt}`)).toHaveLength(1);
      }
    }
  });
});

describe('a gateway', () => {
  let under: StoreUnderTest;
  beforeEach(async () => {
    under = await embedded.open();
    await changeAccount(services(), alex, () => ok(accountOf('alex')));
  });
  afterEach(() => under.dispose());
  const services = () => servicesOver(createStore(under.documents), [personOf('alex')]);
  const answering = (answer: CardAnswer): FormIntake => ({
    ...{ type: 'form', keep: () => Promise.resolve(answer), change: () => Promise.resolve(answer) },
  });

  test.each([
    ['refuses', 'refused', 'CARD_DECLINED'],
    ['does not answer', 'unknown', 'GATEWAY_SILENT'],
  ] as const)('that %s leaves all as it is, and the link good', async (_what, type, code) => {
    expect(await giveCard(services(), answering({ type }), link, given)).toEqual(fail({ code }));
    const update: PageLink = { ...link, purpose: { type: 'update', paymentMethodId: visa.id } };
    expect(await giveChange(services(), answering({ type }), update, card)).toEqual(fail({ code }));
    expect(await loadAccount(services(), alex)).toEqual(accountOf('alex'));
    expect(await openLink(services(), link)).toMatchObject({ ok: true });
  });

  const hosted = (answer: CardAnswer, asked: HostedRequest[] = []): HostedIntake => ({
    type: 'hosted',
    begin: request => {
      asked.push(request);
      return Promise.resolve({ type: 'ready', url: 'https://gateway.example/visit', visit: 'visit-1' });
    },
    finish: () => Promise.resolve(answer),
    look: () => Promise.resolve({ type: 'none' }),
  });
  const back = { locale: 'en', returnUrl: 'https://bot/?visit={visit}', cancelUrl: 'https://bot/?left=1' } as const;
  const done = { visit: 'visit-1', firstProfile: given.firstProfile };

  test('with a page of its own is told who comes, what for and where they go back to', async () => {
    const asked: HostedRequest[] = [];
    const update: PageLink = { ...link, purpose: { type: 'update', paymentMethodId: visa.id } };
    const begun = await beginVisit(services(), hosted({ type: 'refused' }, asked), update, back);
    expect(begun).toEqual(ok('https://gateway.example/visit'));
    expect(asked).toEqual([
      {
        ...{ tenantId: 'contoso', purchaserId: 'alex', idempotencyKey: 'link-1', updates: visa, ...back },
        expiresAt: link.expiresAt,
      },
    ]);
  });

  test('with a page of its own brings a card that is attached once', async () => {
    const replace: PageLink = { ...link, purpose: { type: 'replace', billingProfileId: 'profile-1' } };
    const brought = hosted({ type: 'accepted', card: { ...visa, id: 'pm_1', lastFour: '1111' } });
    expect(await finishVisit(services(), brought, replace, done)).toMatchObject({ ok: true });
    expect(await finishVisit(services(), brought, replace, done)).toEqual(fail({ code: 'LINK_USED' }));
    expect(await loadAccount(services(), alex)).toMatchObject({
      billingProfiles: [{ paymentMethodId: 'pm_1' }],
      paymentMethods: [visa, { id: 'pm_1' }],
    });
  });

  test('that knows an updated card by another id since takes its profile along; another card is refused', async () => {
    const update: PageLink = { ...link, purpose: { type: 'update', paymentMethodId: visa.id } };
    const other = hosted({ type: 'accepted', card: { ...visa, lastFour: '1111' } });
    expect(await finishVisit(services(), other, update, done)).toEqual(fail({ code: 'OTHER_CARD' }));
    const same = hosted({ type: 'accepted', card: { ...visa, id: 'pm_2', expiryYear: 2033 } });
    expect(await finishVisit(services(), same, update, done)).toMatchObject({ ok: true });
    expect(await loadAccount(services(), alex)).toMatchObject({
      billingProfiles: [{ paymentMethodId: 'pm_2' }],
      paymentMethods: [{ id: 'pm_2', expiryYear: 2033 }],
    });
  });
});

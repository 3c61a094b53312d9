import { buy } from '../../../domain/app/buy';
import { execute } from '../../../domain/app/execute';
import { lookAfter } from '../../../domain/app/look-after';
import { listInvoices, listSubscriptions } from '../../../domain/app/queries';
import catalog from '../../../domain/catalog/catalog.json';
import type { ChargeRequest, GatewayAnswer } from '../../../domain/payments/port';
import { DAY, MINUTE } from '../../../domain/shared/instant';
import { money } from '../../../domain/shared/money';
import { NEW, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import type { BuySubscription } from '../../../domain/subscription/commands';
import type { Notice } from '../../../domain/subscription/notice';
import { personOf } from '../../support/domain';
import { gate } from '../../support/gate';
import { accountOf } from '../../support/payer';
import { recordOf, START } from '../../support/records';
import { alex, servicesOver } from '../../support/services';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

const people = ['alex', 'ana'].map(id => personOf(id));
const productId = catalog.products.find(({ name }) => name === 'Visio Plan 2')?.id ?? '';
const plan = { frequency: 'monthly', total: 4 } as const;
const order: BuySubscription = { type: 'buy_subscription', operationId: 'op-1', productId, plan };
const onIt = { subscriptionId: 'sub-op-1' };

onEveryStore(kind => {
  let place: StoreUnderTest;
  let store: Store;
  beforeEach(async () => {
    place = await kind.open();
    store = createStore(place.documents);
    await store.accounts.save(accountOf('alex'), NEW);
  });
  afterEach(() => place.dispose());

  /** What is to be told, what has waited longest first; of the same moment, in no order. */
  const told = async (): Promise<readonly Notice[]> =>
    (await store.notices.due(Number.MAX_SAFE_INTEGER - 1, 100)).map(({ state }) => state.notice);

  /** Services so many minutes later, whose gateway answers charges as told and remembers what it was asked. */
  const later = (minutes: number, ...answers: GatewayAnswer['type'][]) => {
    const asked: ChargeRequest[] = [];
    const services = servicesOver(store, people, {
      now: () => START + minutes * MINUTE,
      gateway: {
        charge: async request => {
          asked.push(request);
          return { type: answers.shift() ?? 'accepted' };
        },
        refund: async () => ({ type: 'accepted' }),
        forget: async () => ({ type: 'accepted' }),
      },
    });
    return { asked, services };
  };

  const invoiceKinds = async () => (await listInvoices(later(60).services, alex)).invoices.map(({ kind }) => kind);

  test('a purchase is charged under a key of its own, to the card of the profile, and then exists', async () => {
    const { asked, services } = later(0);
    expect(await buy(services, alex, order)).toMatchObject({
      value: { outcome: { type: 'purchased' }, changed: true },
    });
    expect(asked).toEqual([
      {
        ...{ idempotencyKey: 'contoso:sub-op-1:op-1:purchase', amount: money(6000, 'USD') },
        ...{ paymentMethodId: 'visa-4242', tenantId: 'contoso', purchaserId: 'alex', subscriptionId: 'sub-op-1' },
      },
    ]);
    await lookAfter(services);
    expect(await invoiceKinds()).toEqual(['purchase']);
    expect(await told()).toEqual([]);
  });

  test('a profile in another currency than prices are in pays for nothing', async () => {
    const [profile] = accountOf('alex').billingProfiles;
    const billingProfiles = profile ? [{ ...profile, currency: 'EUR' }] : [];
    const version = (await store.accounts.load('contoso', 'alex'))?.version ?? NEW;
    await store.accounts.save({ ...accountOf('alex'), billingProfiles }, version);
    const { asked, services } = later(0);
    expect(await buy(services, alex, order)).toEqual({ ok: false, error: { code: 'NO_BILLING_PROFILE' } });
    expect([asked, await listSubscriptions(services, alex)]).toEqual([[], []]);
  });

  test('a refused purchase leaves nothing to be seen, and the same order is refused again without asking', async () => {
    const { asked, services } = later(0, 'refused');
    for (let times = 0; times < 2; times++) {
      expect(await buy(services, alex, order)).toEqual({ ok: false, error: { code: 'CHARGE_REFUSED' } });
    }
    expect(asked).toHaveLength(1);
    expect(await listSubscriptions(services, alex)).toEqual([]);
    await lookAfter(services);
    expect(await invoiceKinds()).toEqual([]);
  });

  test('an unknown answer is asked for again later under the same key; then it exists, and the purchaser is told', async () => {
    const first = later(0, 'unknown');
    expect(await buy(first.services, alex, order)).toMatchObject({ value: { outcome: { type: 'charge_unknown' } } });
    expect(await listSubscriptions(first.services, alex)).toEqual([]);

    const again = later(2, 'accepted');
    await lookAfter(again.services);
    expect(again.asked).toEqual(first.asked);
    expect(await listSubscriptions(again.services, alex)).toMatchObject([{ status: 'active', total: 4 }]);
    expect(await invoiceKinds()).toEqual(['purchase']);
    expect(await told()).toEqual([{ type: 'charge_settled', taken: true, amount: money(6000, 'USD') }]);
  });

  test('an unknown answer that turns out a no is told as well, and nothing is to be seen', async () => {
    await buy(later(0, 'unknown').services, alex, order);
    const again = later(2, 'refused');
    await lookAfter(again.services);
    expect(await listSubscriptions(again.services, alex)).toEqual([]);
    expect(await told()).toEqual([{ type: 'charge_settled', taken: false, amount: money(6000, 'USD') }]);
  });

  test('why the bank wants its holder is said each time the same order is refused', async () => {
    const confirms: GatewayAnswer = { type: 'refused', confirm: true };
    const { services } = later(0);
    const gateway = { ...services.gateway, charge: () => Promise.resolve(confirms) };
    for (let times = 0; times < 2; times++) {
      expect(await buy({ ...services, gateway }, alex, order)).toEqual({
        ...{ ok: false, error: { code: 'CHARGE_REFUSED', confirm: true } },
      });
    }
  });

  test('who has to confirm a renewal, or what was not known at first, is told so', async () => {
    await buy(later(0, 'unknown').services, alex, order);
    await store.subscriptions.save(recordOf(), NEW);
    const { services } = later(31 * 24 * 60);
    const charge = () => Promise.resolve<GatewayAnswer>({ type: 'refused', confirm: true });
    await lookAfter({ ...services, gateway: { ...services.gateway, charge } });
    const at = services.now();
    const both = await told();
    expect(both).toHaveLength(2);
    expect(both).toContainEqual({ type: 'charge_settled', taken: false, amount: money(6000, 'USD'), confirm: true });
    expect(both).toContainEqual({ type: 'renewal_failed', at, confirm: true });
  });

  test('while a charge is not settled nothing else that costs money is done, and people can be assigned', async () => {
    await buy(later(0).services, alex, order);
    const { services } = later(1, 'unknown');
    const add = { type: 'set_license_total', total: 6, operationId: 'op-2', ...onIt } as const;
    expect(await execute(services, alex, add)).toMatchObject({ value: { outcome: { type: 'charge_unknown' } } });
    for (const command of [
      { type: 'set_license_total', total: 5, operationId: 'op-3', ...onIt },
      { type: 'cancel_subscription', reason: 'other', operationId: 'op-4', ...onIt },
      { type: 'turn_recurring_billing', on: false, operationId: 'op-5', ...onIt },
    ] as const) {
      expect(await execute(services, alex, command)).toEqual({ ok: false, error: { code: 'CHARGE_PENDING' } });
    }
    const assign = { type: 'assign_license', people: ['ana'], operationId: 'op-6', ...onIt } as const;
    expect((await execute(services, alex, assign)).ok).toBe(true);

    // The same press again settles it.
    expect(await execute(services, alex, add)).toMatchObject({ value: { outcome: { type: 'total_changed', to: 6 } } });
    expect(await told()).toEqual([]);
    const [subscription] = await listSubscriptions(services, alex);
    expect(subscription).toMatchObject({ total: 6, assignments: [{ personId: 'ana' }] });
  });

  test('a bot that ended while the gateway was asked loses nothing: another asks when the lease is over', async () => {
    const reached = gate();
    const { services } = later(0);
    const silent = {
      ...services.gateway,
      charge: () => {
        reached.open();
        return new Promise<never>(() => undefined);
      },
    };
    void buy({ ...services, gateway: silent }, alex, order);
    await reached.opened;
    const early = later(0.5);
    await lookAfter(early.services);
    expect(early.asked).toEqual([]);
    const after = later(1);
    await lookAfter(after.services);
    expect(after.asked.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['contoso:sub-op-1:op-1:purchase']);
    expect(await listSubscriptions(after.services, alex)).toMatchObject([{ status: 'active' }]);
    // Nobody was answered, so it is said now, lest it is ordered again.
    expect(await told()).toEqual([{ type: 'charge_settled', taken: true, amount: money(6000, 'USD') }]);
  });

  test('a refund that is owed does not wait for a charge without an answer', async () => {
    await buy(later(0).services, alex, order);
    const fewer = { type: 'set_license_total', total: 2, operationId: 'op-2', ...onIt } as const;
    const { services } = later(1, 'unknown', 'unknown', 'unknown');
    await execute(services, alex, fewer);
    await execute(services, alex, { type: 'set_license_total', total: 9, operationId: 'op-3', ...onIt });
    await lookAfter({ ...services, now: () => START + 5 * MINUTE });
    const record = (await store.subscriptions.load('contoso', 'sub-op-1'))?.state;
    expect([record?.outbox, record?.pending?.operationId]).toEqual([[], 'op-3']);
    expect(await invoiceKinds()).toContain('licenses_removed');
  });

  test('licenses that go with a renewal whose charge is not settled are given to nobody', async () => {
    const end = START + 31 * DAY;
    const four = recordOf({ total: 4, scheduled: { total: 1, at: end } });
    await store.subscriptions.save(four, NEW);
    const { services } = later(31 * 24 * 60, 'unknown', 'accepted');
    await lookAfter(services);
    const assign = (...names: string[]) =>
      execute(services, alex, {
        ...{ type: 'assign_license', people: names, operationId: names.join() },
        subscriptionId: 'sub-1',
      });
    expect(await assign('alex', 'ana')).toMatchObject({ error: { code: 'TOO_FEW_LICENSES', free: 1 } });
    expect((await assign('ana')).ok).toBe(true);
    await lookAfter({ ...services, now: () => end + 5 * MINUTE });
    expect((await store.subscriptions.load('contoso', 'sub-1'))?.state.subscription).toMatchObject({ total: 1 });
  });

  test('two replicas that look after a failed renewal tell of it once', async () => {
    await store.subscriptions.save(recordOf(), NEW);
    const { services } = later(31 * 24 * 60, 'refused');
    const slow = gate();
    const { notices } = store;
    const save: typeof notices.save = (...what) => slow.opened.then(() => notices.save(...what));
    const first = { ...services, store: { ...store, notices: { ...notices, save } } };
    const one = lookAfter(first);
    await lookAfter(services);
    slow.open();
    await one;
    expect((await told()).filter(({ type }) => type === 'renewal_failed')).toHaveLength(1);
  });

  test('the order of somebody else, or another order under the same operation, is refused', async () => {
    const { services } = later(0);
    await buy(services, alex, order);
    expect(await buy(services, alex, { ...order, plan: { ...plan, total: 5 } })).toEqual({
      ok: false,
      error: { code: 'CARD_USED' },
    });
    const ana = { tenantId: 'contoso', personId: 'ana' };
    await store.accounts.save(accountOf('ana'), NEW);
    expect(await buy(services, ana, order)).toEqual({ ok: false, error: { code: 'CARD_USED' } });
    expect(await listSubscriptions(services, ana)).toEqual([]);
  });

  test('what the policy of the tenant forbids is not bought', async () => {
    await store.policies.save({ tenantId: 'contoso', products: { [productId]: 'disabled' } }, NEW);
    const { asked, services } = later(0);
    expect(await buy(services, alex, order)).toMatchObject({ error: { code: 'PRODUCT_NOT_ALLOWED' } });
    expect(asked).toEqual([]);
  });
});

import { buy } from '../../../domain/app/buy';
import { execute } from '../../../domain/app/execute';
import { lookAfter } from '../../../domain/app/look-after';
import type { Services } from '../../../domain/app/services';
import catalog from '../../../domain/catalog/catalog.json';
import type { LicenseRequest } from '../../../domain/catalog/license-request';
import type { PaymentGateway } from '../../../domain/payments/port';
import { createSandboxGateway } from '../../../domain/payments/sandbox';
import { DAY } from '../../../domain/shared/instant';
import { NEW, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import type { Subscription } from '../../../domain/subscription/subscription';
import { heldBy, personOf } from '../../support/domain';
import { failingAt } from '../../support/faulty';
import { accountOf } from '../../support/payer';
import { recordOf, START } from '../../support/records';
import { alex, servicesOver } from '../../support/services';
import { onEveryStore, type StoreKind } from '../../support/stores';

const people = ['alex', 'ana', 'bob'].map(id => personOf(id));
const operation = { subscriptionId: 'sub-1', operationId: 'op-1' };
const visio = catalog.products.find(({ name }) => name === 'Visio Plan 1')?.id ?? '';

interface Deed {
  /** The subscription there is before; none: only an account. */
  readonly given?: Partial<Subscription>;
  readonly at?: number;
  /** What else there is before. */
  lay?(store: Store): Promise<unknown>;
  /** What it may be on the way. */
  readonly between?: readonly Subscription[];
  run(services: Services): Promise<unknown>;
}

const buying = { type: 'buy_subscription', operationId: 'op-1', productId: visio } as const;

const approved: LicenseRequest = {
  ...{ tenantId: 'contoso', id: 'req-1', personId: 'alex', productId: visio, quantity: 3, at: START - DAY },
  ...{ answer: { by: 'ana', at: START - 1, approved: true }, told: 'answered' },
};

const deeds: Readonly<Record<string, Deed>> = {
  'buying 3 licenses': {
    run: services => buy(services, alex, { ...buying, plan: { frequency: 'monthly', total: 3 } }),
  },
  'buying what the policy forbids, as it was approved': {
    lay: store =>
      Promise.all([
        store.policies.save({ tenantId: 'contoso', products: { [visio]: 'disabled' } }, NEW),
        store.requests.save(approved, NEW),
      ]),
    run: services => buy(services, alex, { ...buying, plan: { frequency: 'monthly', total: 3 } }),
  },
  'beginning a trial': { run: services => buy(services, alex, { ...buying, plan: 'trial' }) },
  assigning: {
    given: {},
    run: services => execute(services, alex, { type: 'assign_license', people: ['ana', 'bob'], ...operation }),
  },
  unassigning: {
    given: { assignments: heldBy('ana', 'bob') },
    run: services => execute(services, alex, { type: 'unassign_license', people: ['ana'], ...operation }),
  },
  'adding licenses': {
    given: {},
    at: START + 5 * DAY,
    run: services => execute(services, alex, { type: 'set_license_total', total: 15, ...operation }),
  },
  'removing licenses at once': {
    given: {},
    at: START + 5 * DAY,
    run: services => execute(services, alex, { type: 'set_license_total', total: 5, ...operation }),
  },
  'removing licenses from the renewal on': {
    given: {},
    at: START + 15 * DAY,
    run: services => execute(services, alex, { type: 'set_license_total', total: 5, ...operation }),
  },
  cancelling: {
    given: {},
    run: services => execute(services, alex, { type: 'cancel_subscription', reason: 'other', ...operation }),
  },
  'turning recurring billing off': {
    given: {},
    run: services => execute(services, alex, { type: 'turn_recurring_billing', on: false, ...operation }),
  },
  reactivating: {
    given: { status: 'expired', recurring: false },
    run: services => execute(services, alex, { type: 'reactivate_subscription', ...operation }),
  },
  'two renewals that were missed': {
    given: { scheduled: { total: 4, at: START + 31 * DAY } },
    at: START + 65 * DAY,
    run: async services => {
      const { faults } = await lookAfter(services);
      for (const fault of faults) throw fault;
    },
  },
  'expiry, disabling and deletion that were missed': {
    given: { recurring: false },
    between: (['expired', 'disabled'] as const).map(status => recordOf({ recurring: false, status }).subscription),
    at: START + 300 * DAY,
    run: async services => {
      const { faults } = await lookAfter(services);
      for (const fault of faults) throw fault;
    },
  },
};

const idIn = ({ given }: Deed): string => (given ? 'sub-1' : 'sub-op-1');

/** All that can be seen of the one subscription and its money. */
const seen = async (store: Store, id: string) => {
  const record = (await store.subscriptions.load('contoso', id))?.state;
  const range = { from: START - DAY, to: START + 400 * DAY, limit: 100 };
  const invoices = await store.invoices.ofPurchaser('contoso', 'alex', range);
  const { subscription, history, pending, outbox, receipts } = record ?? {};
  const order = (await store.requests.load('contoso', approved.id))?.state.order;
  return {
    ...{
      subscription,
      history,
      pending,
      outbox,
      usedBy: order?.subscriptionId,
      receipts: receipts?.map(({ outcome }) => outcome),
    },
    invoices: invoices.map(({ id: cause, lines }) => ({ cause, lines })).sort((a, b) => (a.cause < b.cause ? -1 : 1)),
  };
};

const livedThrough = async (kind: StoreKind, deed: Deed, k: number, when: 'before' | 'after') => {
  const place = await kind.open();
  const store = createStore(place.documents);
  await store.accounts.save(accountOf('alex'), NEW);
  if (deed.given) await store.subscriptions.save(recordOf(deed.given), NEW);
  await deed.lay?.(store);
  const at = deed.at ?? START;
  const keys = new Set<string>();
  const sandbox = createSandboxGateway(store.charges);
  const gateway: PaymentGateway = {
    charge: request => {
      keys.add(request.idempotencyKey);
      return sandbox.charge(request);
    },
    refund: request => {
      keys.add(request.idempotencyKey);
      return sandbox.refund(request);
    },
    forget: request => sandbox.forget(request),
  };
  const healthy = servicesOver(store, people, { now: () => at, gateway });
  const { faulty, calls } = failingAt({ store, gateway }, k, when);
  const first = await deed.run({ ...healthy, ...faulty }).then(
    () => 'done',
    () => 'failed',
  );
  const meanwhile = await seen(store, idIn(deed));
  await deed.run(healthy);
  // A claim or a lease that was left behind is over by then.
  await lookAfter({ ...healthy, now: () => at + 10 * 60_000 });
  const end = await seen(store, idIn(deed));
  await place.dispose();
  return { first, meanwhile, end: withoutTimes(end), calls: calls(), keys: [...keys].sort() };
};

/** When something was brought to its end depends on how often it was begun. */
const withoutTimes = ({ history = [], ...rest }: Awaited<ReturnType<typeof seen>>) => ({
  ...rest,
  subscription: rest.subscription && { ...rest.subscription, paidAt: undefined },
  history: history.map(({ at: _, ...order }) => order),
});

onEveryStore(kind => {
  const step = kind.name === 'mongo' ? 3 : 1;

  describe.each(Object.entries(deeds))('%s', (_name, deed) => {
    test('whichever call fails, asked for again it is done once, with the same charges, invoices and history', async () => {
      const well = await livedThrough(kind, deed, Number.POSITIVE_INFINITY, 'before');
      expect(well.first).toBe('done');
      for (let k = 1; k <= well.calls; k += step) {
        for (const when of ['before', 'after'] as const) {
          const { end, keys } = await livedThrough(kind, deed, k, when);
          expect([k, when, end, keys]).toEqual([k, when, well.end, well.keys]);
        }
      }
    }, 120_000);

    test('whichever call fails, until then it is as it was, or waits for its charge, or is whole', async () => {
      const well = await livedThrough(kind, deed, Number.POSITIVE_INFINITY, 'before');
      const whole = [deed.given && recordOf(deed.given).subscription, ...(deed.between ?? []), well.end.subscription];
      for (let k = 1; k <= well.calls; k += step) {
        const { meanwhile } = await livedThrough(kind, deed, k, k % 2 === 0 ? 'before' : 'after');
        if (meanwhile.pending) expect(meanwhile.subscription?.status).toBe(statusBefore(deed));
        else expect(whole.map(stateOf)).toContainEqual(stateOf(meanwhile.subscription));
      }
    }, 120_000);
  });
});

const statusBefore = ({ given }: Deed) => (given ? (given.status ?? 'active') : 'ordered');

const stateOf = (subscription: Subscription | undefined) =>
  subscription && {
    ...{ status: subscription.status, total: subscription.total, recurring: subscription.recurring },
    holders: subscription.assignments.map(({ personId }) => personId),
  };

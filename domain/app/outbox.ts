import { type Account, paymentMethodOf } from '../billing/account';
import { type Invoice, invoiceNumber, noTax } from '../billing/invoice';
import { DAY, HOUR, type Instant, MINUTE } from '../shared/instant';
import { negate } from '../shared/money';
import type { OutboxEntry, SubscriptionRecord, Versioned } from '../store/port';
import type { SubscriptionEvent } from '../subscription/events';
import type { Subscription } from '../subscription/subscription';
import type { Services } from './services';

/**
 * What events oblige us to do outside the subscription; stored in the same write as they are. Operation ids come
 * from outside, so the subscription is part of the key: two cancellations are never one refund.
 */
export const owed = (
  events: readonly SubscriptionEvent[],
  { tenantId, id, billingProfileId }: Subscription,
  account: Account | undefined,
): readonly OutboxEntry[] =>
  events.flatMap(event => {
    if (event.type !== 'SubscriptionCancelled' || event.refund.minor === 0) return [];
    const profile = account?.billingProfiles.find(candidate => candidate.id === billingProfileId);
    const card = account && paymentMethodOf(account, billingProfileId);
    return {
      ...{ id: `${tenantId}:${id}:${event.operationId}:refund`, type: 'refund', amount: event.refund, at: event.at },
      billTo: profile?.billTo ?? '',
      paidWith: card ? { brand: card.brand, lastFour: card.lastFour } : null,
    };
  });

type Owing = Pick<SubscriptionRecord, 'outbox' | 'dueAt' | 'tries'>;

/** What is owed after something new was; new debts are due at once, and those that wait are tried along with them. */
export const owing = ({ outbox, dueAt, tries }: Owing, more: readonly OutboxEntry[], now: Instant): Owing =>
  more.length === 0 ? { outbox, dueAt, tries } : { outbox: [...outbox, ...more], dueAt: now, tries: undefined };

const BATCH = 100;
/** Whoever looks after a subscription has it for so long; then it is taken to have been left, and anybody may. */
const LEASE = 5 * MINUTE;
const FIRST_WAIT = 30_000;

/** Unanswered, a gateway is asked again ever more rarely; refused, once a day: somebody has to see to it meanwhile. */
const waitAfter = (tries: number, refused: boolean): number =>
  refused ? DAY : Math.min(HOUR, FIRST_WAIT * 2 ** Math.min(tries, 10));

/** What one round of looking after subscriptions came to. */
export interface Settled {
  readonly settled: number;
  /** What the gateway will not do; tried again after a day, and a matter for a person until then. */
  readonly refused: readonly OutboxEntry['id'][];
  /** What went wrong, one for each subscription it happened to; they are tried again later. */
  readonly faults: readonly unknown[];
}

/**
 * Settles what is due: asks the gateway for each refund and writes its credit invoice. A subscription is claimed in
 * the store first, so that replicas do not ask at the same time; still every step may be repeated (after a crash)
 * without a second refund or invoice. Once `ending` is aborted no other subscription is begun. What goes wrong with one subscription does not hinder another. Throws only when
 * what is due cannot be read.
 */
export const relayOutbox = async (services: Services, ending?: AbortSignal): Promise<Settled> => {
  let settled = 0;
  const refused: OutboxEntry['id'][] = [];
  const faults: unknown[] = [];
  for (const found of await services.store.subscriptions.due(services.now(), BATCH)) {
    if (ending?.aborted) break;
    try {
      const claimed = await claim(services, found);
      if (!claimed) continue;
      const done = await settleAll(services, claimed);
      settled += done.settled.size;
      refused.push(...done.refused);
    } catch (fault) {
      faults.push(fault);
    }
  }
  return { settled, refused, faults };
};

/** Undefined when somebody else has it, or has just changed it: it will be found again. */
const claim = async (
  services: Services,
  { state, version }: Versioned<SubscriptionRecord>,
): Promise<Versioned<SubscriptionRecord> | undefined> => {
  const claimed = { ...state, dueAt: services.now() + LEASE };
  return (await services.store.subscriptions.save(claimed, version))
    ? { state: claimed, version: version + 1 }
    : undefined;
};

const settleAll = async (services: Services, claimed: Versioned<SubscriptionRecord>) => {
  const settled = new Set<string>();
  const refused: string[] = [];
  let fault: unknown;
  for (const entry of claimed.state.outbox) {
    try {
      const { type } = await services.gateway.refund({ idempotencyKey: entry.id, amount: entry.amount });
      if (type === 'refused') refused.push(entry.id);
      if (type !== 'accepted') continue;
      await addInvoice(services, creditFor(entry, claimed.state.subscription));
      settled.add(entry.id);
    } catch (error) {
      fault = error;
    }
  }
  await release(services, claimed, settled, refused.length > 0);
  if (fault !== undefined) throw fault;
  return { settled, refused };
};

const creditFor = (entry: OutboxEntry, subscription: Subscription): Omit<Invoice, 'number'> => {
  const { id: subscriptionId, tenantId, purchaserId, productId, total: quantity, periodEnd } = subscription;
  const { id, at: issuedAt, billTo, paidWith } = entry;
  return {
    ...{ id, tenantId, purchaserId, subscriptionId, issuedAt, billTo, paidWith, kind: 'cancellation' },
    lines: [{ productId, quantity, amount: negate(entry.amount), from: issuedAt, to: periodEnd }],
    tax: noTax(entry.amount.currency),
  };
};

/** Gives the invoice the tenant's next number of its year and stores it, unless its cause has an invoice already. */
export const addInvoice = async (
  services: Pick<Services, 'store'>,
  invoice: Omit<Invoice, 'number'>,
): Promise<void> => {
  const year = new Date(invoice.issuedAt).getUTCFullYear();
  for (;;) {
    const sequence = (await services.store.invoices.lastSequence(invoice.tenantId, year)) + 1;
    const added = await services.store.invoices.add({ ...invoice, number: invoiceNumber(year, sequence) });
    if (added !== 'number_taken') return;
  }
};

/** Gives a claimed subscription back, without what was settled, whatever else has happened to it meanwhile. */
const release = async (
  services: Services,
  claimed: Versioned<SubscriptionRecord>,
  settled: ReadonlySet<string>,
  isRefused: boolean,
): Promise<void> => {
  const { tenantId, id } = claimed.state.subscription;
  for (let current: Versioned<SubscriptionRecord> | undefined = claimed; current; ) {
    const { state, version }: Versioned<SubscriptionRecord> = current;
    const outbox = state.outbox.filter(entry => !settled.has(entry.id));
    const tries = (state.tries ?? 0) + 1;
    const left =
      outbox.length > 0
        ? {
            dueAt: isStillOurs(state, claimed.state) ? services.now() + waitAfter(tries, isRefused) : state.dueAt,
            tries,
          }
        : { dueAt: undefined, tries: undefined };
    if (await services.store.subscriptions.save({ ...state, outbox, ...left }, version)) return;
    current = await services.store.subscriptions.load(tenantId, id);
  }
};

/** Otherwise something new came to be owed meanwhile, and is due when it says. */
const isStillOurs = (state: SubscriptionRecord, claimed: SubscriptionRecord): boolean => state.dueAt === claimed.dueAt;

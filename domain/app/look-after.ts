import type { GatewayAnswer } from '../payments/port';
import { DAY, MINUTE } from '../shared/instant';
import type { OutboxEntry, SubscriptionRecord, Versioned } from '../store/port';
import { lifeDueAt, liveOn } from '../subscription/life';
import { after, chargeFor } from './after';
import { settleCharge } from './charge';
import { soldBy } from './invoices';
import { lookAfterAccounts } from './look-after-accounts';
import { lookAfterRequests } from './look-after-requests';
import { type LookedAfter, NOTHING_DONE, plus } from './looked-after';
import { loadPayer } from './payer';
import { post } from './post';
import type { Services } from './services';
import { taxFor } from './tax';
import { waitAfter } from './wait';

const BATCH = 100;
/** Whoever looks after a subscription has it for so long; then it is taken to have been left, and anybody may. */
const LEASE = 5 * MINUTE;
/** More steps than a life can have in arrears; a guard against a rule that never comes to an end. */
const MOST_STEPS = 1_000;

/**
 * Does what is due without anybody asking: cards that expire or are to be forgotten, charges that are pending,
 * refunds, invoices and notices that are owed, and what time brings (renewals, expiry, deletion), all of it in order,
 * also what was missed while no bot was running. A subscription is claimed in the store first, so that replicas do not work on it at the same time; still every step
 * may be repeated (after a crash) and is done once. What goes wrong with one subscription does not hinder another.
 * Once `ending` is aborted no other subscription is begun. Throws only when what is due cannot be read.
 */
export const lookAfter = async (services: Services, ending?: AbortSignal): Promise<LookedAfter> => {
  const accounts = await lookAfterAccounts(services, ending);
  const requests = { ...(await lookAfterRequests(services, ending)), refused: [] };
  return plus(plus(accounts, requests), await lookAfterSubscriptions(services, ending));
};

const lookAfterSubscriptions = async (services: Services, ending?: AbortSignal): Promise<LookedAfter> => {
  let sum = NOTHING_DONE;
  for (;;) {
    const due = await services.store.subscriptions.due(services.now(), BATCH);
    for (const found of due) {
      if (ending?.aborted) return sum;
      sum = plus(sum, await attempt(services, found));
    }
    if (due.length < BATCH || sum.faults.length > 0) return sum;
  }
};

const attempt = async (services: Services, found: Versioned<SubscriptionRecord>): Promise<LookedAfter> => {
  try {
    // Posting twice posts once, so it is not worth the write that a claim costs.
    const claimed = isOnlyTelling(services, found.state) ? found : await claim(services, found);
    return claimed ? await work(services, claimed) : { done: 0, refused: [], faults: [] };
  } catch (fault) {
    return { done: 0, refused: [], faults: [fault] };
  }
};

const isOnlyTelling = ({ now }: Services, { subscription, outbox, pending }: SubscriptionRecord): boolean =>
  !pending && outbox.every(({ type }) => type === 'notice') && (lifeDueAt(subscription) ?? Infinity) > now();

/** Undefined when somebody else has it, or has just changed it: it will be found again. */
const claim = async (
  services: Services,
  { state, version }: Versioned<SubscriptionRecord>,
): Promise<Versioned<SubscriptionRecord> | undefined> => {
  const claimed = { ...state, waitUntil: services.now() + LEASE };
  return (await services.store.subscriptions.save(claimed, version))
    ? { state: claimed, version: version + 1 }
    : undefined;
};

const work = async (services: Services, claimed: Versioned<SubscriptionRecord>): Promise<LookedAfter> => {
  let current = claimed;
  let done = 0;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const next = await workOne(services, current);
    if (next === undefined) break;
    current = next.current;
    if (next.isUnknown) break;
    done += 1;
  }
  const owed = await settleOwed(services, current.state);
  await release(services, current, owed);
  const { settled, refused, faults } = owed;
  const paid = current.state.outbox.filter(({ type, id }) => type === 'invoice' && settled.has(id));
  return { done: done + paid.length, refused, faults };
};

/** A charge that is pending, else a step of life; undefined when there is neither. */
const workOne = async (
  services: Services,
  current: Versioned<SubscriptionRecord>,
): Promise<{ readonly current: Versioned<SubscriptionRecord>; readonly isUnknown?: true } | undefined> => {
  const { state } = current;
  if (state.pending) {
    const charged = await settleCharge(services, current, state.pending, { lease: state.waitUntil });
    return { current: charged.current, ...(charged.answer.type === 'unknown' ? { isUnknown: true } : {}) };
  }
  // Most have only something to tell, and nobody pays for that.
  if ((lifeDueAt(state.subscription) ?? Infinity) > services.now()) return undefined;
  const payer = await loadPayer(services, state.subscription);
  const step = liveOn({ now: services.now(), payer }, state.subscription);
  if (!step) return undefined;
  const { operationId, events, movement, ifRefused } = step;
  const deed = { operationId, at: services.now(), events };
  const taxed = movement && { ...movement, tax: taxFor(state, movement, payer) };
  const lived =
    taxed && taxed.amount.minor > 0
      ? { ...state, pending: chargeFor(state, taxed, payer, { ...deed, ifRefused }) }
      : after(state, deed);
  const next = { ...lived, waitUntil: state.waitUntil };
  if (await services.store.subscriptions.save(next, current.version)) {
    return { current: { state: next, version: current.version + 1 } };
  }
  const { tenantId, id } = state.subscription;
  const reloaded = await services.store.subscriptions.load(tenantId, id);
  if (!reloaded) throw new Error('a subscription is gone while it was looked after');
  return { current: reloaded };
};

interface Owed {
  readonly settled: ReadonlySet<string>;
  readonly refused: readonly string[];
  readonly faults: readonly unknown[];
}

const settleOwed = async (services: Services, { subscription, outbox }: SubscriptionRecord): Promise<Owed> => {
  const settled = new Set<string>();
  const refused: string[] = [];
  const faults: unknown[] = [];
  const { tenantId, purchaserId, id: subscriptionId } = subscription;
  const settle = async (entry: OutboxEntry): Promise<GatewayAnswer['type']> => {
    if (entry.type === 'notice') {
      await post(services, subscription, entry);
      return 'accepted';
    }
    const { id: idempotencyKey, refund: amount, invoice } = entry;
    const request = { idempotencyKey, tenantId, purchaserId, subscriptionId };
    const { type } = amount ? await services.gateway.refund({ ...request, amount }) : { type: 'accepted' as const };
    if (type === 'accepted') await services.store.invoices.issue(soldBy(services.catalog, invoice));
    return type;
  };
  for (const entry of outbox) {
    try {
      const answer = await settle(entry);
      if (answer === 'accepted') settled.add(entry.id);
      if (answer === 'refused') refused.push(entry.id);
    } catch (error) {
      faults.push(error);
    }
  }
  return { settled, refused, faults };
};

/** Gives a claimed subscription back, without what was settled, whatever else has happened to it meanwhile. */
const release = async (
  services: Services,
  claimed: Versioned<SubscriptionRecord>,
  { settled, refused }: Owed,
): Promise<void> => {
  const { tenantId, id } = claimed.state.subscription;
  for (let current: Versioned<SubscriptionRecord> | undefined = claimed; current; ) {
    const { state, version }: Versioned<SubscriptionRecord> = current;
    const outbox = state.outbox.filter(entry => !settled.has(entry.id));
    const left = restOf(services, { ...state, outbox }, refused.length > 0);
    // Otherwise something new came up meanwhile, and whoever brought it said when it is due.
    const isOurs = state.waitUntil === claimed.state.waitUntil;
    if (await services.store.subscriptions.save({ ...state, outbox, ...(isOurs ? left : {}) }, version)) return;
    current = await services.store.subscriptions.load(tenantId, id);
  }
};

/** A charge without an answer has said itself when it is to be asked for again. */
const restOf = (services: Services, state: SubscriptionRecord, isRefused: boolean) => {
  if (state.pending) return {};
  return state.outbox.length > 0 ? waiting(services, state, isRefused) : { waitUntil: undefined, tries: undefined };
};

/** Refused, it is asked for again once a day: somebody has to see to it meanwhile. */
const waiting = (services: Services, state: SubscriptionRecord, isRefused: boolean) => {
  const tries = (state.tries ?? 0) + 1;
  return { tries, waitUntil: services.now() + (isRefused ? DAY : waitAfter(tries)) };
};

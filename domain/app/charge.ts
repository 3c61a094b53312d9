import type { GatewayAnswer } from '../payments/port';
import { type Instant, MINUTE } from '../shared/instant';
import type { PendingCharge, SubscriptionRecord, Versioned } from '../store/port';
import { append } from '../subscription/history';
import { after, noticeOwed } from './after';
import { giveApprovalBack, takeApproval } from './approvals';
import type { Services } from './services';
import { waitAfter } from './wait';

/** Whoever asks a gateway has so long to get an answer and to write it down; then somebody else may ask. */
export const CHARGE_LEASE = MINUTE;

/** Looks after a subscription that nobody waits for, and keeps it for itself until then. */
export interface Worker {
  readonly lease: Instant | undefined;
}

/** `unapproved`: the gateway was not asked, since another order had used the approval. */
type ChargeAnswer = GatewayAnswer & { readonly unapproved?: true | undefined };

export interface SettledCharge {
  readonly answer: ChargeAnswer;
  readonly current: Versioned<SubscriptionRecord>;
}

/**
 * Asks the gateway for the charge that is pending, and writes down what came of it: the events and an invoice that is
 * owed, or what happens when it is refused. Unknown: it stays pending and is asked for again later, under the same
 * key. Whatever crashes in between, it is charged once and takes effect once. An order that needs an approval takes it
 * first and gives it back when it is refused, before that is written down: so it is neither used twice nor lost.
 */
export const settleCharge = async (
  services: Services,
  from: Versioned<SubscriptionRecord>,
  pending: PendingCharge,
  worker?: Worker,
): Promise<SettledCharge> => {
  const { tenantId, purchaserId, id: subscriptionId } = from.state.subscription;
  const { key: idempotencyKey, amount, paymentMethodId } = pending;
  const request = { idempotencyKey, amount, paymentMethodId, tenantId, purchaserId, subscriptionId };
  const isApproved = await takeApproval(services, from.state, pending);
  const answer: ChargeAnswer = isApproved ? await services.gateway.charge(request) : UNAPPROVED;
  if (answer.type === 'refused') await giveApprovalBack(services, from.state, pending);
  for (let current = from; ; ) {
    if (current.state.pending?.operationId !== pending.operationId)
      return { answer: answerTo(current, pending), current };
    const state = settled(services, current.state, pending, answer, worker);
    if (await services.store.subscriptions.save(state, current.version)) {
      if (state.outbox.length > 0 && !worker) services.lookAfterSoon();
      return { answer, current: { state, version: current.version + 1 } };
    }
    const reloaded = await services.store.subscriptions.load(tenantId, subscriptionId);
    if (!reloaded) throw new Error('a subscription is gone while it was being charged for');
    current = reloaded;
  }
};

const UNAPPROVED = { type: 'refused', unapproved: true } as const;

const settled = (
  services: Services,
  record: SubscriptionRecord,
  pending: PendingCharge,
  answer: ChargeAnswer,
  worker: Worker | undefined,
): SubscriptionRecord => {
  const { by, operationId, amount, asked, invoice, ifRefused } = pending;
  const at = services.now();
  if (answer.type === 'unknown') {
    const tries = (record.tries ?? 0) + 1;
    return { ...record, tries, waitUntil: at + waitAfter(tries) };
  }
  const rest = { ...record, pending: undefined, tries: undefined, waitUntil: undefined };
  // Whoever asked was answered that it was not known, or not at all.
  const isTold = by !== undefined && worker !== undefined;
  const kept = (done: SubscriptionRecord) => (worker ? { ...done, waitUntil: worker.lease } : done);
  const taken = answer.type === 'accepted';
  const confirm = answer.type === 'refused' ? answer.confirm : undefined;
  const { unapproved } = answer;
  const notice = { type: 'charge_settled', taken, amount, confirm, unapproved } as const;
  const told = isTold ? [noticeOwed(operationId, { to: 'purchaser', notice }, at)] : [];
  const deed = { operationId, by, at: pending.at, ...(asked === '' ? {} : { asked }) };
  if (taken) {
    const { events, outcome } = pending;
    return kept(
      after(rest, { ...deed, events, outcome, invoice }, [{ type: 'invoice', id: invoice.id, invoice }, ...told]),
    );
  }
  const refused = { at, by, operationId, type: 'ChargeRefused', cost: amount } as const;
  const history = append(record.history, [refused]);
  const outcome = { type: 'charge_refused', amount, confirm, unapproved } as const;
  const events = ifRefused.map(event => (event.type === 'RenewalFailed' ? { ...event, confirm } : event));
  return kept(after({ ...rest, history }, { ...deed, events, outcome }, told));
};

/** Somebody else wrote down the answer: the receipt tells which it was. */
const answerTo = ({ state }: Versioned<SubscriptionRecord>, { operationId }: PendingCharge): ChargeAnswer => {
  const outcome = state.receipts.find(known => known.operationId === operationId)?.outcome;
  if (outcome?.type !== 'charge_refused') return { type: 'accepted' };
  const { confirm, unapproved } = outcome;
  return { type: 'refused', confirm, unapproved };
};

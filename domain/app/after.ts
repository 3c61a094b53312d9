import type { Payer } from '../billing/account';
import type { OperationId, PersonId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { OutboxEntry, OwedNotice, PendingCharge, SubscriptionRecord } from '../store/port';
import type { SubscriptionEvent } from '../subscription/events';
import { evolve } from '../subscription/evolve';
import { record as recordOrders } from '../subscription/history';
import type { Movement } from '../subscription/movement';
import { type Addressed, noticesOf } from '../subscription/notice';
import type { Outcome } from '../subscription/outcome';
import { remember } from '../subscription/receipt';
import { draftOf } from './invoices';

/** Something decided, by whom and under which operation. */
export interface Deed {
  readonly operationId: OperationId;
  /** What was asked for, in short; none: nobody asked, and nobody will ask again. */
  readonly asked?: string | undefined;
  readonly by?: PersonId | undefined;
  readonly at: Instant;
  readonly events: readonly SubscriptionEvent[];
  readonly outcome?: Outcome | undefined;
  readonly undoes?: OperationId | undefined;
}

/** The record once the events have happened: the subscription, its history, the receipt, and what is owed since. */
export const after = (
  record: SubscriptionRecord,
  { operationId, asked, by, at, events, outcome, undoes }: Deed,
  owed: readonly OutboxEntry[] = [],
): SubscriptionRecord => {
  const more = [
    ...owed,
    ...noticesOf(events, record.subscription).map(addressed => noticeOwed(operationId, addressed, at)),
  ];
  return {
    ...record,
    subscription: events.reduce(evolve, record.subscription),
    history: recordOrders(record.history, events, by),
    receipts:
      asked === undefined || outcome === undefined
        ? record.receipts
        : remember(record.receipts, { operationId, at, asked, outcome, ...(undoes === undefined ? {} : { undoes }) }),
    ...(more.length === 0 ? {} : { outbox: [...record.outbox, ...more] }),
    // A charge that is pending has said itself when it is looked at again.
    ...(more.length === 0 || record.pending ? {} : { waitUntil: undefined, tries: undefined }),
  };
};

export const noticeOwed = (operationId: OperationId, { to, notice }: Addressed, at: Instant): OwedNotice => ({
  ...{ type: 'notice', id: `${operationId}:${notice.type}`, to, at, notice },
});

/** What is owed for money that is given back. */
export const refundOwed = (
  { subscription }: SubscriptionRecord,
  movement: Movement,
  payer: Payer | undefined,
  { operationId, at }: Pick<Deed, 'operationId' | 'at'>,
): OutboxEntry => {
  const invoice = draftOf(subscription, movement, payer, operationId, at);
  return { type: 'invoice', id: invoice.id, invoice, refund: { ...movement.amount, minor: -movement.amount.minor } };
};

/** The charge that has to be taken before the events may happen. The payer must have a card. */
export const chargeFor = (
  { subscription }: SubscriptionRecord,
  movement: Movement,
  payer: Payer | undefined,
  deed: Deed & Pick<PendingCharge, 'ifRefused'>,
): PendingCharge => {
  const { operationId, by, at, asked = '', events, outcome, ifRefused } = deed;
  const paymentMethodId = payer?.method?.id;
  if (paymentMethodId === undefined) throw new Error('a charge was decided though nobody can be charged');
  const invoice = draftOf(subscription, movement, payer, operationId, at);
  const { amount } = movement;
  return { operationId, by, at, asked, events, outcome, ifRefused, invoice, amount, paymentMethodId, key: invoice.id };
};

import type { Payer } from '../billing/account';
import type { OperationId, PersonId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import { add, negate } from '../shared/money';
import type {
  InvoiceDraft,
  OutboxEntry,
  OwedInvoice,
  OwedNotice,
  PendingCharge,
  SubscriptionRecord,
} from '../store/port';
import type { SubscriptionEvent } from '../subscription/events';
import { evolve } from '../subscription/evolve';
import { record as recordOrders } from '../subscription/history';
import { type Addressed, noticesOf } from '../subscription/notice';
import type { Outcome } from '../subscription/outcome';
import { remember } from '../subscription/receipt';
import { draftOf, type Taxed } from './invoices';
import { taxPaidAfter } from './tax';

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
  /** Of the money that moved with it. */
  readonly invoice?: InvoiceDraft | undefined;
}

/** The record once the events have happened: the subscription, its history, the receipt, and what is owed since. */
export const after = (
  record: SubscriptionRecord,
  { operationId, asked, by, at, events, outcome, undoes, invoice }: Deed,
  owed: readonly OutboxEntry[] = [],
): SubscriptionRecord => {
  const more = [
    ...owed,
    ...noticesOf(events, record.subscription).map(addressed => noticeOwed(operationId, addressed, at)),
  ];
  const tax = invoice && invoice.tax.minor !== 0 ? invoice.tax : undefined;
  return {
    ...record,
    subscription: events.reduce(evolve, record.subscription),
    ...(invoice ? { taxPaid: taxPaidAfter(record.taxPaid, invoice) } : {}),
    history: recordOrders(record.history, events, by, tax),
    receipts:
      asked === undefined || outcome === undefined
        ? record.receipts
        : remember(record.receipts, {
            operationId,
            at,
            asked,
            outcome,
            ...(undoes === undefined ? {} : { undoes }),
            ...(tax === undefined ? {} : { tax }),
          }),
    ...(more.length === 0 ? {} : { outbox: [...record.outbox, ...more] }),
    // A charge that is pending has said itself when it is looked at again.
    ...(more.length === 0 || record.pending ? {} : { waitUntil: undefined, tries: undefined }),
  };
};

export const noticeOwed = (operationId: OperationId, { to, notice }: Addressed, at: Instant): OwedNotice => ({
  type: 'notice',
  id: `${operationId}:${notice.type}`,
  to,
  at,
  notice,
});

/** What is owed for money that is given back, its tax included. */
export const refundOwed = (
  { subscription }: SubscriptionRecord,
  movement: Taxed,
  payer: Payer | undefined,
  { operationId, at }: Pick<Deed, 'operationId' | 'at'>,
): OwedInvoice => {
  const invoice = draftOf(subscription, movement, payer, operationId, at);
  return { type: 'invoice', id: invoice.id, invoice, refund: negate(add(movement.amount, movement.tax)) };
};

/** The charge that has to be taken before the events may happen. The payer must have a card. */
export const chargeFor = (
  { subscription }: SubscriptionRecord,
  movement: Taxed,
  payer: Payer | undefined,
  deed: Deed & Pick<PendingCharge, 'ifRefused' | 'approvedBy'>,
): PendingCharge => {
  const { operationId, by, at, asked = '', events, outcome, ifRefused, approvedBy } = deed;
  const paymentMethodId = payer?.method?.id;
  if (paymentMethodId === undefined) throw new Error('a charge was decided though nobody can be charged');
  const invoice = draftOf(subscription, movement, payer, operationId, at);
  const amount = add(movement.amount, movement.tax);
  return {
    operationId,
    by,
    at,
    asked,
    events,
    outcome,
    ifRefused,
    invoice,
    amount,
    paymentMethodId,
    key: invoice.id,
    ...(approvedBy === undefined ? {} : { approvedBy }),
  };
};

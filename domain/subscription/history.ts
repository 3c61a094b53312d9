import type { OperationId, PersonId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Money } from '../shared/money';
import type { SubscriptionEvent } from './events';

/** Who holds a license is told by the subscription itself, and a reminder changes nothing. */
type NoOrder = 'LicensesAssigned' | 'LicensesUnassigned' | 'ReminderDue';

export type OrderType =
  | Exclude<SubscriptionEvent['type'], NoOrder>
  /** Somebody wanted something that costs money, and the card was not charged. */
  | 'ChargeRefused';

/** One line of the order history: who did what when, and what it cost. */
export interface Order {
  readonly at: Instant;
  /** None: time did it. */
  readonly by?: PersonId | undefined;
  readonly operationId: OperationId;
  readonly type: OrderType;
  /** Of recurring billing: whether it was turned on. */
  readonly on?: boolean | undefined;
  /** Licenses there are after it, or will be. */
  readonly total?: number | undefined;
  /** Charged, or less than nothing when given back; of a charge that was refused, what was asked for. */
  readonly cost?: Money | undefined;
  /** On top of the cost, with the same sign; none: nothing. */
  readonly tax?: Money | undefined;
}

const KEPT = 500;

/** The history after some events. Documents must not grow for ever, so of very many orders the latest are kept. */
export const record = (
  history: readonly Order[],
  events: readonly SubscriptionEvent[],
  by: PersonId | undefined,
  tax?: Money | undefined,
): readonly Order[] =>
  append(
    history,
    events.flatMap(event => orderOf(event, by)).map(order => (tax && order.cost?.minor ? { ...order, tax } : order)),
  );

export const append = (history: readonly Order[], more: readonly Order[]): readonly Order[] =>
  more.length === 0 ? history : [...history, ...more].slice(-KEPT);

const orderOf = (event: SubscriptionEvent, by: PersonId | undefined): readonly Order[] => {
  if (event.type === 'LicensesAssigned' || event.type === 'LicensesUnassigned') return [];
  if (event.type === 'ReminderDue') return [];
  const { type, at, operationId } = event;
  const on = event.type === 'RecurringBillingTurned' ? event.on : undefined;
  return [{ at, by, operationId, type, on, total: totalOf(event), cost: costOf(event) }];
};

const totalOf = (event: SubscriptionEvent): number | undefined => ('total' in event ? event.total : undefined);

const costOf = (event: SubscriptionEvent): Money | undefined => {
  if ('paid' in event) return event.paid;
  if ('cost' in event) return event.cost;
  if ('refund' in event) return { minor: -event.refund.minor || 0, currency: event.refund.currency };
  return undefined;
};

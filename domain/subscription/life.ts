import { chargeable } from '../billing/account';
import type { OperationId } from '../shared/ids';
import { addDays, type Instant } from '../shared/instant';
import { type Money, times } from '../shared/money';
import type { Decided, Facts } from './decision';
import type { SubscriptionEvent } from './events';
import { hasInstalmentsLeft, nextTerm, periodEndAfter, termOf } from './period';
import { reminderDue, reminderDueAt } from './reminder';
import { isLastTry, retryAt } from './retries';
import type { Subscription } from './subscription';

const EXPIRED_DAYS = 30;
const DISABLED_DAYS = 90;

/** When time itself changes something next; none: it never does. */
export const lifeDueAt = (subscription: Subscription): Instant | undefined => {
  const { status, statusSince, periodEnd, overdue } = subscription;
  switch (status) {
    case 'active':
      if (!overdue) return Math.min(periodEnd, reminderDueAt(subscription) ?? periodEnd);
      return goesOn(subscription) ? retryAt(overdue) : overdue.since;
    case 'expired':
      return addDays(statusSince, EXPIRED_DAYS);
    case 'disabled':
      return addDays(statusSince, DISABLED_DAYS);
    case 'ordered':
    case 'deleted':
      return undefined;
  }
};

/** Whether another period follows: the next instalment of a term, which is owed, or a renewal. */
const goesOn = (subscription: Subscription): boolean => subscription.recurring || hasInstalmentsLeft(subscription);

/** One thing that time does; it may cost money, and never gives any back. */
export interface LifeStep extends Omit<Decided, 'outcome'> {
  readonly operationId: OperationId;
  /** What happens instead when the charge is refused. */
  readonly ifRefused: readonly SubscriptionEvent[];
}

/** What is due by now, one step at a time and in order; undefined when nothing is. */
export const liveOn = (facts: Pick<Facts, 'now' | 'payer'>, current: Subscription): LifeStep | undefined => {
  const due = lifeDueAt(current);
  if (due === undefined || due > facts.now) return undefined;
  switch (current.status) {
    case 'active':
      return facts.now < current.periodEnd ? reminder(facts.now, current) : endOfPeriod(facts, current);
    case 'expired':
      return step('SubscriptionDisabled', due);
    default:
      return step('SubscriptionDeleted', due);
  }
};

const reminder = (at: Instant, current: Subscription): LifeStep | undefined => {
  const days = reminderDue(current, at);
  if (days === undefined) return undefined;
  const operationId = `reminder:${termOf(current).end}:${days}`;
  return { operationId, events: [{ type: 'ReminderDue', days, at, operationId }], ifRefused: [] };
};

const step = (type: 'SubscriptionDisabled' | 'SubscriptionDeleted', at: Instant): LifeStep => {
  const operationId = `${type}:${at}`;
  return { operationId, events: [{ type, at, operationId }], ifRefused: [] };
};

const endOfPeriod = (facts: Pick<Facts, 'now' | 'payer'>, current: Subscription): LifeStep => {
  const { trial, periodEnd, overdue } = current;
  const card = chargeable(facts.payer, facts.now);
  // A trial that nobody can be charged for ends; a renewal that nobody can be charged for has failed, and may recover.
  if (!goesOn(current) || (trial && !card.ok)) return ending(current, overdue ? facts.now : periodEnd);

  const operationId = `renewal:${periodEnd}:${overdue?.attempts ?? 0}`;
  const happened = { at: facts.now, operationId };
  const failed: SubscriptionEvent = { type: 'RenewalFailed', ...happened };
  const ifRefused = trial || isLastTry(overdue, facts.now) ? [failed, ...ending(current, facts.now).events] : [failed];
  if (!card.ok) return { operationId, events: ifRefused, ifRefused: [] };
  const { events, total, paid, from, to } = hasInstalmentsLeft(current)
    ? instalment(current, happened)
    : renewal(current, happened);
  return { operationId, ifRefused, events, movement: { kind: 'renewal', amount: paid, quantity: total, from, to } };
};

type Happened = Pick<SubscriptionEvent, 'at' | 'operationId'>;

/** What comes after a period, and what is charged for it. */
interface Following {
  readonly events: readonly SubscriptionEvent[];
  readonly total: number;
  readonly paid: Money;
  readonly from: Instant;
  readonly to: Instant;
}

const renewal = (current: Subscription, happened: Happened): Following => {
  const { trial, periodEnd: from, assignments, scheduled, term } = current;
  const isKept = scheduled !== undefined && assignments.length <= scheduled.total;
  const total = isKept ? scheduled.total : current.total;
  const paid = times(current.unitPrice, total);
  const countedFrom = trial ? from : current.countedFrom;
  const to = periodEndAfter(countedFrom, from, current.frequency);
  const dropped: readonly SubscriptionEvent[] =
    scheduled && !isKept ? [{ type: 'LicenseReductionWithdrawn', why: 'held', ...happened }] : [];
  const renewed: SubscriptionEvent = {
    type: 'SubscriptionRenewed',
    total,
    paid,
    periodStart: from,
    periodEnd: to,
    ...happened,
    term: nextTerm(term !== undefined, countedFrom, from),
  };
  return { events: [...dropped, renewed], total, paid, from, to };
};

const instalment = (current: Subscription, happened: Happened): Following => {
  const { total, periodEnd: from, unitPrice, countedFrom, frequency } = current;
  const to = periodEndAfter(countedFrom, from, frequency);
  const paid = times(unitPrice, total);
  return {
    events: [{ type: 'InstalmentPaid', periodStart: from, periodEnd: to, paid, ...happened }],
    total,
    paid,
    from,
    to,
  };
};

const ending = ({ scheduled }: Subscription, at: Instant): LifeStep => {
  const operationId = `SubscriptionExpired:${at}`;
  const withdrawn: readonly SubscriptionEvent[] = scheduled
    ? [{ type: 'LicenseReductionWithdrawn', why: 'ended', at, operationId }]
    : [];
  return { operationId, events: [...withdrawn, { type: 'SubscriptionExpired', at, operationId }], ifRefused: [] };
};

import { add, money } from '../shared/money';
import type { SubscriptionEvent } from './events';
import { failedAgain } from './retries';
import { endsUnused, type Subscription } from './subscription';

/** What the subscription is after an event. */
export const evolve = (current: Subscription, event: SubscriptionEvent): Subscription => {
  switch (event.type) {
    case 'LicensesAssigned': {
      const { at, operationId } = event;
      const added = event.people.map(personId => ({ personId, at, operationId }));
      return { ...current, assignments: [...current.assignments, ...added] };
    }
    case 'LicensesUnassigned': {
      const leaving = new Set(event.people);
      return { ...current, assignments: current.assignments.filter(({ personId }) => !leaving.has(personId)) };
    }
    case 'SubscriptionCancelled':
      return {
        ...current,
        status: 'disabled',
        statusSince: event.at,
        recurring: false,
        paid: nothing(current),
        scheduled: undefined,
        overdue: undefined,
        cancellation: { at: event.at, reason: event.reason, comment: event.comment },
      };
    case 'RecurringBillingTurned':
      return { ...current, recurring: event.on };
    case 'LicenseTotalChanged':
      return { ...current, total: event.total, paid: add(current.paid, event.cost), scheduled: undefined };
    case 'LicenseReductionScheduled':
      return { ...current, scheduled: { total: event.total, at: event.from } };
    case 'LicenseReductionWithdrawn':
      return { ...current, scheduled: undefined };
    default:
      return live(current, event);
  }
};

type LifeEvent = Extract<
  SubscriptionEvent,
  {
    type:
      | 'SubscriptionPurchased'
      | 'OrderRefused'
      | 'SubscriptionRenewed'
      | 'InstalmentPaid'
      | 'ReminderDue'
      | 'RenewalFailed'
      | 'SubscriptionExpired'
      | 'SubscriptionDisabled'
      | 'SubscriptionDeleted'
      | 'SubscriptionReactivated';
  }
>;

/** Of the end of a term that has just begun. */
const NOT_TOLD = { reminded: undefined, endToldToAdmins: undefined };

/** From order to deletion. */
const live = (current: Subscription, event: LifeEvent): Subscription => {
  const { at } = event;
  switch (event.type) {
    case 'SubscriptionPurchased':
      return { ...current, status: 'active', statusSince: at, paid: event.paid };
    case 'OrderRefused':
      return { ...current, status: 'deleted', statusSince: at };
    case 'SubscriptionRenewed': {
      const { total, periodStart, periodEnd, term, paid } = event;
      const countedFrom = current.trial ? periodStart : current.countedFrom;
      const period = { total, countedFrom, periodStart, periodEnd, term, paid, paidAt: at };
      return { ...current, ...period, trial: false, scheduled: undefined, overdue: undefined, ...NOT_TOLD };
    }
    case 'InstalmentPaid': {
      const { periodStart, periodEnd, paid } = event;
      return { ...current, periodStart, periodEnd, paid, overdue: undefined };
    }
    case 'ReminderDue':
      return {
        ...current,
        reminded: event.days,
        endToldToAdmins: current.endToldToAdmins ?? (endsUnused(current) || undefined),
      };
    case 'RenewalFailed':
      return { ...current, overdue: failedAgain(current.overdue, at) };
    case 'SubscriptionExpired':
      return { ...current, status: 'expired', statusSince: at, recurring: false, overdue: undefined };
    case 'SubscriptionDisabled':
      return { ...current, status: 'disabled', statusSince: at };
    case 'SubscriptionDeleted':
      return { ...current, status: 'deleted', statusSince: at };
    case 'SubscriptionReactivated':
      return {
        ...current,
        status: 'active',
        statusSince: at,
        recurring: true,
        trial: false,
        cancellation: undefined,
        countedFrom: at,
        periodStart: at,
        periodEnd: event.periodEnd,
        term: event.term,
        paid: event.paid,
        paidAt: at,
        ...NOT_TOLD,
      };
  }
};

const nothing = ({ paid }: Subscription) => money(0, paid.currency);

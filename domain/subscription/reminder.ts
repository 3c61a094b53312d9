import { addDays, DAY, type Instant } from '../shared/instant';
import type { Subscription } from './subscription';

/** RULES, Life: days before a term ends or renews on which the purchaser is reminded. */
const REMINDER_DAYS = [30, 7, 1] as const;

/** In a month nobody is reminded 30 days before: it has hardly begun. */
const isWorthIt = ({ periodStart, periodEnd }: Subscription, days: number): boolean =>
  periodEnd - periodStart >= 2 * days * DAY;

const open = (subscription: Subscription): readonly number[] =>
  REMINDER_DAYS.filter(
    days => days < (subscription.reminded ?? Number.POSITIVE_INFINITY) && isWorthIt(subscription, days),
  );

/** When the purchaser is to be reminded next of the end of the present period; none: not again. */
export const reminderDueAt = (subscription: Subscription): Instant | undefined => {
  const [days] = open(subscription);
  return days === undefined ? undefined : addDays(subscription.periodEnd, -days);
};

/** The reminder that is due by now, in days before the end; of several that were missed the latest. */
export const reminderDue = (subscription: Subscription, now: Instant): number | undefined =>
  open(subscription).findLast(days => addDays(subscription.periodEnd, -days) <= now);

import { addDays, DAY, type Instant } from '../shared/instant';
import { termOf } from './period';
import type { Subscription } from './subscription';

/** RULES, Life: days before a term ends or renews on which the purchaser is reminded. */
const REMINDER_DAYS = [30, 7, 1] as const;

/** In a month nobody is reminded 30 days before: it has hardly begun. */
const isWorthIt = (subscription: Subscription, days: number): boolean => {
  const { start, end } = termOf(subscription);
  return end - start >= 2 * days * DAY;
};

const open = (subscription: Subscription): readonly number[] =>
  REMINDER_DAYS.filter(
    days => days < (subscription.reminded ?? Number.POSITIVE_INFINITY) && isWorthIt(subscription, days),
  );

/** When the purchaser is to be reminded next of the end of the present term; none: not again. */
export const reminderDueAt = (subscription: Subscription): Instant | undefined => {
  const [days] = open(subscription);
  return days === undefined ? undefined : addDays(termOf(subscription).end, -days);
};

/** The reminder that is due by now, in days before the end; of several that were missed the latest. */
export const reminderDue = (subscription: Subscription, now: Instant): number | undefined =>
  open(subscription).findLast(days => addDays(termOf(subscription).end, -days) <= now);

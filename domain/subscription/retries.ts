import { addDays, type Instant } from '../shared/instant';
import type { Overdue } from './subscription';

/** RULES, Life: days after a renewal's charge failed on which it is tried again. */
const RETRY_DAYS = [1, 3, 5, 7, 10, 15, 20, 25, 30] as const;

export const retryAt = ({ since, attempts }: Overdue): Instant => addDays(since, RETRY_DAYS[attempts - 1] ?? 0);

/** After one more failure; tries whose days have passed meanwhile are not made up for, one after another. */
export const failedAgain = (overdue: Overdue | undefined, at: Instant): Overdue => {
  if (!overdue) return { since: at, attempts: 1 };
  const passed = RETRY_DAYS.filter(days => addDays(overdue.since, days) <= at).length;
  return { since: overdue.since, attempts: Math.max(overdue.attempts, passed) + 1 };
};

/** Whether a failure now is the last one: no day is left on which it would be tried again. */
export const isLastTry = (overdue: Overdue | undefined, now: Instant): boolean =>
  failedAgain(overdue, now).attempts > RETRY_DAYS.length;

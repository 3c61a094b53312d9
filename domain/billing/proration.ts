import { DAY, type Instant } from '../shared/instant';
import { type Money, money } from '../shared/money';

/**
 * The part of `amount` that belongs to the unused days of a period, rounded half up to the minor unit.
 * Rule: a period is counted in days of 24 hours from its start; the day in progress counts as used, so on the day of
 * purchase one day has been used. The answer is never negative and never more than `amount`.
 */
export const prorate = (amount: Money, start: Instant, end: Instant, now: Instant): Money => {
  const days = Math.max(1, Math.round((end - start) / DAY));
  const used = Math.min(days, Math.max(0, Math.floor((now - start) / DAY) + 1));
  return money(Math.floor((amount.minor * (days - used) * 2 + days) / (days * 2)), amount.currency);
};

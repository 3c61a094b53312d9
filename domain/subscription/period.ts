import { prorate } from '../billing/proration';
import { addDays, addMonths, type Instant } from '../shared/instant';
import { type Money, money } from '../shared/money';
import type { Frequency, Subscription, Term } from './subscription';

const MONTHS: Readonly<Record<Frequency, number>> = { monthly: 1, annual: 12 };

/**
 * The end of the period that begins at `start`, on the day of the month that periods are counted from: what began on
 * 31 January ends on 28 February and then on 31 March.
 */
export const periodEndAfter = (countedFrom: Instant, start: Instant, frequency: Frequency): Instant => {
  const months = MONTHS[frequency];
  const from = new Date(countedFrom);
  const to = new Date(start);
  const passed = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  let periods = Math.max(0, Math.floor(passed / months) - 1);
  while (addMonths(countedFrom, periods * months) <= start) periods += 1;
  return addMonths(countedFrom, periods * months);
};

/** The present term: what is paid for in instalments, else the period. */
export const termOf = ({ term, periodStart, periodEnd }: Subscription): Term =>
  term ?? { start: periodStart, end: periodEnd };

/** Whether the end of the period is only that of an instalment, and the term goes on. */
export const hasInstalmentsLeft = (subscription: Subscription): boolean =>
  subscription.periodEnd < termOf(subscription).end;

/** The term that begins at `start`; undefined where the period is the term. */
export const nextTerm = (isByInstalments: boolean, countedFrom: Instant, start: Instant): Term | undefined =>
  isByInstalments ? { start, end: periodEndAfter(countedFrom, start, 'annual') } : undefined;

/** RULES, Licenses and Cancelling: within 7 days of purchase or renewal, licenses and subscriptions can be given back. */
const WINDOW_DAYS = 7;

/** Until when. An instalment is no renewal. */
export const windowEnd = (subscription: Subscription): Instant => {
  const { start } = termOf(subscription);
  return addDays(Math.max(start, subscription.paidAt ?? start), WINDOW_DAYS);
};

/** What is given back for so much of what a period costs; never more than was paid for it. */
export const creditFor = (subscription: Subscription, price: Money, now: Instant): Money => {
  const unused = prorate(price, subscription.periodStart, subscription.periodEnd, now);
  return money(Math.min(unused.minor, subscription.paid.minor), unused.currency);
};

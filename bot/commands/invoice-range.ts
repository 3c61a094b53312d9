import { z } from 'zod';
import type { Range } from '../../domain/app/queries';
import { addMonths, DAY, HOUR, type Instant } from '../../domain/shared/instant';

const relative = [
  'this_month',
  'last_month',
  'this_year',
  'last_year',
  'this_week',
  'last_week',
  'today',
  'yesterday',
] as const;
const year = z.int().min(1970).max(9999);
const month = z.int().min(1).max(12);
const moment = z.object({
  year: z.union([year, z.enum(['this_year', 'last_year'])]).optional(),
  month: z.union([month, z.enum(['this_month', 'last_month'])]).optional(),
  day: z.int().min(1).max(31).optional(),
});
type Moment = z.infer<typeof moment>;

/** A month or a year of the calendar, or a month of the latest year that has one. */
interface Named {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

const LAST_MONTHS = /^last_(\d{1,3})_months$/;
const LAST_DAYS = /^last_(\d{1,3})_days$/;

export const periodSchema = z.union([
  z.enum(relative),
  z.string().regex(LAST_MONTHS),
  z.string().regex(LAST_DAYS),
  z.object({ from: moment, to: moment.optional() }),
  z.object({ to: moment }),
  z.object({ before: moment }),
  z.object({ quarter: z.int().min(1).max(4), year: year.optional() }),
  moment,
]);
type Period = z.infer<typeof periodSchema>;

/** As a date input has it. */
export const daySchema = z.iso.date();

/** A range, and how it is shown: by its first and its last day. */
export interface ShownRange {
  readonly range: Range;
  /** None: as far back as there is anything. */
  readonly first: Instant | undefined;
  readonly last: Instant;
  /** Set when it is the past so many months. */
  readonly months?: number;
}

/** The past so many months, until now. */
export const pastMonths = (now: Instant, months: number): ShownRange => {
  const range = { from: addMonths(now, -months), to: now + 1 };
  return { range, first: range.from, last: now, months };
};

/** Whole days: shown at noon, so that they are the same days in every time zone. */
const whole = (range: Range): ShownRange => ({ range, first: range.from + 12 * HOUR, last: range.to - 12 * HOUR });

/** All that was before a day. */
const until = (to: Instant): ShownRange => ({ range: { from: 0, to }, first: undefined, last: to - 12 * HOUR });

/** From one day to another, both included, in whichever order; without an end until today, without a start for ever. */
export const betweenDays = (from: string | undefined, to: string | undefined, now: Instant): ShownRange => {
  const end = to === undefined ? startOfDay(now) : Date.parse(to);
  if (from === undefined) return until(end + DAY);
  const [a, b] = [Date.parse(from), end];
  return whole({ from: Math.min(a, b), to: Math.max(a, b) + DAY });
};

const startOfDay = (at: Instant): Instant => at - (((at % DAY) + DAY) % DAY);

const months = (year: number, month: number, count: number): ShownRange =>
  whole({ from: Date.UTC(year, month - 1, 1), to: Date.UTC(year, month - 1 + count, 1) });

/** The range a typed period means today. */
export const rangeOf = (period: Period, now: Instant): ShownRange => {
  if (typeof period === 'string') return relativeRange(period, now);
  if ('quarter' in period) return quarterOf(period.quarter, period.year, now);
  if ('from' in period) return betweenMoments(named(period.from, now), period.to && named(period.to, now), now);
  if ('to' in period) return until(startAndLength(named(period.to, now), now).range.to);
  if ('before' in period) return until(startAndLength(named(period.before, now), now).range.from);
  return startAndLength(named(period, now), now);
};

/** A moment that is seen from today, by its number in the calendar. */
const named = ({ year, month, day }: Moment, now: Instant): Named => {
  const [thisYear, thisMonth] = [new Date(now).getUTCFullYear(), new Date(now).getUTCMonth() + 1];
  if (month === 'this_month') return { year: thisYear, month: thisMonth };
  if (month === 'last_month')
    return thisMonth > 1 ? { year: thisYear, month: thisMonth - 1 } : { year: thisYear - 1, month: 12 };
  if (year === 'this_year') return { year: thisYear, month, day };
  return { year: year === 'last_year' ? thisYear - 1 : year, month, day };
};

const relativeRange = (period: string, now: Instant): ShownRange => {
  const [thisYear, thisMonth] = [new Date(now).getUTCFullYear(), new Date(now).getUTCMonth() + 1];
  switch (period) {
    case 'this_month':
      return months(thisYear, thisMonth, 1);
    case 'last_month':
      return months(thisYear, thisMonth - 1, 1);
    case 'this_year':
      return months(thisYear, 1, 12);
    case 'last_year':
      return months(thisYear - 1, 1, 12);
    case 'this_week':
      return whole({ from: monday(now), to: monday(now) + 7 * DAY });
    case 'last_week':
      return whole({ from: monday(now) - 7 * DAY, to: monday(now) });
    case 'today':
      return pastDays(now, 0);
    case 'yesterday':
      return whole({ from: startOfDay(now) - DAY, to: startOfDay(now) });
    default: {
      const days = LAST_DAYS.exec(period)?.[1];
      return days === undefined
        ? pastMonths(now, Number(LAST_MONTHS.exec(period)?.[1] ?? 0))
        : pastDays(now, Number(days));
    }
  }
};

/** Today, and so many days before it. */
const pastDays = (now: Instant, days: number): ShownRange =>
  whole({ from: startOfDay(now) - days * DAY, to: startOfDay(now) + DAY });

const monday = (now: Instant): Instant => startOfDay(now) - ((new Date(now).getUTCDay() + 6) % 7) * DAY;

/** Without a year the latest that has begun. */
const quarterOf = (quarter: number, year: number | undefined, now: Instant): ShownRange => {
  const first = quarter * 3 - 2;
  return months(year ?? latestYearOf(first, now), first, 3);
};

const startAndLength = ({ year, month, day }: Named, now: Instant): ShownRange => {
  if (month === undefined) return months(year ?? new Date(now).getUTCFullYear(), 1, 12);
  const inYear = year ?? latestYearOf(month, now);
  if (day === undefined) return months(inYear, month, 1);
  // There is no February 31: its last day is meant.
  const at = Date.UTC(inYear, month - 1, Math.min(day, new Date(Date.UTC(inYear, month, 0)).getUTCDate()));
  return whole({ from: at, to: at + DAY });
};

/** "In March" said in January is the March of the year before. */
const latestYearOf = (month: number, now: Instant): number => {
  const at = new Date(now);
  return month > at.getUTCMonth() + 1 ? at.getUTCFullYear() - 1 : at.getUTCFullYear();
};

const betweenMoments = (from: Named, to: Named | undefined, now: Instant): ShownRange => {
  if (to === undefined) {
    const { range } = startAndLength(from, now);
    return whole({ from: range.from, to: Math.max(startOfDay(now) + DAY, range.to) });
  }
  const end = startAndLength(to, now).range;
  // "From November to January": the last November before that January.
  const begin = startAndLength(from, from.year === undefined ? end.from : now).range;
  return whole({ from: Math.min(begin.from, end.from), to: Math.max(begin.to, end.to) });
};

import { z } from 'zod';
import type { Range } from '../../domain/app/queries';
import { addMonths, DAY, HOUR, type Instant } from '../../domain/shared/instant';

const relative = ['this_month', 'last_month', 'this_year', 'last_year'] as const;
const year = z.int().min(1970).max(9999);
const month = z.int().min(1).max(12);
const moment = z.object({ year: year.optional(), month: month.optional() });
type Moment = z.infer<typeof moment>;

const LAST_MONTHS = /^last_(\d{1,3})_months$/;

export const periodSchema = z.union([
  z.enum(relative),
  z.string().regex(LAST_MONTHS),
  z.object({ from: moment, to: moment.optional() }),
  z.object({ year, month }),
  z.object({ year }),
  z.object({ month }),
]);
type Period = z.infer<typeof periodSchema>;

/** As a date input has it. */
export const daySchema = z.iso.date();

/** A range, and how it is shown: by its first and its last day. */
export interface ShownRange {
  readonly range: Range;
  readonly first: Instant;
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

/** From one day to another, both included, in whichever order; without an end until today, without a start for ever. */
export const betweenDays = (from: string | undefined, to: string | undefined, now: Instant): ShownRange => {
  const [a, b] = [from === undefined ? 0 : Date.parse(from), to === undefined ? startOfDay(now) : Date.parse(to)];
  return whole({ from: Math.min(a, b), to: Math.max(a, b) + DAY });
};

const startOfDay = (at: Instant): Instant => at - (((at % DAY) + DAY) % DAY);

const months = (year: number, month: number, count: number): ShownRange =>
  whole({ from: Date.UTC(year, month - 1, 1), to: Date.UTC(year, month - 1 + count, 1) });

/** The range a typed period means today. */
export const rangeOf = (period: Period, now: Instant): ShownRange => {
  if (typeof period === 'string') return relativeRange(period, now);
  if ('from' in period) return betweenMoments(period.from, period.to, now);
  return startAndLength(period, now);
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
    default:
      return pastMonths(now, Number(LAST_MONTHS.exec(period)?.[1] ?? 0));
  }
};

const startAndLength = ({ year, month }: Moment, now: Instant): ShownRange => {
  if (month === undefined) return months(year ?? new Date(now).getUTCFullYear(), 1, 12);
  return months(year ?? latestYearOf(month, now), month, 1);
};

/** "In March" said in January is the March of the year before. */
const latestYearOf = (month: number, now: Instant): number => {
  const at = new Date(now);
  return month > at.getUTCMonth() + 1 ? at.getUTCFullYear() - 1 : at.getUTCFullYear();
};

const betweenMoments = (from: Moment, to: Moment | undefined, now: Instant): ShownRange => {
  if (to === undefined) {
    const { range } = startAndLength(from, now);
    return whole({ from: range.from, to: Math.max(startOfDay(now) + DAY, range.to) });
  }
  const end = startAndLength(to, now).range;
  // "From November to January": the last November before that January.
  const begin = startAndLength(from, from.year === undefined ? end.from : now).range;
  return whole({ from: Math.min(begin.from, end.from), to: Math.max(begin.to, end.to) });
};

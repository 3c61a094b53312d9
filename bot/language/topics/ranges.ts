import type { Moment, Period } from '../slots';
import {
  BEFORE,
  BEFORE_BEHIND,
  COUNTED,
  COUNTED_DAYS,
  DAY_SEEN,
  LATEST,
  monthIn,
  NAMED,
  numberIn,
  ONWARDS,
  QUARTER,
  SINCE,
  SPANNING,
  UNTIL,
  UNTIL_BEHIND,
  UP_TO,
  WEEK,
  YEAR_OF_MONTH,
} from './period-words';

const ROC = 1911;
const MOST_MONTHS = 120;

/** The text as its patterns want it: small, half width, single spaces. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

interface Mention {
  readonly from: number;
  readonly to: number;
  readonly at: Moment;
}

type Groups = Readonly<Record<string, string | undefined>>;

const relativeYear = (said: string): 'this_year' | 'last_year' => (/last|去/.test(said) ? 'last_year' : 'this_year');

const relativeMoment = (said: string): Moment => {
  if (/year|年/.test(said)) return { year: /this|current|今/.test(said) ? 'this_year' : 'last_year' };
  return { month: /this|current|這|这|本/.test(said) ? 'this_month' : 'last_month' };
};

const yearOf = ({ monthYear, monthRelative, hanYear, hanRelative, rocYear }: Groups): Moment['year'] => {
  if (rocYear !== undefined) return Number(rocYear) + ROC;
  const [named, relative] = [monthYear ?? hanYear, monthRelative ?? hanRelative];
  if (relative !== undefined) return relativeYear(relative);
  return named === undefined ? undefined : Number(named);
};

const dayOf = ({ isoDay, day, hanDay, slashDay }: Groups): { readonly day?: number } => {
  const said = isoDay ?? day ?? hanDay ?? slashDay;
  return said === undefined || Number(said) < 1 || Number(said) > 31 ? {} : { day: Number(said) };
};

const momentOf = (groups: Groups): Moment | undefined => {
  const { isoYear, isoMonth, monthName, hanMonth, slashMonth, year } = groups;
  const day = dayOf(groups);
  const relative = groups['relative'] ?? groups['hanRelativeAlone'];
  if (relative !== undefined) return relativeMoment(relative);
  if (year !== undefined) return { year: Number(year) };
  if (isoYear !== undefined) return { year: Number(isoYear), month: Number(isoMonth), ...day };
  const month =
    monthName === undefined ? numberIn(hanMonth ?? slashMonth?.replace(/^0/, '') ?? '') : monthIn(monthName);
  if (month === undefined || month < 1 || month > 12) return undefined;
  const named = yearOf(groups);
  return { ...(named === undefined ? {} : { year: named }), month, ...day };
};

const mentionsIn = (text: string): readonly Mention[] =>
  [...text.matchAll(NAMED)].flatMap(match => {
    const at = momentOf(match.groups ?? {});
    return at === undefined ? [] : { from: match.index, to: match.index + match[0].length, at };
  });

/** "From November to January 2026" began in 2025. */
const sameYears = (from: Moment, to: Moment): { readonly from: Moment; readonly to: Moment } => {
  if (typeof from.month === 'string' || typeof to.month === 'string') return { from, to };
  const turns = (from.month ?? 0) > (to.month ?? 12) ? 1 : 0;
  if (from.year === undefined && typeof to.year === 'number') return { from: { ...from, year: to.year - turns }, to };
  if (to.year === undefined && typeof from.year === 'number') return { from, to: { ...to, year: from.year + turns } };
  return { from, to };
};

/** It goes on until today, by what stands before and behind it. */
const isOpenEnded = (before: string, behind: string): boolean => ONWARDS.test(behind) || SINCE.test(before);

/** A range with one end, by what stands before and behind the month or year. */
const openRange = (at: Moment, before: string, behind: string): Period | undefined => {
  if (isOpenEnded(before, behind)) return { from: at };
  if (UNTIL_BEHIND.test(behind)) return { to: at };
  if (BEFORE_BEHIND.test(behind) || BEFORE.test(before)) return { before: at };
  return UNTIL.test(before) ? { to: at } : undefined;
};

/**
 * From one time to another, from one until today, or from the first there is until one; undefined when the text speaks
 * of no such range.
 */
export const rangeIn = (original: string): Period | undefined => {
  const text = plain(original);
  const mentions = mentionsIn(text);
  for (const [index, first] of mentions.entries()) {
    const second = mentions[index + 1];
    if (second && UP_TO.test(text.slice(first.to, second.from))) return sameYears(first.at, second.at);
    const open = openRange(first.at, text.slice(0, first.from), text.slice(first.to));
    if (open) return open;
  }
  return undefined;
};

/** One day that is named: "on November 15", 11月15日. */
export const dayIn = (original: string): Period | undefined => {
  const [only, ...others] = mentionsIn(plain(original));
  return only?.at.day !== undefined && others.length === 0 ? { from: only.at, to: only.at } : undefined;
};

/** A day as seen from today, or so many days or weeks until today. */
const daysIn = (text: string): Period | undefined => {
  for (const pattern of COUNTED_DAYS) {
    const { count = '', unit = '' } = pattern.exec(text)?.groups ?? {};
    const counted = numberIn(count);
    if (counted !== undefined && counted > 0) return `last_${counted * (/^(?:day|天|日)/.test(unit) ? 1 : 7)}_days`;
  }
  const seen = DAY_SEEN.exec(text);
  if (!seen) return undefined;
  if (/^today|^今/.test(seen[0])) return 'today';
  const isUntilNow = isOpenEnded(text.slice(0, seen.index), text.slice(seen.index + seen[0].length));
  return isUntilNow ? 'last_1_days' : 'yesterday';
};

/** Days or a week as seen from today, or a quarter. */
export const stretchIn = (original: string): Period | undefined => {
  const text = plain(original);
  const days = daysIn(text);
  if (days !== undefined) return days;
  const week = WEEK.exec(text)?.groups;
  if (week) return /this|current|本|這|这/.test(week['english'] ?? week['chinese'] ?? '') ? 'this_week' : 'last_week';
  const said = QUARTER.exec(text)?.groups;
  const quarter = numberIn(said?.['english'] ?? said?.['chinese'] ?? '');
  if (quarter === undefined) return undefined;
  const year = said?.['before'] ?? said?.['after'] ?? said?.['hanYear'];
  return { quarter, ...(year === undefined ? {} : { year: Number(year) }) };
};

/** The year of a month that is named as seen from today: "March last year", 去年三月. */
export const yearOfMonthIn = (original: string): 'this_year' | 'last_year' | undefined => {
  const { english, chinese } = YEAR_OF_MONTH.exec(plain(original))?.groups ?? {};
  const said = english ?? chinese;
  return said === undefined ? undefined : relativeYear(said);
};

const monthsIn = (groups: Groups): number => {
  const { count, unit = '' } = groups;
  if (count === '半' || unit.startsWith('half')) return 6;
  const months = unit.startsWith('year') || unit === '年' ? 12 : 1;
  return (count === undefined ? 1 : (numberIn(count) ?? 1)) * months;
};

/** So many months until today; "last month" and "last year" alone are those of the calendar, and not meant here. */
export const countedIn = (original: string): Period | undefined => {
  const text = plain(original);
  if (SPANNING.test(text)) return 'last_12_months';
  for (const pattern of COUNTED) {
    const groups = pattern.exec(text)?.groups;
    if (!groups || (groups['count'] === undefined && !groups['unit']?.startsWith('half'))) continue;
    const months = monthsIn(groups);
    if (months >= 1 && months <= MOST_MONTHS) return `last_${months}_months`;
  }
  return undefined;
};

/** Whether one invoice is meant, the latest. */
export const asksForLatest = (original: string): boolean => LATEST.some(pattern => pattern.test(plain(original)));

import type { Moment, Period } from '../slots';
import { COUNTED, LATEST, monthIn, NAMED, numberIn, ONWARDS, SINCE, SPANNING, UP_TO } from './period-words';

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

const momentOf = (groups: Groups): Moment | undefined => {
  const { isoYear, isoMonth, monthName, monthYear, hanYear, rocYear, hanMonth, year } = groups;
  if (year !== undefined) return { year: Number(year) };
  if (isoYear !== undefined) return { year: Number(isoYear), month: Number(isoMonth) };
  const month = monthName === undefined ? numberIn(hanMonth ?? '') : monthIn(monthName);
  if (month === undefined || month < 1 || month > 12) return undefined;
  const named = monthYear ?? hanYear;
  if (rocYear !== undefined) return { year: Number(rocYear) + ROC, month };
  return named === undefined ? { month } : { year: Number(named), month };
};

const mentionsIn = (text: string): readonly Mention[] =>
  [...text.matchAll(NAMED)].flatMap(match => {
    const at = momentOf(match.groups ?? {});
    return at === undefined ? [] : { from: match.index, to: match.index + match[0].length, at };
  });

/** "From November to January 2026" began in 2025. */
const sameYears = (from: Moment, to: Moment): { readonly from: Moment; readonly to: Moment } => {
  const turns = (from.month ?? 0) > (to.month ?? 12) ? 1 : 0;
  if (from.year === undefined && to.year !== undefined) return { from: { ...from, year: to.year - turns }, to };
  if (to.year === undefined && from.year !== undefined) return { from, to: { ...to, year: from.year + turns } };
  return { from, to };
};

/** From one named time to another, or from one until today; undefined when the text names no such range. */
export const rangeIn = (original: string): Period | undefined => {
  const text = plain(original);
  const mentions = mentionsIn(text);
  for (const [index, first] of mentions.entries()) {
    const second = mentions[index + 1];
    if (second && UP_TO.test(text.slice(first.to, second.from))) return sameYears(first.at, second.at);
    if (ONWARDS.test(text.slice(first.to)) || SINCE.test(text.slice(0, first.from))) return { from: first.at };
  }
  return undefined;
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

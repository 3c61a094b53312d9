import { type Item, means } from '../items';
import { longest } from '../phrases';
import { has, type Reading } from '../reading';
import type { Period } from '../slots';
import { countedIn, dayIn, rangeIn, stretchIn } from './ranges';

const ROC = 1911;

const isYear = (item: Item | undefined): item is Item & { number: number } =>
  item?.kind === 'number' && item.number !== undefined && item.number >= 1990 && item.number <= 2100;

const isMonth = (item: Item | undefined): item is Item & { number: number } =>
  item?.kind === 'number' && item.number !== undefined && item.number >= 1 && item.number <= 12;

const yearAt = (items: readonly Item[], i: number): number | undefined => {
  const item = items[i];
  if (isYear(item)) return item.number;
  if (item?.kind === 'number' && means(items[i + 1], 'year') && (item.number ?? 0) >= 100 && (item.number ?? 0) < 200)
    return (item.number ?? 0) + ROC;
  return item?.kind === 'number' && means(items[i - 1], 'rocEra') && item.number !== undefined
    ? item.number + ROC
    : undefined;
};

const isBetween = (item: Item | undefined): boolean =>
  (item?.kind === 'mark' && '-/.,'.includes(item.text)) || means(item, 'year', 'filler', 'possessive');

const monthNear = (items: readonly Item[], year: number): number | undefined => {
  const after = isBetween(items[year + 1]) ? items[year + 2] : items[year + 1];
  if (isMonth(after)) return after.number;
  if (after?.entry?.month !== undefined) return after.entry.month;
  const before = isBetween(items[year - 1]) ? items[year - 2] : items[year - 1];
  if (before?.entry?.month !== undefined) return before.entry.month;
  return isMonth(before) && items[year - 1]?.kind === 'mark' ? before.number : undefined;
};

/** "June", also where it might be somebody's name: no invoice is hers. */
const monthOf = ({ compiled, tokens }: Reading, item: Item | undefined): number | undefined =>
  item?.kind === 'name' && item.to === item.from + 1
    ? longest(compiled.phrases, tokens.slice(0, item.to), item.from)?.entry.month
    : item?.entry?.month;

const named = (reading: Reading): Period | undefined => {
  const { items } = reading;
  for (let i = 0; i < items.length; i++) {
    const year = yearAt(items, i);
    if (year === undefined) continue;
    const month = monthNear(items, i);
    return month === undefined ? { year } : { year, month };
  }
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    const month = monthOf(reading, item);
    if (month !== undefined) return { month };
    if (isMonth(item) && means(items[i + 1], 'month')) return { month: item.number };
  }
  return undefined;
};

const counted = (reading: Reading): Period | undefined => {
  if (has(reading, 'months')) return 'last_3_months';
  const index = reading.items.findIndex(item => means(item, 'manyMonths'));
  const number = reading.items.slice(Math.max(0, index - 3), index).find(item => item.kind === 'number')?.number;
  return index === -1 || number === undefined || number < 1 ? countedIn(reading.original) : `last_${number}_months`;
};

/** The time a text speaks of, if it names one. */
export const periodOf = (reading: Reading): Period | undefined => {
  const range = rangeIn(reading.original);
  if (range !== undefined) return range;
  const short = stretchIn(reading.original) ?? dayIn(reading.original);
  if (short !== undefined) return short;
  if (has(reading, 'thisMonth')) return 'this_month';
  if (has(reading, 'lastMonth')) return 'last_month';
  const months = counted(reading);
  if (months !== undefined) return months;
  const exact = named(reading);
  if (exact !== undefined) return exact;
  if (has(reading, 'thisYear')) return 'this_year';
  return has(reading, 'lastYear') ? 'last_year' : undefined;
};

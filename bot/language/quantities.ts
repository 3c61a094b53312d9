import { isArticle, isBroken, isSigned, isTakenOff, isWhole, setsLevel, suffices } from './amounts';
import { type Item, means } from './items';
import { has, neighbour, type Reading } from './reading';

/** total: the new number of licenses; more, fewer: a difference; plain: the verb has to say. */
export type QuantityRole = 'total' | 'more' | 'fewer' | 'by' | 'plain';

export interface Quantity {
  readonly value: number;
  readonly role: QuantityRole;
  readonly index: number;
}

const skipped = (items: readonly Item[], index: number, step: -1 | 1): Item | undefined => {
  let at = neighbour(items, index, step);
  while (means(items[at], 'license', 'total', 'subscription', 'only') && !means(items[at], 'fewer', 'more')) {
    if (step === 1 && means(items[at], 'total')) return items[at];
    at = neighbour(items, at, step);
  }
  return items[at];
};

type Role = QuantityRole | 'old' | 'level' | 'enough';

/** "12 → 10", "from 12": what it was. */
const isOld = (items: readonly Item[], index: number, before: Item | undefined): boolean =>
  (means(before, 'from') && !means(before, 'to')) ||
  (items[index + 1]?.text === '→' && items[index + 2]?.kind === 'number');

/** What the words beside a number make of it; the first that fits. */
const BESIDE: readonly (readonly [
  Role,
  (before: Item | undefined, after: Item | undefined, last: Item | undefined) => boolean,
])[] = [
  ['total', before => means(before, 'to') || before?.text === '→' || before?.text === '='],
  ['level', (_, __, last) => means(last, 'level')],
  ['by', before => means(before, 'by')],
  ['fewer', (before, after) => means(after, 'fewer') || means(before, 'fewer')],
  ['more', (before, after) => means(after, 'more') || means(before, 'more')],
];

/** 授權數量加 8: so many more, though a total is named. */
const addsToTotal = (reading: Reading, left: Item | undefined): boolean =>
  means(left, 'add', 'remove', 'drop', 'take') && !means(left, 'total') && has(reading, 'total');

const roleOf = (reading: Reading, index: number): Role => {
  const { items } = reading;
  const before = skipped(items, index, -1);
  if (isSigned(reading, index, '+')) return 'more';
  if (isOld(items, index, before)) return 'old';
  const left = items[neighbour(items, index, -1)];
  const after = items[neighbour(items, index, 1)];
  const beside = BESIDE.find(([, fits]) => fits(before, after, items[index - 1]));
  if (beside !== undefined) return beside[0];
  if (means(left, 'decrease', 'increase') || addsToTotal(reading, left)) return 'by';
  if (means(before, 'beDone')) return 'total';
  if (items.slice(index + 1).some(item => means(item, 'suffices'))) return 'enough';
  return [items[index - 1], left, skipped(items, index, 1)].some(item => means(item, 'total', 'only'))
    ? 'total'
    : 'plain';
};

const isTotal = (reading: Reading): boolean =>
  has(reading, 'total') || (has(reading, 'only') && !has(reading, 'fewer') && has(reading, 'need', 'want', 'keep'));

/** What a number asks for; undefined when it is none that licenses can be counted with. */
const quantityAt = (reading: Reading, value: number, index: number): Quantity | 'none' | undefined => {
  const { items } = reading;
  const isMinus = isSigned(reading, index, '-');
  if (!isWhole(value) || isBroken(items, index)) return undefined;
  if (isMinus)
    return reading.products.length > 0 && isTakenOff(reading, index) ? { value, role: 'fewer', index } : undefined;
  const role = roleOf(reading, index);
  if (role === 'old') return 'none';
  if (role === 'level') return { value, role: setsLevel(reading) ? 'total' : 'plain', index };
  return { value, role: role === 'enough' ? (suffices(reading) ? 'total' : 'plain') : role, index };
};

/** The numbers of licenses a text names. Undefined when one of them is none: negative, broken or beyond all sense. */
export const quantitiesOf = (reading: Reading): Quantity[] | undefined => {
  const found: Quantity[] = [];
  for (const [index, { kind, number }] of reading.items.entries()) {
    if (kind !== 'number' || number === undefined || reading.excluded.has(index) || isArticle(reading, index)) continue;
    const quantity = quantityAt(reading, number, index);
    if (quantity === undefined) return undefined;
    if (quantity !== 'none' && !found.some(({ value }) => value === number)) found.push(quantity);
  }
  return found.map(quantity =>
    found.length === 1 && quantity.role === 'plain' && isTotal(reading) ? { ...quantity, role: 'total' } : quantity,
  );
};

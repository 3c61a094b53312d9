import { type Item, means } from './items';
import { longest } from './phrases';
import { asksTo, has, isVerb, neighbour, type Reading } from './reading';

/** total: the new number of licenses; more, fewer: a difference; plain: the verb has to say. */
export type QuantityRole = 'total' | 'more' | 'fewer' | 'by' | 'plain';

export interface Quantity {
  readonly value: number;
  readonly role: QuantityRole;
  readonly index: number;
}

const LARGEST = 999_999_999;

const isSigned = (items: readonly Item[], index: number, sign: string): boolean => {
  const before = items[index - 1];
  const earlier = items[index - 2];
  const joins =
    sign === '-' && (earlier?.kind === 'number' || (earlier?.kind === 'name' && earlier.to === before?.from));
  return before?.kind === 'mark' && before.text === sign && before.to === items[index]?.from && !joins;
};

const skipped = (items: readonly Item[], index: number, step: -1 | 1): Item | undefined => {
  let at = neighbour(items, index, step);
  while (means(items[at], 'license', 'total', 'subscription', 'only') && !means(items[at], 'fewer', 'more')) {
    if (step === 1 && means(items[at], 'total')) return items[at];
    at = neighbour(items, at, step);
  }
  return items[at];
};

const roleOf = (items: readonly Item[], index: number): QuantityRole | 'old' | 'level' | 'enough' => {
  const before = skipped(items, index, -1);
  const after = items[neighbour(items, index, 1)];
  if (isSigned(items, index, '+')) return 'more';
  if (means(before, 'from') && !means(before, 'to')) return 'old';
  if (means(before, 'to') || before?.text === '→') return 'total';
  if (means(items[index - 1], 'level')) return 'level';
  if (means(before, 'by')) return 'by';
  if (means(after, 'fewer') || means(before, 'fewer')) return 'fewer';
  if (means(after, 'more') || means(before, 'more')) return 'more';
  if (means(before, 'beDone')) return 'total';
  if (items.slice(index + 1).some(item => means(item, 'suffices'))) return 'enough';
  const near = [items[index - 1], items[neighbour(items, index, -1)], skipped(items, index, 1)];
  return near.some(item => means(item, 'total', 'only')) ? 'total' : 'plain';
};

/** "I want Visio at 60": "we have Visio at 60" tells. */
const setsLevel = (reading: Reading): boolean =>
  has(reading, 'want', 'need', 'couldYou', 'please', 'beDone') ||
  asksTo(reading, 'set', 'change', 'keep', 'put', 'increase', 'decrease');

/** Visio 十六個就好: so many are enough, where nothing else is said to be done. */
const suffices = (reading: Reading): boolean =>
  has(reading, 'suffices') &&
  !asksTo(
    reading,
    'add',
    'increase',
    'decrease',
    'remove',
    'drop',
    'delete',
    'take',
    'unassign',
    'buy',
    'assign',
    'give',
    'get',
  );

/** "Visio -2" may be a plan of Visio. */
const namesPlan = ({ compiled, items, tokens }: Reading, index: number): boolean => {
  const product = items[index - 2];
  const number = tokens[items[index]?.from ?? -1];
  if (product?.kind !== 'product' || number === undefined) return false;
  const joined = [...tokens.slice(product.from, product.to), number];
  return longest(compiled.phrases, joined, 0)?.to === joined.length;
};

/** "Visio -5", and nothing else is said to be done. */
const isTakenOff = (reading: Reading, index: number): boolean =>
  !namesPlan(reading, index) &&
  reading.items.every(
    (item, i) => i >= index - 1 || item.kind === 'product' || means(item, 'license', 'total', 'filler'),
  ) &&
  !reading.items.some(item => isVerb(item) && !means(item, 'filler'));

const isTotal = (reading: Reading): boolean =>
  has(reading, 'total') || (has(reading, 'only') && has(reading, 'need', 'want', 'keep'));

const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0 && value <= LARGEST;

/** 一套 Visio, 一個新的 Visio 訂閱: an "a", no number of licenses. */
const isArticle = (reading: Reading, index: number): boolean => {
  const { items, tokens } = reading;
  const item = items[index];
  const measure = items[index + 1];
  if (item?.number !== 1 || tokens[item.from]?.kind !== 'cjk' || !means(measure, 'measure')) return false;
  let at = index + 2;
  while (means(items[at], 'filler', 'newOne', 'possessive')) at++;
  if (items[at]?.kind !== 'product' || !has(reading, 'buy', 'get', 'try', 'newOne')) return false;
  const isWhole = means(measure, 'wholeOne') || has(reading, 'newOne');
  return isWhole && !means(items[neighbour(items, at, 1)], 'license');
};

/** The numbers of licenses a text names. Undefined when one of them is none: negative, broken or beyond all sense. */
export const quantitiesOf = (reading: Reading): Quantity[] | undefined => {
  const { items } = reading;
  const found: Quantity[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind !== 'number' || item.number === undefined || reading.excluded.has(index)) continue;
    if (isArticle(reading, index)) continue;
    const next = items[index + 1];
    // "1e3" is a thousand to some and a slip to others.
    const isExponent = next?.from === item.to && /^e\d*$/i.test(next?.text ?? '');
    const isDecimal =
      next?.kind === 'mark' &&
      next.text === '.' &&
      items[index + 2]?.kind === 'number' &&
      items[index + 2]?.from === next.to;
    const isMinus = isSigned(items, index, '-');
    if (isMinus && reading.products.length > 0 && isTakenOff(reading, index) && isWhole(item.number)) {
      found.push({ value: item.number, role: 'fewer', index });
      continue;
    }
    if (isExponent || isDecimal || isMinus || !isWhole(item.number)) return undefined;
    const role = roleOf(items, index);
    if (role === 'level' || role === 'enough') {
      const isSet = role === 'level' ? setsLevel(reading) : suffices(reading);
      found.push({ value: item.number, role: isSet ? 'total' : 'plain', index });
      continue;
    }
    if (role !== 'old' && !found.some(quantity => quantity.value === item.number))
      found.push({ value: item.number, role, index });
  }
  return found.map(quantity =>
    found.length === 1 && quantity.role === 'plain' && isTotal(reading) ? { ...quantity, role: 'total' } : quantity,
  );
};

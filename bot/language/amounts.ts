import { type Item, means } from './items';
import { longest } from './phrases';
import { asksTo, has, isVerb, neighbour, type Reading } from './reading';

const LARGEST = 999_999_999;

export const isSigned = ({ items, tokens }: Reading, index: number, sign: '+' | '-'): boolean => {
  const before = items[index - 1];
  const earlier = items[index - 2];
  // "Visio - 21 seats" parts two thoughts; "+ 5" can only add.
  const isTight = sign === '+' || tokens[items[index]?.from ?? -1]?.glued === true;
  const joins =
    sign === '-' && (earlier?.kind === 'number' || (earlier?.kind === 'name' && earlier.to === before?.from));
  return before?.kind === 'mark' && before.text === sign && before.to === items[index]?.from && !joins && isTight;
};

/** "I want Visio at 60": "we have Visio at 60" tells. */
export const setsLevel = (reading: Reading): boolean =>
  has(reading, 'want', 'need', 'couldYou', 'please', 'beDone') ||
  asksTo(reading, 'set', 'change', 'keep', 'put', 'increase', 'decrease');

/** Visio 十六個就好: so many are enough, where nothing else is said to be done. */
export const suffices = (reading: Reading): boolean =>
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
export const isTakenOff = (reading: Reading, index: number): boolean =>
  !namesPlan(reading, index) &&
  reading.items.every(
    (item, i) => i >= index - 1 || item.kind === 'product' || means(item, 'license', 'total', 'filler'),
  ) &&
  !reading.items.some(item => isVerb(item) && !means(item, 'filler'));

export const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0 && value <= LARGEST;

/** 一套 Visio, 一個新的 Visio 訂閱: an "a", no number of licenses. */
export const isArticle = (reading: Reading, index: number): boolean => {
  const { items, tokens } = reading;
  const item = items[index];
  const measure = items[index + 1];
  if (item?.number !== 1 || tokens[item.from]?.kind !== 'cjk' || !means(measure, 'measure')) return false;
  let at = index + 2;
  while (means(items[at], 'filler', 'newOne', 'possessive')) at++;
  // 開一個 Visio 訂閱
  const opens = asksTo(reading, 'turnOn') && has(reading, 'subscription');
  if (items[at]?.kind !== 'product' || !(has(reading, 'buy', 'get', 'try', 'newOne') || opens)) return false;
  const isWhole = means(measure, 'wholeOne') || has(reading, 'newOne') || opens;
  return isWhole && !means(items[neighbour(items, at, 1)], 'license');
};

/** "1e3" is a thousand to some and a slip to others; "3.5" is no number of licenses. */
export const isBroken = (items: readonly Item[], index: number): boolean => {
  const item = items[index];
  const next = items[index + 1];
  if (item === undefined || next?.from !== item.to) return false;
  if (/^e\d*$/i.test(next.text)) return true;
  return (
    next.kind === 'mark' &&
    next.text === '.' &&
    items[index + 2]?.kind === 'number' &&
    items[index + 2]?.from === next.to
  );
};

import { type Item, means } from './items';
import { neighbour, type Reading } from './reading';

const LEFT = [
  'of',
  'to',
  'from',
  'for',
  'give',
  'let',
  'with',
  'put',
  'take',
  'assign',
  'unassign',
  'add',
  'remove',
  'drop',
  'get',
  'object',
  'on',
  'off',
  'delete',
  'each',
  'transfer',
  'set',
  'turnOn',
  'turnOff',
  'who',
  'want',
  'aux',
  'have',
  'cancel',
] as const;
const RIGHT = [
  'possessive',
  'need',
  'want',
  'beDone',
  'have',
  'to',
  'from',
  'on',
  'off',
  'each',
  'with',
  'use',
  'away',
  'what',
  'howMany',
  'get',
  'not',
  'topic',
  'past',
  'purpose',
  'ma',
] as const;
/** Where names are written without spaces, what is done may follow them: 王小明移除. */
const RIGHT_VERBS = ['add', 'remove', 'unassign', 'give', 'assign', 'turnOn'] as const;

const isSeparator = (item: Item | undefined): boolean =>
  means(item, 'and') || (item?.kind === 'mark' && [',', ';', '/', '\n', '、'].includes(item.text));

export const isPronoun = (item: Item | undefined): boolean => means(item, 'self', 'other');

/** A pronoun is a person only where somebody gains or loses something: "give me", 指派給我. */
export const isNamed = (items: readonly Item[], index: number): boolean => {
  const item = items[index];
  if (item?.kind === 'name') return true;
  if (!isPronoun(item)) return false;
  const left = items[neighbour(items, index, -1)];
  const listed = isSeparator(left) && items[index - 2]?.kind === 'name';
  const receives = means(left, 'to', 'from', 'for', 'give', 'assign', 'let', 'unassign', 'object');
  return (
    listed || receives || (means(item, 'self') && means(left, 'take', 'get', 'with', 'add', 'put', 'remove', 'off'))
  );
};

/** Whether the words around a name say that somebody is meant by it. */
export const hasPlace = (reading: Reading, index: number, taken: ReadonlySet<number>): boolean => {
  const { items, tokens } = reading;
  const before = items[index - 1];
  if (means(before, 'article', 'it') && !means(before, 'each', 'to', 'give')) return false;
  const left = neighbour(items, index, -1);
  if (isSeparator(items[left]) && (taken.has(left - 1) || taken.has(neighbour(items, left, -1)))) return true;
  if (means(items[left], ...LEFT)) return true;
  if (items[left]?.kind === 'mark' && ['@', ':', '→'].includes(items[left]?.text ?? '')) return true;
  const right = items[neighbour(items, index, 1)];
  const isCjk = tokens[items[index]?.from ?? -1]?.kind === 'cjk';
  return means(right, ...RIGHT) || (isCjk && means(right, ...RIGHT_VERBS));
};

/** First of a list whose last name says what part they play: "Ana and Bob need Visio". */
export const opensList = (items: readonly Item[], index: number): boolean => {
  let at = index;
  while (isSeparator(items[at + 1]) && items[at + 2]?.kind === 'name') at += 2;
  return at > index && means(items[neighbour(items, at, 1)], ...RIGHT);
};

import { type Item, means } from './items';
import { neighbour, type Reading, written } from './reading';

export interface PeopleRead {
  readonly people: readonly string[];
  /** Indexes of the items that were read as people. */
  readonly indexes: ReadonlySet<number>;
  /** There are people on both sides: from one to another. */
  readonly moved: boolean;
}

const LEFT = ['to', 'from', 'for', 'give', 'let', 'with', 'put', 'take', 'assign', 'unassign', 'add', 'remove', 'drop', 'get', 'object', 'on', 'off', 'delete', 'each', 'transfer', 'license', 'who', 'want', 'aux', 'have', 'cancel'] as const;
const RIGHT = ['possessive', 'need', 'want', 'beDone', 'have', 'to', 'from', 'on', 'off', 'add', 'remove', 'unassign', 'give', 'each', 'assign', 'with', 'use', 'away', 'what', 'howMany', 'get', 'not', 'topic', 'past', 'purpose'] as const;

const isSeparator = (item: Item | undefined): boolean => means(item, 'and') || (item?.kind === 'mark' && [',', ';', '/', '\n', '、'].includes(item.text));

const isPronoun = (item: Item | undefined): boolean => means(item, 'self', 'other');

/** A pronoun is a person only where somebody gains or loses something: "give me", 指派給我. */
const isNamed = (items: readonly Item[], index: number): boolean => {
  const item = items[index];
  if (item?.kind === 'name') return true;
  if (!isPronoun(item)) return false;
  const left = items[neighbour(items, index, -1)];
  const listed = isSeparator(left) && items[index - 2]?.kind === 'name';
  const receives = means(left, 'to', 'from', 'for', 'give', 'assign', 'let', 'unassign', 'object');
  return listed || receives || (means(item, 'self') && means(left, 'take', 'get', 'with', 'add', 'put', 'remove', 'off'));
};

const hasPlace = (items: readonly Item[], index: number, taken: ReadonlySet<number>): boolean => {
  const before = items[index - 1];
  if (means(before, 'article', 'it') && !means(before, 'each', 'to', 'give')) return false;
  const left = neighbour(items, index, -1);
  if (isSeparator(items[left]) && (taken.has(left - 1) || taken.has(neighbour(items, left, -1)))) return true;
  if (means(items[left], ...LEFT)) return true;
  if (items[left]?.kind === 'mark' && ['@', ':', '→'].includes(items[left]?.text ?? '')) return true;
  return means(items[neighbour(items, index, 1)], ...RIGHT);
};

/** First of a list whose last name says what part they play: "Ana and Bob need Visio". */
const opensList = (items: readonly Item[], index: number): boolean => {
  let at = index;
  while (isSeparator(items[at + 1]) && items[at + 2]?.kind === 'name') at += 2;
  return at > index && means(items[neighbour(items, at, 1)], ...RIGHT);
};

/** Names and addresses that a text gives a part to, each as written. */
export const peopleOf = (reading: Reading): PeopleRead => {
  const { items } = reading;
  const people: string[] = [];
  const indexes = new Set<number>();
  const sides = new Set<string>();
  for (const [index, item] of items.entries()) {
    if (reading.excluded.has(index) || !isNamed(items, index)) continue;
    if (!isPronoun(item) && !hasPlace(items, index, indexes) && !opensList(items, index)) continue;
    indexes.add(index);
    const left = items[neighbour(items, index, -1)];
    if (means(left, 'to', 'give')) sides.add('to');
    else if (means(left, 'from') || means(items[neighbour(items, index, 1)], 'possessive')) sides.add('from');
    const name = nameOf(reading, item);
    if (name !== '' && !people.includes(name)) people.push(name);
  }
  return { people, indexes, moved: sides.size > 1 };
};

const PARTICLE = /^(?:de|da|di|do|du|del|der|den|van|von|la|le|el|al|bin|ibn|y|e|ter|ten|dos|das|af|av|zu)$/;

/** A name with capitals ends where the capitals end; the rest of the run is something else. */
const nameOf = (reading: Reading, item: Item): string => {
  let { from, to } = item;
  const { tokens } = reading;
  const isCapital = (i: number): boolean => tokens[i]?.capital ?? false;
  const hasCapital = tokens.slice(from, to).some(token => token.capital);
  if (hasCapital) {
    while (from < to && !isCapital(from) && !PARTICLE.test(tokens[from]?.text ?? '')) from++;
    while (to > from + 1 && !isCapital(to - 1) && !(tokens[to - 1]?.glued ?? false)) to--;
  }
  return written(reading, from, to);
};

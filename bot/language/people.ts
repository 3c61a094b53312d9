import { type Item, means } from './items';
import { neighbour, type Reading, written } from './reading';

export interface PeopleRead {
  readonly people: readonly string[];
  /** Indexes of the items that were read as people. */
  readonly indexes: ReadonlySet<number>;
  /** How many of them are not the speaker. */
  readonly others: number;
  /** Somebody stands where the thing to be assigned may stand as well: "assign work to Ana". */
  readonly direct: boolean;
  /** Somebody stands after "to", "for" or 給. */
  readonly reached: boolean;
  /** An unknown word stands before a name: "saw Ana". */
  readonly led: boolean;
  /** There are people on both sides: from one to another. */
  readonly moved: boolean;
}

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

const isPronoun = (item: Item | undefined): boolean => means(item, 'self', 'other');

/** A pronoun is a person only where somebody gains or loses something: "give me", 指派給我. */
const isNamed = (items: readonly Item[], index: number): boolean => {
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

const hasPlace = (reading: Reading, index: number, taken: ReadonlySet<number>): boolean => {
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
const opensList = (items: readonly Item[], index: number): boolean => {
  let at = index;
  while (isSeparator(items[at + 1]) && items[at + 2]?.kind === 'name') at += 2;
  return at > index && means(items[neighbour(items, at, 1)], ...RIGHT);
};

const isReached = (left: Item | undefined): boolean => means(left, 'to', 'for') || left?.text === '→';

/** 給 is "to" as well as "give"; "give Ana's licence" takes it from her. */
const sideOf = (left: Item | undefined, right: Item | undefined): 'to' | 'from' | '' => {
  if (means(left, 'to') || (means(left, 'give') && means(left, 'for'))) return 'to';
  if (means(left, 'from') || means(right, 'possessive')) return 'from';
  return means(left, 'give') ? 'to' : '';
};

/** Names and addresses that a text gives a part to, each as written. */
export const peopleOf = (reading: Reading): PeopleRead => {
  const { items } = reading;
  const people: string[] = [];
  const indexes = new Set<number>();
  const sides = new Set<string>();
  let others = 0;
  let direct = false;
  let reached = false;
  let led = false;
  for (const [index, item] of items.entries()) {
    if (reading.excluded.has(index) || !isNamed(items, index)) continue;
    if (!isPronoun(item) && !hasPlace(reading, index, indexes) && !opensList(items, index)) continue;
    indexes.add(index);
    reached ||= isReached(items[neighbour(items, index, -1)]);
    direct ||=
      means(items[neighbour(items, index, -1)], 'assign') && !means(items[neighbour(items, index, -1)], 'give', 'to');
    const left = items[neighbour(items, index, -1)];
    sides.add(sideOf(left, items[neighbour(items, index, 1)]));
    const name = nameOf(reading, item);
    led ||= !written(reading, item.from, item.to).startsWith(name);
    if (name === '' || people.includes(name)) continue;
    people.push(name);
    if (!means(item, 'self')) others++;
  }
  return { people, indexes, others, direct, reached, led, moved: sides.has('to') && sides.has('from') };
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

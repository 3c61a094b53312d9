import { type Item, means } from './items';
import { hasPlace, isNamed, isPronoun, isSeparator, opensList } from './people-places';
import { neighbour, type Reading, written } from './reading';

export interface PeopleRead {
  readonly people: readonly string[];
  /** Indexes of the items that were read as people. */
  readonly indexes: ReadonlySet<number>;
  /** How many of them are not the speaker. */
  readonly others: number;
  /** How many of them have a name. */
  readonly named: number;
  /** One of them is surely somebody: by a capital, by script, as an address, or between "does" and "have". */
  readonly certain: boolean;
  /** Somebody stands where the thing to be assigned may stand as well: "assign work to Ana". */
  readonly direct: boolean;
  /** Somebody stands after "to", "for" or 給. */
  readonly reached: boolean;
  /** An unknown word stands before a name: "saw Ana". */
  readonly led: boolean;
  /** How many unknown words stand behind names. */
  readonly trailed: number;
  /** There are people on both sides: from one to another. */
  readonly moved: boolean;
}

/** 給 is "to" as well as "give"; "give Ana's licence" takes it from her. */
const sideOf = (left: Item | undefined, right: Item | undefined): 'to' | 'from' | '' => {
  if (means(left, 'to') || (means(left, 'give') && means(left, 'for'))) return 'to';
  if (means(left, 'from') || means(right, 'possessive')) return 'from';
  return means(left, 'give') ? 'to' : '';
};

const isReached = (left: Item | undefined, next: Item | undefined): boolean =>
  means(left, 'to', 'for') || left?.text === '→' || next?.text === '→';
const isDirect = (left: Item | undefined): boolean =>
  means(left, 'object') || (means(left, 'assign') && !means(left, 'give', 'to'));

/** Somebody's name beyond doubt: by a capital, by script, or as an address. */
export const isSurely = (reading: Reading, item: Item | undefined): boolean =>
  item?.kind === 'name' &&
  reading.tokens.slice(item.from, item.to).some(token => token.capital || token.kind !== 'word');

/** 但, 往: no name, where names have a family's part and a given one. */
const isOneCharacter = ({ tokens }: Reading, item: Item | undefined): boolean =>
  item?.kind === 'name' && item.to === item.from + 1 && tokens[item.from]?.kind === 'cjk';

const indexesOf = (reading: Reading): Set<number> => {
  const { items } = reading;
  const indexes = new Set<number>();
  for (const [index, item] of items.entries()) {
    if (reading.excluded.has(index) || !isNamed(items, index) || isOneCharacter(reading, items[index])) continue;
    if (isPronoun(item) || hasPlace(reading, index, indexes) || opensList(reading, index)) indexes.add(index);
  }
  return indexes;
};

/** Names and addresses that a text gives a part to, each as written. */
export const peopleOf = (reading: Reading): PeopleRead => {
  const { items } = reading;
  const indexes = indexesOf(reading);
  const found = [...indexes].map(index => {
    const item = items[index];
    const left = items[neighbour(items, index, -1)];
    const side = sideOf(left, items[neighbour(items, index, 1)]);
    const right = items[neighbour(items, index, 1)];
    const asked = means(left, 'aux', 'what') && means(right, 'have', 'get', 'use', 'on');
    const certain = !means(item, 'self') && (asked || isSurely(reading, item));
    const pronoun = means(item, 'other') && !isSeparator(left);
    return {
      left,
      next: items[index + 1],
      side,
      certain,
      pronoun,
      self: means(item, 'self'),
      ...nameOf(reading, item),
    };
  });
  // "Ana has left, take back her licence": she is Ana.
  const isNamedToo = found.some(({ pronoun, name, self }) => !pronoun && !self && name !== '');
  const named = found.filter(
    ({ name, pronoun }, i) =>
      name !== '' && !(pronoun && isNamedToo) && found.findIndex(other => other.name === name) === i,
  );
  return {
    people: named.map(({ name }) => name),
    indexes,
    others: named.filter(({ self }) => !self).length,
    named: named.filter(({ self, pronoun }) => !self && !pronoun).length,
    certain: found.some(({ certain }) => certain),
    direct: found.some(({ left }) => isDirect(left)),
    reached: found.some(({ left, next }) => isReached(left, next)),
    led: found.some(({ before }) => before > 0),
    trailed: found.reduce((sum, { after }) => sum + after, 0),
    moved: ['to', 'from'].every(side => found.some(each => each.side === side)),
  };
};

const PARTICLE = /^(?:de|da|di|do|du|del|der|den|van|von|la|le|el|al|bin|ibn|y|e|ter|ten|dos|das|af|av|zu)$/;

interface Named {
  readonly name: string;
  /** Unknown words before the name, and after it. */
  readonly before: number;
  readonly after: number;
}

/** A name with capitals ends where the capitals end; the rest of the run is something else. */
export const nameOf = (reading: Reading, item: Item | undefined): Named => {
  if (item === undefined) return { name: '', before: 0, after: 0 };
  const { tokens } = reading;
  let { from, to } = item;
  const isCapital = (i: number): boolean => tokens[i]?.capital ?? false;
  if (tokens.slice(from, to).some(token => token.capital)) {
    while (from < to && !isCapital(from) && !PARTICLE.test(tokens[from]?.text ?? '')) from++;
    while (to > from + 1 && !isCapital(to - 1) && !(tokens[to - 1]?.glued ?? false)) to--;
  }
  return { name: written(reading, from, to), before: from - item.from, after: item.to - to };
};

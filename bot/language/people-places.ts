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
  'allow',
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
  'future',
  'purpose',
  'ma',
  'allOf',
  'be',
] as const;
/** Where names are written without spaces, what is done may follow them: 王小明移除. */
const RIGHT_VERBS = ['add', 'remove', 'unassign', 'give', 'assign', 'turnOn'] as const;

export const isSeparator = (item: Item | undefined): boolean =>
  means(item, 'and') || (item?.kind === 'mark' && [',', ';', '/', '+', '\n', '、'].includes(item.text));

export const isPronoun = (item: Item | undefined): boolean => means(item, 'self', 'other');

/** A pronoun is a person only where somebody gains or loses something: "give me", 指派給我. */
export const isNamed = (items: readonly Item[], index: number): boolean => {
  const item = items[index];
  if (item?.kind === 'name') return true;
  if (!isPronoun(item)) return false;
  const left = items[neighbour(items, index, -1)];
  const listed =
    (isSeparator(left) && items[index - 2]?.kind === 'name') ||
    (means(item, 'self') && means(items[index + 1], 'and') && items[index + 2]?.kind === 'name');
  const receives = means(left, 'to', 'from', 'for', 'give', 'assign', 'let', 'unassign', 'object');
  return (
    listed ||
    receives ||
    (means(item, 'self') && means(left, 'take', 'get', 'with', 'add', 'put', 'remove', 'off', 'drop', 'delete', 'set'))
  );
};

/** Whether a person stands before a separator, or before ", and". "Regards,⏎Bob" is no list. */
const isListed = (items: readonly Item[], separator: number, taken: ReadonlySet<number>): boolean => {
  const before = neighbour(items, separator, -1);
  if (taken.has(separator - 1) || taken.has(before)) return true;
  return (
    means(items[separator], 'and') &&
    isSeparator(items[before]) &&
    (taken.has(before - 1) || taken.has(neighbour(items, before, -1)))
  );
};

/** "The project is late": behind the "is" of what was named stands what is said of it, no person. */
const isPredicate = (items: readonly Item[], left: number): boolean =>
  means(items[left], 'aux') && items.slice(0, left).some(item => item.kind === 'product' || item.kind === 'name');

/** "Who sits on …": an unknown word behind "who" is what they do, unless it begins as a name does. */
const isWhatTheyDo = ({ items, tokens }: Reading, left: number, index: number): boolean =>
  means(items[left], 'who') &&
  tokens[items[index]?.from ?? -1]?.kind === 'word' &&
  tokens[items[index]?.from ?? -1]?.capital === false;

/** "Visio, 小明, 指派": thing, person and deed, one by one; "our new designer, Ana, needs Visio". */
const isBetweenPauses = (reading: Reading, left: number, index: number): boolean =>
  reading.items[left]?.text === ',' && (isBeforeDeed(reading, left, index) || isBehindThing(reading, left, index));

/** "Revoke Visio, Ana Souza". */
const isBehindThing = ({ items, tokens }: Reading, left: number, index: number): boolean =>
  (items[left - 1]?.kind === 'product' || means(items[left - 1], 'license')) &&
  items.slice(index + 1).every(({ kind }) => kind === 'mark') &&
  tokens[items[index]?.from ?? -1]?.capital === true &&
  means(items[0], 'unassign', 'assign') &&
  items.slice(0, left).every(({ kind }) => kind !== 'name');

const isBeforeDeed = ({ items }: Reading, left: number, index: number): boolean =>
  items[index + 1]?.text === ',' &&
  (means(items[index + 2], 'need') ||
    (means(items[index + 2], 'assign', 'unassign', 'remove') &&
      items.slice(0, left).some(item => item.kind === 'product' || means(item, 'license'))));

/** "License Ana for Visio": the noun, opening a sentence before a name. */
export const isOrderToLicense = ({ items, tokens }: Reading, at: number): boolean =>
  means(items[at], 'license') &&
  items[at + 1]?.kind === 'name' &&
  (tokens[items[at + 1]?.from ?? -1]?.capital === true || tokens[items[at + 1]?.from ?? -1]?.kind !== 'word') &&
  means(items[at + 2], 'for', 'and', 'with', 'to', 'use') &&
  items.slice(0, at).every(item => means(item, 'please', 'couldYou', 'greeting') || item.kind === 'mark') &&
  items.slice(at).some(item => item.kind === 'product');

/** "Ana is given", "Ana be removed": what happens to her. */
const isDoneTo = (items: readonly Item[], index: number): boolean => {
  let at = index + 1;
  while (means(items[at], 'be', 'beDone', 'aux', 'filler')) at++;
  const isPassive = at > index + 1 && means(items[at], 'assign', 'give', 'unassign', 'remove', 'take', 'add', 'put');
  return isPassive && items[at]?.entry?.senses.some(({ form }) => form === 'done') === true;
};

/** "To my colleague Ana": the word says who she is, and stands in her place. */
const isApposed = (items: readonly Item[], left: number, index: number): boolean =>
  means(items[left], 'apposed') && left === index - 1 && means(items[neighbour(items, left, -1)], ...LEFT);

/** "→ Ana", "Ana → Visio", "for: Ana". */
const isPointedAt = (items: readonly Item[], left: number, index: number): boolean =>
  (items[left]?.kind === 'mark' && ['@', ':', '→'].includes(items[left]?.text ?? '')) || items[index + 1]?.text === '→';

/** Whether the words around a name say that somebody is meant by it. */
export const hasPlace = (reading: Reading, index: number, taken: ReadonlySet<number>): boolean => {
  const { items, tokens } = reading;
  const before = items[index - 1];
  if (means(before, 'article', 'it') && !means(before, 'each', 'to', 'give')) return false;
  const left = neighbour(items, index, -1);
  if (isSeparator(items[left]) && isListed(items, left, taken)) return true;
  if (means(items[left], ...LEFT)) return !isPredicate(items, left) && !isWhatTheyDo(reading, left, index);
  if (isBetweenPauses(reading, left, index)) return true;
  if (isOrderToLicense(reading, left)) return true;
  if (isApposed(items, left, index) || isPointedAt(items, left, index)) return true;
  const right = items[neighbour(items, index, 1)];
  const isCjk = tokens[items[index]?.from ?? -1]?.kind === 'cjk';
  return (
    means(right, ...RIGHT) ||
    means(items[index + 1], 'use') ||
    isDoneTo(items, index) ||
    (isCjk && means(right, ...RIGHT_VERBS))
  );
};

/** Index after the one separator, or two (", and"), that follow an item; past the end when none does. */
const afterSeparator = (items: readonly Item[], at: number): number => {
  if (!isSeparator(items[at + 1])) return items.length;
  return means(items[at + 2], 'and') ? at + 3 : at + 2;
};

/** First of a list whose last name says what part they play: "Ana and Bob need Visio". */
export const opensList = ({ items, tokens }: Reading, index: number): boolean => {
  let at = index;
  for (let next = afterSeparator(items, at); items[next]?.kind === 'name'; next = afterSeparator(items, at)) at = next;
  const right = items[neighbour(items, at, 1)];
  const isCjk = tokens[items[at]?.from ?? -1]?.kind === 'cjk';
  return at > index && (means(right, ...RIGHT) || (isCjk && means(right, ...RIGHT_VERBS)));
};

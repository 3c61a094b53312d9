import { type Item, means } from './items';
import { isDo, type Reading } from './reading';

const CONNECTS = [',', ';', '.', '\n', '!', '?'];

const isStop = (item: Item): boolean => item.kind === 'mark' && CONNECTS.includes(item.text);

const isConnector = (item: Item): boolean => isStop(item) || (means(item, 'and', 'then') && !means(item, 'future'));

/** The stretches between commas, full stops and words like "then". */
export const clauses = (reading: Reading): readonly Item[][] => once(byClause, reading, isConnector);

/** The stretches between commas and full stops alone. */
export const phrases = (reading: Reading): readonly Item[][] => once(byPhrase, reading, isStop);

const byClause = new WeakMap<Reading, readonly Item[][]>();
const byPhrase = new WeakMap<Reading, readonly Item[][]>();

/** Several rules ask for the same stretches; a reading never changes. */
const once = (
  known: WeakMap<Reading, readonly Item[][]>,
  reading: Reading,
  isEnd: (item: Item) => boolean,
): readonly Item[][] => {
  const before = known.get(reading);
  if (before !== undefined) return before;
  const parts = cut(reading, isEnd);
  known.set(reading, parts);
  return parts;
};

const cut = (reading: Reading, isEnd: (item: Item) => boolean): Item[][] => {
  const parts: Item[][] = [[]];
  for (const [i, item] of reading.items.entries()) {
    if (reading.excluded.has(i)) continue;
    if (isEnd(item)) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts.filter(part => part.length > 0);
};

export const isDeed = (item: Item): boolean =>
  isDo(item) && !means(item, 'filler', 'want', 'need', 'to', 'have', 'speak', 'for', 'object', 'lapse', 'use');

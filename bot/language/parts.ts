import { type Item, means } from './items';
import { type Reading, readingOf } from './reading';

const STOPS = new Set([',', ';', '.', '\n', '!', '?', '(', ')', '~']);
/** Whoever has more to say than this asks for nothing plain. */
const MOST = 12;

/** A list goes on behind these. */
const GOES_ON = new Set([',', ';', '\n']);
const isMark = (item: Item | undefined): boolean => item?.kind === 'mark';
const isStop = ({ tokens }: Reading, item: Item): boolean =>
  item.kind === 'mark' &&
  STOPS.has(item.text) &&
  // "3.5" is one number, "a.b" one word.
  !(item.text === '.' && tokens[item.from]?.glued === true && tokens[item.to]?.glued === true);

/** A dash that stands between two thoughts, not inside a word. */
const isDash = ({ tokens }: Reading, item: Item): boolean =>
  item.kind === 'mark' && item.text === '-' && tokens[item.from]?.glued !== true && tokens[item.to]?.glued !== true;

/** "…, because he left": a reason begins a part of its own. */
const opensReason = (items: readonly Item[], i: number): boolean =>
  i > 0 && means(items[i], 'because', 'hence') && !isMark(items[i - 1]);

/** Names alone belong to the list they continue. */
const isOnlyNames = (part: readonly Item[]): boolean =>
  part.every(item => item.kind === 'name' || item.kind === 'mark' || means(item, 'and')) &&
  part.some(item => item.kind === 'name');

const pieces = (reading: Reading): Item[][] => {
  const parts: Item[][] = [[]];
  for (const [i, item] of reading.items.entries()) {
    if (opensReason(reading.items, i) || isDash(reading, item)) parts.push([]);
    parts.at(-1)?.push(item);
    if (isStop(reading, item)) parts.push([]);
  }
  return parts.filter(part => part.some(item => item.kind !== 'mark'));
};

const joined = (parts: readonly Item[][]): Item[][] => {
  const out: Item[][] = [];
  for (const part of parts) {
    const last = out.at(-1);
    const goesOn = GOES_ON.has(last?.at(-1)?.text ?? '');
    if (last !== undefined && goesOn && (isOnlyNames(part) || isOnlyNames(last))) last.push(...part);
    else out.push([...part]);
  }
  return out;
};

/** The thoughts of a text, each read as if it stood alone; names that go on a list stay with it. */
export const partsOf = (reading: Reading): Reading[] => {
  const parts = joined(pieces(reading));
  if (parts.length < 2 || parts.length > MOST) return [reading];
  const { compiled, original, tokens, guessed } = reading;
  return parts.map(items => readingOf(compiled, original, tokens, items, guessed));
};

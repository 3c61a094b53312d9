import { type Item, means } from './items';
import { isVerb, neighbour, type Reading } from './reading';

/** "The broken Visio licence", 舊的那個 Visio: an unknown word that only describes what is named behind it. */
const isAdjective = ({ items, tokens, products }: Reading, i: number): boolean => {
  const item = items[i];
  if (item === undefined || products.length === 0 || item.to - item.from > 4 || tokens[item.from]?.capital)
    return false;
  if (tokens[item.from]?.kind === 'word')
    return item.to - item.from <= 2 && means(items[i - 1], 'article', 'my', 'it') && isThing(items[i + 1]);
  const owned = means(items[i + 1], 'possessive');
  return owned && isThing(items[neighbour(items, i + 1, 1)]);
};

const isThing = (item: Item | undefined): boolean => item?.kind === 'product' || means(item, 'license', 'subscription');

/** What nobody has made sense of: how many words, whether one begins with a capital, and whether nothing is asked behind them. */
export const strays = (
  reading: Reading,
  used: ReadonlySet<number>,
): { words: number; name: boolean; last: boolean } => {
  const left = reading.items.filter(
    (item, i) => item.kind === 'name' && !used.has(i) && !reading.excluded.has(i) && !isAdjective(reading, i),
  );
  return {
    words: left.reduce((sum, item) => sum + (item.to - item.from), 0),
    last: left.every(
      item => !reading.items.some(other => other.from > item.from && (isVerb(other) || means(other, 'to'))),
    ),
    name: left.some(item => reading.tokens[item.from]?.capital === true),
  };
};

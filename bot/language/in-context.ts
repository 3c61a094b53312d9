import { type Concept, VERBS } from './concepts';
import { type Item, means } from './items';
import type { Sense } from './phrases';
import type { Token } from './tokens';

const DEEDS: ReadonlySet<Concept> = new Set<Concept>(
  VERBS.filter(verb => !['show', 'export', 'contact', 'speak', 'renew', 'lapse'].includes(verb)),
);
const SPARE: ReadonlySet<Concept> = new Set<Concept>(['howMany', 'unassign', 'trial']);

const isDeterminer = (item: Item | undefined): boolean =>
  item?.kind === 'word' && means(item, 'article', 'my') && !means(item, 'to', 'give', 'each');

const isThing = (item: Item | undefined): boolean => item?.kind === 'product' || means(item, 'license', 'subscription');

const without = (item: Item, isDropped: (sense: Sense) => boolean): Item => {
  const senses = (item.entry?.senses ?? []).filter(sense => !isDropped(sense));
  if (item.entry === undefined || senses.length === item.entry.senses.length) return item;
  return {
    ...item,
    entry: { ...item.entry, senses: senses.length > 0 ? senses : [{ concept: 'filler', form: 'do' }] },
  };
};

const isLatinWord = (item: Item, tokens: readonly Token[]): boolean =>
  item.kind === 'word' && item.to === item.from + 1 && tokens[item.from]?.kind === 'word';

/**
 * What words mean where they stand: behind "the" or "our" stands a noun or an adjective, no order ("the free seat",
 * "our drop"), and what is spare there counts nothing.
 */
export const inContext = (items: readonly Item[], tokens: readonly Token[]): Item[] =>
  items.map((item, i) => {
    if (!isLatinWord(item, tokens) || !isDeterminer(items[i - 1])) return item;
    const isSpare = isThing(items[i + 1]);
    return without(
      item,
      ({ concept, form }) => (form === 'do' && DEEDS.has(concept)) || (isSpare && SPARE.has(concept)),
    );
  });

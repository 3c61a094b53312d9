import { lostByNeighbours } from './by-neighbours';
import { type Concept, VERBS } from './concepts';
import { type Item, means } from './items';
import type { Entry, Sense } from './phrases';
import type { Token } from './tokens';

const DEEDS: ReadonlySet<Concept> = new Set<Concept>(
  VERBS.filter(verb => !['show', 'export', 'contact', 'speak', 'renew', 'lapse'].includes(verb)),
);
const SPARE: ReadonlySet<Concept> = new Set<Concept>(['howMany', 'unassign', 'trial', 'gratis']);

const ASKS: ReadonlySet<Concept> = new Set<Concept>(['who', 'canI']);

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

const ENDED = ['turnOff', 'lapse', 'cancel', 'stop'] as const;

/** "Tess is off the project, release her Visio": beside a product, "the project" is a project. */
const isCommonNoun = (items: readonly Item[], tokens: readonly Token[], i: number): boolean => {
  const item = items[i];
  if (item?.kind !== 'product' || item.to !== item.from + 1 || tokens[item.from]?.capital !== false) return false;
  if (!isDeterminer(items[i - 1]) || isThing(items[i + 1])) return false;
  return items.some(other => other.kind === 'product' && other.entry?.product !== item.entry?.product);
};

/** "Request: cancel Visio": what a message is, before what it asks. */
const isHeading = (items: readonly Item[], i: number): boolean =>
  i === 0 && items[1]?.text === ':' && items.slice(2).some(item => item.entry?.senses.some(isOrder));

const isOrder = ({ concept, form }: Sense): boolean => form === 'do' && DEEDS.has(concept);

/** 我買的訂閱: those that were bought, and are to be shown. */
const isBought = (items: readonly Item[], i: number): boolean =>
  means(items[i], 'buy') &&
  means(items[i - 1], 'self', 'subject') &&
  means(items[i + 1], 'possessive') &&
  isThing(items[i + 2]) &&
  items.some(item => means(item, 'show'));

/** 已停用的 Visio … 重新啟用: how it is that is to be changed. */
const isEnded = (items: readonly Item[], i: number): boolean =>
  means(items[i], ...ENDED) &&
  means(items[i + 1], 'possessive') &&
  isThing(items[i + 2]) &&
  items.slice(i + 3).some(item => means(item, 'reactivate', 'renew'));

/** Which senses a word loses because of its neighbours; undefined where it keeps all of them. */
const lost = (items: readonly Item[], tokens: readonly Token[], i: number): ((sense: Sense) => boolean) | undefined => {
  const item = items[i];
  const before = items[i - 1];
  if (item?.kind !== 'word') return undefined;
  if (before?.kind === 'name' && means(item, 'who') && tokens[item.from]?.kind === 'word')
    return ({ concept }) => ASKS.has(concept);
  // "Our Copilot plan to 8".
  if (before?.kind === 'product' && means(item, 'plan') && means(item, 'to'))
    return ({ concept }) => concept === 'plan';
  if (isHeading(items, i) || isBought(items, i)) return ({ concept }) => DEEDS.has(concept);
  if (isEnded(items, i) || (means(item, 'past') && isEnded(items, i + 1))) return () => true;
  if (!isLatinWord(item, tokens) || !isDeterminer(before)) return lostByNeighbours(items, i, tokens);
  const describes = isThing(items[i + 1]);
  return ({ concept, form }) =>
    (form === 'do' && DEEDS.has(concept)) || (describes && (SPARE.has(concept) || form === 'done'));
};

const FILLER: Entry = { senses: [{ concept: 'filler', form: 'do' }] };

/**
 * What words mean where they stand: behind "the" or "our" stands a noun or an adjective, no order ("the free seat",
 * "our drop"), and what is spare there counts nothing. Behind a name, "who" asks for nobody.
 */
export const inContext = (items: readonly Item[], tokens: readonly Token[]): Item[] =>
  items.map((item, i) => {
    if (isCommonNoun(items, tokens, i)) return { ...item, kind: 'word', entry: FILLER };
    const isLost = lost(items, tokens, i);
    return isLost === undefined ? item : without(item, isLost);
  });

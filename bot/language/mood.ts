import type { Concept } from './concepts';
import { type Item, means } from './items';
import { has, isDo, isVerb, type Reading, verbAs } from './reading';

export type Refusal = 'negated' | 'compound' | 'everything' | 'statement' | 'conditional' | 'quoted' | 'unsafe';

const asks = (reading: Reading): boolean => has(reading, 'couldYou', 'please', 'okTag');

const opensWith = (reading: Reading, concept: Concept): boolean => {
  const first = reading.items.find(item => item.kind !== 'mark' && !means(item, 'please', 'greeting', 'okTag'));
  return means(first, concept);
};

const endsWithMark = (reading: Reading): boolean => reading.items.some(item => item.kind === 'mark' && item.text === '?');

/** A question how, whether or what if: it is answered, never acted on. */
export const isHowQuestion = (reading: Reading): boolean => {
  if (has(reading, 'howTo')) return true;
  if (has(reading, 'whatIf')) return true;
  if (has(reading, 'couldYou')) return false;
  return opensWith(reading, 'modal') ? !has(reading, 'please') : has(reading, 'canI') && !(has(reading, 'please') && !endsWithMark(reading));
};

/** A question for facts: who, which, how many, is it. "Could you …?" is none. */
export const isQuestion = (reading: Reading): boolean => {
  if (has(reading, 'couldYou', 'okTag')) return has(reading, 'who', 'howMany', 'when') || (has(reading, 'what') && has(reading, 'show'));
  if (has(reading, 'who', 'when', 'howMany', 'howMuch') || has(reading, 'what')) return true;
  if (opensWith(reading, 'aux')) return true;
  return !asks(reading) && (has(reading, 'ma') || endsWithMa(reading) || endsWithMark(reading));
};

const endsWithMa = (reading: Reading): boolean => means(reading.items.findLast(item => item.kind !== 'mark'), 'maEnd');

const CONNECTS = [',', ';', '.', '\n', '!', ':'];

const isConnector = (item: Item | undefined): boolean =>
  item !== undefined && ((item.kind === 'mark' && CONNECTS.includes(item.text)) || means(item, 'and', 'then'));

/** The stretches between commas, full stops and words like "then". */
const clauses = (reading: Reading): Item[][] => {
  const parts: Item[][] = [[]];
  for (const [i, item] of reading.items.entries()) {
    if (reading.excluded.has(i)) continue;
    if (isConnector(item)) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts.filter(part => part.length > 0);
};

const isDeed = (item: Item): boolean => isDo(item) && !means(item, 'filler', 'want', 'need', 'to', 'have', 'speak', 'for', 'object');

/** Two wishes in one text: two clauses that each have a verb of their own, or two products. */
export const isCompound = (reading: Reading): boolean => {
  if (reading.products.length > 1) return true;
  const withVerb = clauses(reading).filter(clause => clause.some(isDeed));
  return withVerb.length > 1;
};

/** A "not" that takes back the whole of what is said. */
export const isNegated = (reading: Reading): boolean => {
  const parts = clauses(reading);
  const elsewhere = (part: Item[]): boolean => parts.some(other => other !== part && other.some(isDeed));
  return parts.some(part => part.some(isNot) && !(isGround(part) && elsewhere(part))) || stopsDoing(reading);
};

const isNot = (item: Item): boolean => means(item, 'not') && !means(item, 'please', 'couldYou', 'fewer', 'block', 'stop');

/** "We no longer need Visio, cancel it": the first part says why, and takes nothing back. */
const isGround = (part: readonly Item[]): boolean =>
  part.some(item => means(item, 'need', 'want', 'use')) && part.some(item => item.kind === 'product' || item.kind === 'name') && !part.some(item => isVerb(item) && !means(item, 'use', 'need', 'want'));

const stopsDoing = (reading: Reading): boolean =>
  reading.items.some((item, i) => means(item, 'stop', 'not') && reading.items[i + 1]?.entry?.senses.some(sense => sense.form === 'doing' && sense.concept !== 'renew'));

/** "Ana has already left, …": why something is wanted, in a part of its own and without a verb of ours. */
const isStory = (part: readonly Item[]): boolean =>
  part.some(item => item.kind === 'name' || item.kind === 'product') && !part.some(item => (isVerb(item) && !means(item, 'lapse', 'filler')) || means(item, 'future', 'plan', 'hearsay'));

const reported = (reading: Reading): boolean => {
  const parts = clauses(reading);
  const told = (part: Item[]): boolean => !isStory(part) || !parts.some(other => other !== part && other.some(isDeed));
  if (parts.some(part => told(part) && part.some(item => means(item, 'past', 'future', 'plan', 'hearsay', 'problem')))) return true;
  const done = reading.items.some(item => item.entry?.senses.some(sense => sense.form === 'done' && isVerb(item)) ?? false);
  const deed = reading.items.some((item, i) => isDeed(item) && !reading.excluded.has(i));
  if (done && !deed) return !has(reading, 'want', 'need', 'beDone', 'please', 'couldYou');
  if (!deed && reading.items.some(item => item.entry?.senses.some(sense => sense.form === 'doing') ?? false)) return !asks(reading);
  return false;
};

export const quotesVerb = (reading: Reading): boolean => {
  let open = false;
  for (const item of reading.items) {
    if (item.kind === 'mark' && item.text === '"') open = !open;
    else if (open && isVerb(item)) return true;
  }
  return false;
};

/** Somebody else's wish or words, told. */
export const isTold = (reading: Reading): boolean => has(reading, 'hearsay') && !has(reading, 'howTo') && !endsWithMark(reading);

/** Why a text that speaks of a change does not ask for it, if so. */
export const refusalOf = (reading: Reading, meant: { negation: boolean; everything: boolean; people: number }): Refusal | undefined => {
  if (has(reading, 'if')) return 'conditional';
  if (!meant.negation && isNegated(reading)) return 'negated';
  if (reported(reading)) return 'statement';
  const all = has(reading, 'everything', 'everyone', 'except', 'group') || (has(reading, 'allOf') && meant.people < 2);
  if (!meant.everything && all) return 'everything';
  return isCompound(reading) ? 'compound' : undefined;
};

export const isNegatedView = (reading: Reading): boolean => isNegated(reading) && verbAs(reading, 'do', 'show');

/** "When Ana is back, assign her Visio": a time to come, not a question about it. */
export const isOnceThen = (reading: Reading): boolean =>
  has(reading, 'when') && !endsWithMark(reading) && clauses(reading).length > 1 && reading.items.some(isDeed);

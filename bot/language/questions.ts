import { clauses, isDeed } from './clauses';
import type { Concept } from './concepts';
import { type Item, means } from './items';
import { has, isVerb, type Reading, verbAs } from './reading';
import { isNegated } from './refusals';

export const asks = (reading: Reading): boolean => has(reading, 'couldYou', 'please', 'okTag');

const opensWith = (reading: Reading, concept: Concept): boolean => {
  const at = reading.items.findIndex(item => item.kind !== 'mark' && !means(item, 'please', 'greeting', 'okTag'));
  const first = reading.items[at];
  const isDate = first?.entry?.month !== undefined && reading.items[at + 1]?.kind === 'number';
  return means(first, concept) && !isDate;
};

const endsWithMark = (reading: Reading): boolean =>
  reading.items.some(item => item.kind === 'mark' && item.text === '?');

const endsPolitely = (reading: Reading): boolean =>
  means(
    reading.items.findLast(item => item.kind !== 'mark'),
    'please',
  );

/** 小明的授權可以收回了: not whether it may be done, but that it may. */
const isGoAhead = (reading: Reading): boolean => {
  const last = reading.items.findLast(item => item.kind !== 'mark');
  const isOver =
    last?.entry?.senses.some(({ form }) => form === 'done') === true && reading.tokens[last.from]?.kind === 'cjk';
  const saysNow = (means(last, 'noMore') || isOver) && !means(last, 'not', 'maEnd');
  return saysNow && !endsWithMark(reading) && !has(reading, 'ma', 'self', 'subject') && !opensWith(reading, 'mayI');
};

const isSure = ({ items, tokens }: Reading, at: number): boolean =>
  items[at]?.kind === 'name' &&
  (tokens[items[at]?.from ?? -1]?.capital === true || tokens[items[at]?.from ?? -1]?.kind !== 'word');

/**
 * "Could Ana be given Visio?", 可以指派一個 Visio 給 Ana 嗎？: as a question it is complete, with somebody and a thing,
 * so it asks for the deed. "Can licenses be given to guests?" and "can I …?" ask whether.
 */
export const wishesAsking = (reading: Reading): boolean => {
  const { items, tokens } = reading;
  if (reading.products.length === 0 || has(reading, 'howTo', 'whatIf', 'what', 'who', 'if', 'group', 'everyone', 'not'))
    return false;
  const at = items.findIndex(item => item.kind !== 'mark' && !means(item, 'please', 'greeting', 'filler'));
  if (!means(items[at], 'wouldIt') || !items.some((_, i) => isSure(reading, i))) return false;
  if (means(items[at + 1], 'self')) return false;
  if (tokens[items[at]?.from ?? -1]?.kind === 'cjk') return items.some(isDeedOrGift);
  if (items.some((item, i) => isDone(item) && means(items[i - 1], 'be', 'beDone'))) return !means(items[at], 'canIt');
  // "Can Ana have a Visio licence?"
  return items.some((item, i) => isSure(reading, i - 1) && means(item, 'have', 'get') && !means(item, 'on'));
};

const isDone = (item: Item): boolean => item.entry?.senses.some(({ form }) => form === 'done') ?? false;
const isDeedOrGift = (item: Item): boolean => isDeed(item) || means(item, 'give');

/** A question how, whether or what if: it is answered, never acted on. */
export const isHowQuestion = (reading: Reading): boolean => {
  // "How is my Visio doing?" asks to see it.
  if (has(reading, 'howIs') && has(reading, 'status') && reading.products.length > 0) return false;
  if (has(reading, 'howTo')) return true;
  if (has(reading, 'whatIf')) return true;
  if (has(reading, 'whatIs') && !has(reading, 'current', 'my') && !verbAs(reading, 'doing', 'use')) return true;
  if (has(reading, 'couldYou') || wishesAsking(reading)) return false;
  return opensWith(reading, 'modal')
    ? !has(reading, 'please')
    : has(reading, 'canI') ||
        (has(reading, 'mayI') &&
          !isGoAhead(reading) &&
          !(has(reading, 'please') && (!endsWithMark(reading) || endsPolitely(reading))));
};

/** A question for facts: who, which, how many, is it. "Could you …?" is none. */
export const isQuestion = (reading: Reading): boolean => {
  if (wishesAsking(reading)) return false;
  if (has(reading, 'couldYou', 'okTag'))
    return has(reading, 'who', 'howMany', 'when') || (has(reading, 'what') && has(reading, 'show'));
  if (has(reading, 'who', 'when', 'howMany', 'howMuch', 'what', 'whatIs', 'howIs')) return true;
  if (opensWith(reading, 'aux')) return true;
  return !asks(reading) && (has(reading, 'ma') || endsWithMa(reading) || endsWithMark(reading));
};

const endsWithMa = (reading: Reading): boolean =>
  means(
    reading.items.findLast(item => item.kind !== 'mark'),
    'maEnd',
  );

const isQuote = (item: Item | undefined): boolean => item?.kind === 'mark' && item.text === '"';

export const quotesVerb = (reading: Reading): boolean => {
  if (isQuote(reading.items[0]) && isQuote(reading.items.at(-1)) && reading.items.length > 3) return true;
  // The name of a billing profile may hold what is a verb elsewhere.
  if (has(reading, 'profile') && !has(reading, 'hearsay')) return false;
  let open = false;
  for (const item of reading.items) {
    if (isQuote(item)) open = !open;
    else if (open && isVerb(item)) return true;
  }
  return false;
};

/** Somebody else's wish or words, told. */
export const isTold = (reading: Reading): boolean =>
  has(reading, 'hearsay', 'plan') && !has(reading, 'howTo', 'ma') && !endsWithMark(reading);

/** 什麼都不要取消: a question word, but no question. */
export const isNegatedOrder = (reading: Reading): boolean =>
  isNegated(reading) && !endsWithMark(reading) && !has(reading, 'ma');

/** "When Ana is back, assign her Visio": a time to come, not a question about it. */
export const isOnceThen = (reading: Reading): boolean =>
  has(reading, 'when') && !endsWithMark(reading) && clauses(reading).length > 1 && reading.items.some(isDeed);

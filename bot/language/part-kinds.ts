import { answerOf } from './answer-words';
import { isDeed } from './clauses';
import type { Concept } from './concepts';
import { MUTATING } from './intents';
import { type Item, means } from './items';
import type { Judged } from './judged';
import { isSurely, nameOf } from './people';
import { isHowQuestion, isQuestion, quotesVerb } from './questions';
import { has, type Reading, verbAs } from './reading';
import type { Refusal } from './refusals';

/**
 * What one thought of a text is to the others: a wish; a verb of wishing that lacks its object ("fix it"); something
 * to be shown; a reason, a greeting; or what may take the wish back, put it off or make it somebody else's.
 */
export type Part = 'wish' | 'order' | 'more' | 'view' | 'beside' | 'against';

/** Words that put a wish into doubt wherever they stand. */
const DOUBT: readonly Concept[] = [
  'hearsay',
  'plan',
  'if',
  'whatIf',
  'howTo',
  'except',
  'or',
  'canI',
  'unsafe',
  'everything',
  'everyone',
];
const DOUBTFUL: ReadonlySet<Refusal> = new Set<Refusal>(['conditional', 'quoted', 'unsafe', 'everything', 'compound']);

export const opening = ({ items }: Reading): Item | undefined =>
  items.find(
    item => item.kind !== 'mark' && !means(item, 'because', 'hence', 'please', 'greeting', 'filler', 'article'),
  );

/** Somebody or something is spoken of, rather than somebody spoken to. */
const tellsOf = (reading: Reading): boolean => {
  const first = opening(reading);
  return (
    first?.kind === 'name' ||
    first?.kind === 'product' ||
    means(first, 'subject', 'self', 'thirdParty', 'it', 'my', 'license', 'subscription', 'group', 'apposed')
  );
};

/** 不想再訂 Visio 了: what is not wanted any more. */
const endsLack = ({ items, tokens, products }: Reading): boolean => {
  const last = items.findLast(item => item.kind !== 'mark');
  return products.length > 0 && means(last, 'noMore') && tokens[last?.from ?? -1]?.kind === 'cjk';
};

/** "We don't have it yet", 王小明不用: what is not so, and no "don't" to the wish. */
const tellsLack = (reading: Reading): boolean =>
  (tellsOf(reading) || endsLack(reading)) &&
  !reading.items.some(item => isDeed(item) && !(has(reading, 'noMore') && means(item, 'buy', 'use', 'renew'))) &&
  (verbAs(reading, 'done', 'buy', 'use') ||
    has(reading, 'noMore', 'have', 'need', 'noNeed', 'use', 'lapse', 'purpose', 'tellsNot', 'work'));

const isTimeAlone = (reading: Reading): boolean =>
  (has(reading, 'future') || (has(reading, 'past') && reading.products.length === 0)) &&
  !tellsOf(reading) &&
  !has(reading, 'problem');

/** "…, his boss", "再給小美": who else is meant, or what else. */
const addsToWish = (reading: Reading): boolean => {
  const { items } = reading;
  const words = items.filter(item => item.kind !== 'mark');
  const isKin =
    words.some(item => means(item, 'relation', 'group')) &&
    words.every(item => isSurely(reading, item) || means(item, 'relation', 'group', 'my', 'article', 'filler', 'and'));
  return (
    isKin ||
    (means(words[0], 'then', 'and') && !means(words[0], 'howMany')) ||
    (means(words[0], 'to', 'from') && !means(words[0], 'give') && words.length > 1)
  );
};

/** "Nora has quit", "our team has grown", "Elif asked for Visio": about somebody, and nothing that could be changed. */
const tellsOfSomebody = (reading: Reading): boolean => {
  if (!tellsOf(reading) || isQuestion(reading)) return false;
  if (has(reading, 'asksFor') && !has(reading, 'not', 'if', 'plan')) return true;
  const isThing = reading.products.length > 0 || has(reading, 'license', 'subscription', 'it', 'autoRenew', 'card');
  const first = opening(reading);
  const isSomebody = isSurely(reading, first) || means(first, 'thirdParty', 'group', 'relation', 'my');
  return (
    isSomebody &&
    !isThing &&
    !has(reading, 'not', 'plan', 'hearsay', 'if', 'whatIf', 'everyone', 'everything') &&
    !addsToWish(reading)
  );
};

/** "Visio has a free seat" tells, though the same words could ask. */
const isAsking = (reading: Reading): boolean =>
  isQuestion(reading) &&
  !(
    has(reading, 'howMany') &&
    !has(reading, 'counts', 'what', 'who', 'when', 'howMuch', 'ma', 'aux') &&
    reading.items.every(item => item.text !== '?')
  );

/** "…, Ana Souza and Bob Chen tomorrow", "… licence to Ana tomorrow": the rest of a wish, and when. */
const isForLater = (reading: Reading): boolean =>
  has(reading, 'future') &&
  reading.items.every(
    item =>
      (item.kind === 'name' && isSurely(reading, item) && nameOf(reading, item).after === 0) ||
      item.kind === 'product' ||
      item.kind === 'number' ||
      item.kind === 'mark' ||
      means(item, 'future', 'and', 'to', 'from', 'for', 'give', 'license', 'filler', 'article', 'measure', 'please'),
  ) &&
  reading.items.some(({ kind }) => kind === 'name' || kind === 'product');

/** Whether something in it may take a wish beside it back, put it off, or make it another. */
const speaksAgainst = (reading: Reading, reason: Refusal | undefined): boolean => {
  if (has(reading, ...DOUBT) || isTimeAlone(reading) || isAsking(reading) || addsToWish(reading)) return true;
  if (reason !== undefined && DOUBTFUL.has(reason)) return true;
  const isNo = has(reading, 'not', 'stop') || (has(reading, 'no') && !has(reading, 'problem'));
  return isNo && !tellsLack(reading);
};

const isGround = (reading: Reading): boolean =>
  means(reading.items[0], 'because') && reading.products.length === 0 && !has(reading, 'if', 'hearsay');

const besideOr = (reading: Reading, reason: Refusal | undefined): Part => {
  if (isForLater(reading)) return 'against';
  if (isGround(reading) || tellsOfSomebody(reading)) return 'beside';
  if (endsLack(reading) && tellsLack(reading) && reason === 'negated') return 'beside';
  if (speaksAgainst(reading, reason)) return 'against';
  if (means(opening(reading), 'give') && !tellsOf(reading)) return 'more';
  if (!reading.items.some(isDeed)) return 'beside';
  return reason === undefined && !tellsOf(reading) ? 'order' : 'against';
};

const asksPlainly = (reading: Reading): boolean =>
  has(reading, 'please', 'couldYou') && has(reading, 'cancel') && !has(reading, 'not');

/** See Part. */
export const partOf = (reading: Reading, judged: Judged): Part => {
  const answer = answerOf(reading);
  // "…, please cancel" is no "no".
  if (answer === 'no' && asksPlainly(reading)) return 'order';
  if (answer !== undefined) return answer === 'no' || answer === 'undo' ? 'against' : 'beside';
  if (has(reading, 'unsafe') || quotesVerb(reading)) return 'against';
  if (MUTATING.has(judged.intent)) return 'wish';
  if (judged.intent === 'help') return 'against';
  if (judged.intent === 'none') return besideOr(reading, judged.reason);
  if (isHowQuestion(reading)) return 'against';
  return isAsking(reading) || has(reading, 'show', 'what') ? 'view' : besideOr(reading, undefined);
};

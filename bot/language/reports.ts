import { isDeed } from './clauses';
import type { Concept } from './concepts';
import { type Item, means } from './items';
import { has, isVerb, type Reading } from './reading';

const isDone = (item: Item): boolean =>
  isVerb(item) && (item.entry?.senses.some(sense => sense.form === 'done') ?? false);

/** 我把 Visio 指派給 Bob 了, 我幫 Bob 指派了 Visio: who did what, told without a word of wishing. */
export const tellsOfDeed = (reading: Reading): boolean => {
  const { items } = reading;
  const opening = items.find(item => item.kind !== 'mark');
  if (reading.tokens[opening?.from ?? -1]?.kind !== 'cjk') return false;
  if (!means(opening, 'self', 'subject', 'thirdParty') || has(reading, 'want', 'need', 'couldYou', 'beDone'))
    return false;
  const last = items.findLast(item => item.kind !== 'mark');
  return items.some(isDone) || (means(last, 'noMore') && !means(last, 'not', 'no'));
};

/** 我 assign 了 Visio: what was done, by a mark right behind the verb and more to follow. */
export const marksDone = ({ items }: Reading): boolean =>
  items.some(
    (item, i) =>
      isDeed(item) &&
      means(items[i + 1], 'noMore') &&
      (items[i + 2]?.kind === 'product' || items[i + 2]?.kind === 'name' || items[i + 2]?.kind === 'number'),
  );

/** 給 Bob 的 Visio: a thing that somebody has, not a wish to give it. */
export const isOnlyNamed = ({ items }: Reading): boolean =>
  items.some(
    (item, i) =>
      means(item, 'give') &&
      items[i + 1]?.kind === 'name' &&
      means(items[i + 2], 'possessive') &&
      (items[i + 3]?.kind === 'product' || means(items[i + 3], 'license')),
  ) &&
  items.filter(item => isDeed(item)).every(item => means(item, 'give')) &&
  items.filter(isDeed).length <= 1;

const PEOPLE: readonly Concept[] = ['group', 'relation', 'apposed', 'everyone', 'organisation'];

/** 試用 Visio 的人, 取消 Visio 的原因: somebody who does it, or something about it, and no wish that it be done. */
export const namesDoer = ({ items, tokens }: Reading): boolean => {
  const last = items.findLastIndex(item => item.kind !== 'mark' && !means(item, 'ma'));
  const owns = items.findLastIndex(
    (item, i) => i < last && means(item, 'possessive') && tokens[item.from]?.kind === 'cjk',
  );
  const noun = items[owns + 1];
  if (owns < 1 || noun === undefined || items[owns - 1]?.kind !== 'product') return false;
  const isPeople = means(noun, ...PEOPLE, 'doer') && owns + 1 === last;
  const isOther =
    noun.kind === 'name' &&
    items.slice(owns + 1).every(item => item.kind === 'name' || means(item, 'purpose', 'problem', 'because'));
  return (
    (isPeople || isOther) &&
    items.slice(0, owns).some(isDeed) &&
    !items.slice(0, owns).some(item => means(item, 'object', 'for', 'please'))
  );
};

/** 謝謝你幫我指派 Visio: thanks for what was done. Whoever asks pauses behind them. */
export const thanksForDeed = ({ items, tokens }: Reading): boolean => {
  const first = items.findIndex(item => item.kind !== 'mark');
  const next = items[first + 1];
  return (
    means(items[first], 'thanks') &&
    tokens[items[first]?.from ?? -1]?.kind === 'cjk' &&
    next !== undefined &&
    next.kind !== 'mark' &&
    items.slice(first + 1).some(isDeed)
  );
};

/** "Bob needed Visio", "we needed it": once. */
export const tellsOfNeed = ({ items }: Reading): boolean =>
  items.some(
    (item, i) =>
      (item.kind === 'name' || means(item, 'subject', 'thirdParty', 'group')) &&
      means(items[i + 1], 'needed') &&
      i + 2 < items.length,
  );

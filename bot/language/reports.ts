import { isDeed } from './clauses';
import type { Concept } from './concepts';
import { type Item, means } from './items';
import { has, isVerb, type Reading } from './reading';

const isDone = (item: Item): boolean =>
  isVerb(item) && (item.entry?.senses.some(sense => sense.form === 'done') ?? false);

/** 我把 Visio 指派給 Bob 了, 我幫 Bob 指派了 Visio: who did what, told without a word of wishing. */
const tellsOfDeed = (reading: Reading): boolean => {
  const { items } = reading;
  const opening = items.find(item => item.kind !== 'mark');
  if (reading.tokens[opening?.from ?? -1]?.kind !== 'cjk') return false;
  if (!means(opening, 'self', 'subject', 'thirdParty') || has(reading, 'want', 'need', 'couldYou', 'beDone'))
    return false;
  const last = items.findLast(item => item.kind !== 'mark');
  return items.some(isDone) || (means(last, 'noMore') && !means(last, 'not', 'no'));
};

/** "I keep adding": a habit. */
const tellsOfHabit = ({ items }: Reading): boolean =>
  items.some((item, i) => means(item, 'subject') && means(items[i + 1], 'keep') && isDoing(items[i + 2]));

const isDoing = (item: Item | undefined): boolean => item?.entry?.senses.some(({ form }) => form === 'doing') ?? false;

/** 我 assign 了 Visio: what was done, by a mark right behind the verb and more to follow. */
const marksDone = ({ items }: Reading): boolean =>
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
const namesDoer = ({ items, tokens }: Reading): boolean => {
  const owns = items.findLastIndex(item => means(item, 'possessive') && tokens[item.from]?.kind === 'cjk');
  const noun = items[owns + 1];
  const before = items[owns - 1];
  if (before === undefined || noun === undefined || !items.slice(0, owns).some(isDeedOrGift)) return false;
  const rest = items.slice(owns + 1).filter(item => item.kind !== 'mark' && !means(item, 'ma'));
  if (rest.length === 1 && means(noun, ...PEOPLE, 'doer')) return true;
  const isSpokenOf =
    before.kind === 'product' || means(before, 'license', 'subscription', 'autoRenew', 'measure') || isDeed(before);
  return (
    isSpokenOf &&
    noun.kind === 'name' &&
    rest.every(item => item.kind === 'name' || means(item, 'purpose', 'problem', 'because'))
  );
};

const isDeedOrGift = (item: Item): boolean => isDeed(item) || means(item, 'give');

const AGENTS: readonly Concept[] = ['group', 'relation', 'apposed', 'thirdParty'];

/** 小美收回陳怡君的 Visio, 我同事把 Visio 給 Ana: who does it stands before it, and it is told. */
const namesAgent = ({ items, tokens }: Reading): boolean => {
  const at = items.findIndex(item => item.kind !== 'mark' && !means(item, 'greeting'));
  const agent = items[at];
  if (agent === undefined || tokens[agent.from]?.kind === 'mention') return false;
  if (!isAgent(agent)) return false;
  let next = at + 1;
  while (isAgent(items[next]) || isBetween(items[next])) next++;
  const verb = items[next];
  if (verb === undefined || tokens[verb.from]?.kind !== 'cjk') return false;
  if (means(verb, 'object') && !means(verb, 'please', 'couldYou')) return true;
  if (!isDeedOrGift(verb) || means(verb, 'want', 'possessive', 'and')) return false;
  const isNamed = items.slice(at, next).some(item => item.kind === 'name');
  if (!isNamed) return !means(verb, 'need', 'use');
  return items.slice(next + 1).some(item => item.kind === 'name') && !means(verb, 'add', 'turnOn');
};

const isBetween = (item: Item | undefined): boolean =>
  means(item, 'self', 'want', 'filler', 'more', 'topic') &&
  !means(item, ...LINKS) &&
  !(item !== undefined && isDeed(item));
const LINKS: readonly Concept[] = ['possessive', 'object', 'and'];
const isAgent = (item: Item | undefined): boolean => item?.kind === 'name' || means(item, ...AGENTS);

/** 是我給的, 取消 Visio 的: no order ends so. */
const endsAsNoun = ({ items, tokens }: Reading): boolean => {
  const last = items.findLast(item => item.kind !== 'mark');
  return means(last, 'possessive') && tokens[last?.from ?? -1]?.kind === 'cjk';
};

/** 把 Visio 指派給王小明了: told, unless it is asked for. */
const endsAsTold = (reading: Reading): boolean => {
  const { items } = reading;
  const last = items.findLastIndex(item => item.kind !== 'mark');
  if (!means(items[last], 'noMore') || means(items[last], 'not', 'no', 'maEnd')) return false;
  const before = items[last - 1];
  const isFull = before?.kind === 'name' || before?.kind === 'number' || means(before, 'measure', 'license');
  const isGot = before?.kind === 'product' && has(reading, 'get', 'have');
  return (
    (isFull || isGot) &&
    !has(reading, 'please', 'want', 'need', 'couldYou', 'mayI', 'not', 'noNeed', 'only', 'suffices')
  );
};

/** "I should have cancelled it": nobody did. */
const tellsOfMissed = ({ items }: Reading): boolean =>
  items.some((item, i) => means(item, 'shouldHave') && items[i + 1] !== undefined && isDone(items[i + 1] as Item));

/** 謝謝你幫我指派 Visio: thanks for what was done. Whoever asks pauses behind them. */
const thanksForDeed = ({ items, tokens }: Reading): boolean => {
  const first = items.findIndex(item => item.kind !== 'mark');
  const next = items[first + 1];
  return (
    means(items[first], 'thanks', 'apology') &&
    tokens[items[first]?.from ?? -1]?.kind === 'cjk' &&
    next !== undefined &&
    next.kind !== 'mark' &&
    !(means(next, 'please', 'couldYou') && !means(items[first], 'thanks')) &&
    items.slice(first + 1).some(isDeedOrGift)
  );
};

/** "Bob needed Visio", "we needed it": once. */
const tellsOfNeed = ({ items }: Reading): boolean =>
  items.some(
    (item, i) =>
      (item.kind === 'name' || means(item, 'subject', 'thirdParty', 'group')) &&
      means(items[i + 1], 'needed') &&
      i + 2 < items.length,
  );

const MEANS_IT: readonly Concept[] = ['please', 'couldYou', 'beDone', 'plan', 'future', 'not', 'canI', 'mayI'];
const WISHES: readonly Concept[] = ['want', 'need'];

/** Who or what a sentence is about: "we", "it", "my plan", "our finance team". */
const subjectOf = ({ items, tokens }: Reading): { readonly isOthers: boolean; readonly end: number } | undefined => {
  const at = items.findIndex(item => item.kind !== 'mark' && !means(item, 'greeting'));
  if (tokens[items[at]?.from ?? -1]?.kind !== 'word') return undefined;
  if (means(items[at], 'subject', 'thirdParty', 'it')) return { isOthers: false, end: at + 1 };
  let end = at;
  while (means(items[end], 'my', 'article') || items[end]?.kind === 'name') end++;
  const isOthers = means(items[end], 'group', 'relation', 'organisation', 'everyone');
  if (isOthers || (end > at && means(items[end], 'aux'))) return { isOthers, end: isOthers ? end + 1 : end };
  return means(items[at], 'my', 'article') && means(items[at + 1], 'plan', 'filler')
    ? { isOthers, end: at + 1 }
    : undefined;
};

/** "I did cancel it", "we voted to cancel", "my plan is to cancel", "our team would like to cancel". */
const tellsWithVerb = (reading: Reading): boolean => {
  const { items } = reading;
  const subject = subjectOf(reading);
  const deed = items.findIndex(isDeed);
  if (subject === undefined || deed < subject.end) return false;
  const between = items.slice(subject.end, deed);
  if (between.some(item => item.kind === 'mark' || means(item, ...MEANS_IT))) return false;
  if (subject.isOthers) return between.every(item => !means(item, 'need') || means(item, 'want'));
  if (between.some(item => means(item, ...WISHES))) return false;
  return between.some(item => item.kind === 'name' || (means(item, 'aux') && !means(item, 'filler')));
};

const REPORTS = [
  tellsOfDeed,
  marksDone,
  namesDoer,
  namesAgent,
  endsAsNoun,
  endsAsTold,
  thanksForDeed,
  tellsOfNeed,
  tellsOfMissed,
  tellsOfHabit,
  tellsWithVerb,
] as const;

/** Whether a text tells of what is, was or is done by others, though its words are those of a wish. */
export const isReport = (reading: Reading): boolean => REPORTS.some(tells => tells(reading));

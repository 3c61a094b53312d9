import { clauses, isDeed, phrases } from './clauses';
import { type Item, means } from './items';
import { has, isPolite, isVerb, type Reading } from './reading';

export type Refusal = 'negated' | 'compound' | 'everything' | 'statement' | 'conditional' | 'quoted' | 'unsafe';

/** 給 is a verb where it opens a part that names somebody and a thing, else a preposition. */
const isWish = (clause: readonly Item[]): boolean => {
  if (clause.some(isDeed)) return true;
  const opens = means(
    clause.find(item => !means(item, 'please', 'filler')),
    'give',
  );
  const thing = clause.some(item => item.kind === 'product' || means(item, 'license'));
  return opens && thing && clause.some(item => item.kind === 'name');
};

/** Two wishes in one text: two clauses that each have a verb of their own, or two products. */
const isCompound = (reading: Reading): boolean => {
  if (reading.products.length > 1 || has(reading, 'or')) return true;
  return clauses(reading).filter(isWish).length > 1;
};

/** A "not" that takes back the whole of what is said. */
export const isNegated = (reading: Reading): boolean => {
  const parts = phrases(reading);
  const elsewhere = (part: Item[]): boolean => parts.some(other => other !== part && other.some(isDeed));
  return parts.some(part => part.some(isNot) && !(isGround(part) && elsewhere(part))) || stopsDoing(reading);
};

/** 禁止把 Visio 指派給 Bob: what follows is not to be done. */
export const blocksDeed = ({ items }: Reading): boolean => {
  const at = items.findIndex(item => means(item, 'block') && !means(item, 'allow'));
  return (
    at !== -1 &&
    items.slice(at + 1).some(item => (isDeed(item) || means(item, 'give')) && !means(item, 'renew', 'block'))
  );
};

const isNot = (item: Item): boolean =>
  means(item, 'not') && !means(item, 'please', 'couldYou', 'fewer', 'block', 'stop');

const opensWithNot = (part: readonly Item[]): boolean => {
  const first = part.find(item => !means(item, 'please', 'filler', 'greeting'));
  return first !== undefined && isNot(first);
};

/** "We no longer need Visio, cancel it": the first part says why, and takes nothing back. */
const isGround = (part: readonly Item[]): boolean =>
  (part.some(item => means(item, 'noMore')) ||
    (!opensWithNot(part) && part.some(item => means(item, 'need', 'want', 'use')))) &&
  part.some(item => item.kind === 'product' || item.kind === 'name' || means(item, 'it')) &&
  !part.some(item => isVerb(item) && !means(item, 'use', 'need', 'want'));

/** "…, never mind", "… 算了": a "no" that stands by itself, or at the end. */
const takesBack = (reading: Reading): boolean => {
  const isNo = (item: Item): boolean => means(item, 'no') && !isVerb(item) && !means(item, 'need', 'filler', 'yes');
  const last = reading.items.findLast(item => item.kind !== 'mark');
  if (last !== undefined && isNo(last)) return true;
  return phrases(reading).some(
    part => part.some(isNo) && part.every(item => isNo(item) || means(item, 'filler', 'please')),
  );
};

const stopsDoing = (reading: Reading): boolean =>
  reading.items.some(
    (item, i) =>
      means(item, 'stop', 'not') &&
      reading.items[i + 1]?.entry?.senses.some(sense => sense.form === 'doing' && sense.concept !== 'renew'),
  );

/** "Ana has already left, …", "it expired, …": why something is wanted, in a part of its own without a verb of ours. */
const isStory = (part: readonly Item[]): boolean => tellsNeed(part) || tellsChange(part);

const tellsNeed = (part: readonly Item[]): boolean => {
  const isNamed = part.some(item => item.kind === 'name');
  return (
    part.some(item => means(item, 'need') || (isNamed && means(item, 'use'))) &&
    !part.some(item => (isVerb(item) && !means(item, 'use')) || means(item, 'plan', 'hearsay', 'past'))
  );
};

const tellsChange = (part: readonly Item[]): boolean =>
  part.some(item => means(item, 'lapse', 'purpose')) &&
  !part.some(item => (isVerb(item) && !means(item, 'lapse', 'filler')) || means(item, 'future', 'plan', 'hearsay'));

const first = (reading: Reading): Item | undefined =>
  reading.items.find(item => item.kind !== 'mark' && !means(item, 'please', 'greeting'));

/** "You can cancel it there", "he cancels it", 小明想取消: what others may do, do or wish. */
const isAboutOthers = (reading: Reading): boolean => {
  const opening = first(reading);
  if (has(reading, 'modal') && !means(opening, 'modal') && !has(reading, 'couldYou')) return true;
  // "Nobody may buy it themselves" asks for a policy.
  if (means(opening, 'thirdParty') && !(means(opening, 'nobody') && has(reading, 'selfService', 'policy'))) return true;
  const at = reading.items.findIndex((item, i) => item.kind === 'name' && means(reading.items[i + 1], 'want'));
  const isCjk = reading.tokens[reading.items[at]?.from ?? -1]?.kind === 'cjk';
  const wish = reading.items[at + 2];
  return (
    at !== -1 &&
    isCjk &&
    wish !== undefined &&
    isDeed(wish) &&
    !means(wish, 'turnOn', 'get', 'use', 'assign', 'add', 'put')
  );
};

/** "Could Ana be given Visio?" */
const isPassiveQuestion = (reading: Reading): boolean => means(first(reading), 'wouldIt') && has(reading, 'be');

/** "Policy = disabled", "Teams Premium: self-service purchasing allowed": how something is to be set, after what. */
const isSetting = ({ items, concepts }: Reading): boolean => {
  const at = items.findIndex(item => item.text === '=' || item.text === ':');
  return at > 0 && (concepts.has('policy') || concepts.has('selfService')) && items.slice(0, at).some(isThing);
};
const isThing = (item: Item): boolean => item.kind === 'product' || means(item, 'policy', 'selfService');

const isTelling = (item: Item, endMeant: boolean): boolean =>
  means(item, 'past', 'future', 'plan', 'hearsay', 'problem') && !(endMeant && means(item, 'atEnd', 'current'));

const reported = (reading: Reading, endMeant: boolean): boolean => {
  const parts = clauses(reading);
  const told = (part: Item[]): boolean => !isStory(part) || !parts.some(other => other !== part && other.some(isDeed));
  if (parts.some(part => told(part) && part.some(item => isTelling(item, endMeant)))) return true;
  const done = reading.items.some(
    item => item.entry?.senses.some(sense => sense.form === 'done' && isVerb(item)) ?? false,
  );
  const deed = reading.items.some((item, i) => isDeed(item) && !reading.excluded.has(i));
  if (done && !deed)
    return (
      !isSetting(reading) &&
      !isPolite(reading) &&
      !isPassiveQuestion(reading) &&
      !has(reading, 'mayI', 'want', 'need', 'beDone', 'couldYou')
    );
  if (!deed && reading.items.some(item => item.entry?.senses.some(sense => sense.form === 'doing') ?? false))
    return !has(reading, 'couldYou', 'please', 'okTag', 'need');
  return false;
};

/** 只要 before a number is "only", else "as long as". */
const isConditional = (reading: Reading, endMeant: boolean): boolean =>
  reading.items.some(
    (item, i) =>
      means(item, 'if') &&
      !(means(item, 'only') && reading.items[i + 1]?.kind === 'number') &&
      !(endMeant && means(item, 'atEnd')),
  );

/** "I would add 5, but there is no budget". */
const hasObjection = ({ items }: Reading): boolean => {
  const but = items.findIndex(item => means(item, 'but'));
  return but > 0 && items.slice(but).some(item => means(item, 'not', 'no', 'noNeed', 'if', 'future', 'problem'));
};

/** 兩個授權都給 Ana: all of so many. */
const isCounted = ({ items, products }: Reading): boolean =>
  products.length > 0 && items.some(item => item.kind === 'number' && (item.number ?? 0) > 1);

const isOfAll = (reading: Reading, people: number | undefined): boolean =>
  has(reading, 'everything', 'everyone', 'except') ||
  (people === 0 && has(reading, 'group')) ||
  (has(reading, 'allOf') && (people ?? 0) < 2 && !isCounted(reading));

/** Why a text that speaks of a change does not ask for it, if so. */
export const refusalOf = (
  reading: Reading,
  meant: { negation: boolean; everything: boolean; end?: boolean; people?: number | undefined },
): Refusal | undefined => {
  if (isConditional(reading, meant.end ?? false)) return 'conditional';
  if (hasObjection(reading)) return 'negated';
  if (takesBack(reading) || (!meant.negation && isNegated(reading))) return 'negated';
  if (reported(reading, meant.end ?? false) || isAboutOthers(reading)) return 'statement';
  if (!meant.everything && isOfAll(reading, meant.people)) return 'everything';
  return isCompound(reading) ? 'compound' : undefined;
};

import { answerOf } from './answer-words';
import { isDeed } from './clauses';
import type { Concept } from './concepts';
import { MUTATING } from './intents';
import { type Item, means } from './items';
import type { Judged } from './judged';
import { partsOf } from './parts';
import { isSurely, nameOf } from './people';
import { isSeparator } from './people-places';
import { isHowQuestion, isQuestion, quotesVerb } from './questions';
import { has, type Reading, readingOf } from './reading';
import type { Refusal } from './refusals';
import type { Slots } from './slots';

/**
 * What one thought of a text is to the others: a wish; a verb of wishing that lacks its object ("fix it"); something
 * to be shown; a reason, a greeting; or what may take the wish back, put it off or make it somebody else's.
 */
type Part = 'wish' | 'order' | 'view' | 'beside' | 'against';

interface Thought {
  readonly reading: Reading;
  readonly judged: Judged;
  readonly part: Part;
}

type JudgePart = (reading: Reading) => Judged;

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

const opening = ({ items }: Reading): Item | undefined =>
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

/** "We don't have it yet", 王小明不用: what is not so, and no "don't" to the wish. */
const tellsLack = (reading: Reading): boolean =>
  tellsOf(reading) &&
  !reading.items.some(item => isDeed(item) && !(has(reading, 'noMore') && means(item, 'buy', 'use', 'renew'))) &&
  has(reading, 'noMore', 'have', 'need', 'noNeed', 'use', 'lapse', 'purpose', 'tellsNot', 'work');

const isTimeAlone = (reading: Reading): boolean =>
  has(reading, 'future', 'past') && !tellsOf(reading) && !has(reading, 'problem');

/** "…, his boss", "再給小美": who else is meant, or what else. */
const addsToWish = (reading: Reading): boolean => {
  const { items } = reading;
  const words = items.filter(item => item.kind !== 'mark');
  const isKin =
    words.some(item => means(item, 'relation', 'group')) &&
    words.every(item => isSurely(reading, item) || means(item, 'relation', 'group', 'my', 'article', 'filler', 'and'));
  return isKin || means(words[0], 'then', 'and') || (means(words[0], 'give', 'to', 'from') && words.length > 1);
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
    has(reading, 'have') &&
    !has(reading, 'what', 'who', 'when', 'howMuch', 'ma', 'subject', 'self') &&
    reading.items.every(item => item.text !== '?')
  );

const besideOr = (reading: Reading, reason: Refusal | undefined): Part => {
  const isGround =
    means(reading.items[0], 'because') && reading.products.length === 0 && !has(reading, 'if', 'hearsay');
  if (isGround || tellsOfSomebody(reading)) return 'beside';
  if (has(reading, ...DOUBT) || isTimeAlone(reading) || isAsking(reading) || addsToWish(reading)) return 'against';
  if (reason !== undefined && DOUBTFUL.has(reason)) return 'against';
  if ((has(reading, 'not', 'stop') || (has(reading, 'no') && !has(reading, 'problem'))) && !tellsLack(reading))
    return 'against';
  if (!reading.items.some(isDeed)) return 'beside';
  return reason === undefined && !tellsOf(reading) ? 'order' : 'against';
};

const partOf = (reading: Reading, judged: Judged): Part => {
  const answer = answerOf(reading);
  if (answer !== undefined) return answer === 'no' || answer === 'undo' ? 'against' : 'beside';
  if (has(reading, 'unsafe') || quotesVerb(reading)) return 'against';
  if (MUTATING.has(judged.intent)) return 'wish';
  if (judged.intent === 'help') return 'against';
  if (judged.intent === 'none') return besideOr(reading, judged.reason);
  if (isHowQuestion(reading)) return 'against';
  return isAsking(reading) || has(reading, 'show', 'what') ? 'view' : besideOr(reading, undefined);
};

/** Who a reason speaks of first: "Ana and Bob have left, …". Nobody who is to be left out. */
const namedIn = (reading: Reading): string[] => {
  if (has(reading, 'noNeed') && !has(reading, 'noMore')) return [];
  const { items } = reading;
  const lead = opening(reading);
  let at = lead === undefined ? -1 : items.indexOf(lead);
  const names: string[] = [];
  while (isSurely(reading, items[at])) {
    names.push(nameOf(reading, items[at]).name);
    if (!isSeparator(items[at + 1])) break;
    at += 2;
  }
  return names;
};

const PRONOUN = /^(?:him|her|them|he|she|it|one|他|她|他們|她們|它)$/iu;

/** Without people who are only pointed at: "give her one". */
const namedOnly = ({ people = [], ...rest }: Slots): Slots => {
  const named = people.filter(name => !PRONOUN.test(name));
  return named.length === 0 ? rest : { ...rest, people: named };
};

/** The wish, with what only its reasons name. */
const completed = (wish: Judged, others: readonly Thought[]): Judged => {
  const ofPeople = wish.intent === 'assign_license' || wish.intent === 'unassign_license';
  const said = (wish.slots.people ?? []).filter(name => !PRONOUN.test(name));
  const told = ofPeople && said.length === 0 ? [...new Set(others.flatMap(({ reading }) => namedIn(reading)))] : [];
  const people = said.length > 0 ? said : told;
  const product = wish.slots.product ?? others.flatMap(({ reading }) => reading.products)[0];
  const { people: _, ...rest } = wish.slots;
  return {
    ...wish,
    slots: {
      ...rest,
      ...(product === undefined ? {} : { product }),
      ...(people.length === 0 ? (wish.slots.people === undefined ? {} : { people: wish.slots.people }) : { people }),
    },
    guessed: true,
    confidence: 0.75,
  };
};

const NAMES_THINGS: readonly Concept[] = [
  'card',
  'cardField',
  'ending',
  'license',
  'subscription',
  'profile',
  'autoRenew',
];

/** Of a reason, only the things it names: "the expiry date on my Visa 4242 is wrong" leaves "expiry date Visa 4242". */
const thingsOf = ({ items }: Reading): Item[] =>
  items.filter(
    item => item.kind === 'product' || item.kind === 'number' || item.entry?.brand || means(item, ...NAMES_THINGS),
  );

const reduced = (whole: Reading, thoughts: readonly Thought[]): Reading =>
  readingOf(
    whole.compiled,
    whole.original,
    whole.tokens,
    thoughts.flatMap(({ part, reading }) => (part === 'order' ? reading.items : thingsOf(reading))),
    true,
  );

const oneWish = (wishes: readonly Thought[]): Judged | undefined => {
  const [first, ...more] = wishes.map(({ judged }) => judged);
  if (first === undefined || more.some(other => other.intent !== first.intent)) return undefined;
  let slots = namedOnly(first.slots);
  for (const other of more.map(each => ({ slots: namedOnly(each.slots) }))) {
    const isSame = Object.entries(other.slots).every(
      ([key, value]) => !(key in slots) || JSON.stringify(slots[key as keyof typeof slots]) === JSON.stringify(value),
    );
    if (!isSame) return undefined;
    slots = { ...slots, ...other.slots };
  }
  return { ...first, slots };
};

/** "Leave Visio alone, show me its details". */
const ofIt = (whole: Reading, { reading, judged }: Thought): Judged => {
  const product = whole.products[0];
  if (judged.intent !== 'list_subscriptions' || product === undefined || !has(reading, 'it', 'my')) return judged;
  return whole.products.length > 1 ? judged : { ...judged, intent: 'show_subscription', slots: { product } };
};

/** "Oops, wrong button, undo that", "no, we still need it": an answer, and why. */
const answered = (thoughts: readonly Thought[]): Judged | undefined => {
  const answers = new Set(thoughts.map(({ reading }) => answerOf(reading)).filter(answer => answer !== undefined));
  const others = thoughts.filter(({ reading }) => answerOf(reading) === undefined);
  const isBeside = others.every(({ part }) => part === 'beside');
  answers.delete('greeting');
  if (answers.size !== 1 || others.length === 0) return undefined;
  if (answers.has('undo') && isBeside) return { intent: 'undo', slots: {} };
  return undefined;
};

/**
 * What a text of several thoughts asks for, when one of them is a plain wish and the others only say why, or thank.
 * Undefined when there is no such wish, or anything may speak against it.
 */
export const judgeThoughts = (whole: Reading, judgePart: JudgePart): Judged | undefined => {
  const parts = partsOf(whole);
  if (parts.length < 2) return undefined;
  const thoughts = parts.map(reading => {
    const judged = judgePart(reading);
    return { reading, judged, part: partOf(reading, judged) };
  });
  const of = (part: Part): Thought[] => thoughts.filter(thought => thought.part === part);
  const wishes = of('wish');
  const orders = of('order');
  if (wishes.length === 0 && orders.length === 0) {
    const [view, ...views] = of('view');
    return view === undefined || views.length > 0 ? answered(thoughts) : ofIt(whole, view);
  }
  if (of('against').length > 0 || of('view').length > 0 || whole.products.length > 1) return undefined;
  if (wishes.length > 0 && orders.length === 0) {
    const wish = oneWish(wishes);
    return wish === undefined ? undefined : completed(wish, of('beside'));
  }
  if (orders.length !== 1 || wishes.length > 0) return undefined;
  const judged = judgePart(reduced(whole, thoughts));
  return MUTATING.has(judged.intent) ? completed(judged, of('beside')) : undefined;
};

import { answerOf } from './answer-words';
import type { Concept } from './concepts';
import { MUTATING } from './intents';
import { type Item, means } from './items';
import type { Judged } from './judged';
import { opening, type Part, partOf } from './part-kinds';
import { partsOf } from './parts';
import { isSurely, nameOf } from './people';
import { isSeparator } from './people-places';
import { has, type Reading, readingOf } from './reading';
import type { Slots } from './slots';

interface Thought {
  readonly reading: Reading;
  readonly judged: Judged;
  readonly part: Part;
}

type JudgePart = (reading: Reading) => Judged;

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

/** "Ola is new here, she needs Visio": who is pointed at is who was spoken of first, if that is one person. */
const withNames = (parts: readonly Reading[]): readonly Reading[] => {
  const lead = parts.map(opening).find((item, i) => item !== undefined && isSurely(parts[i] as Reading, item));
  const at = parts.findIndex(part => lead !== undefined && part.items.includes(lead));
  if (lead === undefined || namedIn(parts[at] as Reading).length !== 1) return parts;
  return parts.map((part, i) => {
    if (i <= at || !part.items.some((item, k) => isPointing(part, item, k))) return part;
    const items = part.items.map((item, k) => (isPointing(part, item, k) ? lead : item));
    return readingOf(part.compiled, part.original, part.tokens, items, part.guessed);
  });
};

/** "She", "him"; not the "her" of "her licence". */
const isPointing = ({ items }: Reading, item: Item, at: number): boolean => {
  const next = items[at + 1];
  const owns = means(item, 'my') && (next?.kind === 'product' || means(next, 'license', 'subscription'));
  return means(item, 'pronoun') && !owns && !means(next, 'possessive');
};

const reduced = (whole: Reading, thoughts: readonly Thought[]): Reading =>
  readingOf(
    whole.compiled,
    whole.original,
    whole.tokens,
    thoughts.flatMap(({ part, reading }) => (part === 'order' || part === 'more' ? reading.items : thingsOf(reading))),
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
  const parts = withNames(partsOf(whole));
  if (parts.length < 2) return undefined;
  const thoughts = parts.map(reading => {
    const judged = judgePart(reading);
    return { reading, judged, part: partOf(reading, judged) };
  });
  const of = (part: Part): Thought[] => thoughts.filter(thought => thought.part === part);
  const wishes = of('wish');
  // "…, give it to Ana" is the order, unless there is a wish that it adds to.
  const orders = [...of('order'), ...of('more')];
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

import { type Item, means } from '../items';
import { has, isVerb, type Reading, verbAs } from '../reading';
import type { Slots } from '../slots';
import { type Finding, productSlot, type Seen } from './topic';

const isThing = (reading: Reading): boolean => reading.products.length > 0 || has(reading, 'license');

const speaksOfHolding = (reading: Reading): boolean =>
  has(reading, 'have', 'assign', 'use', 'assignment', 'get', 'give', 'topic', 'license', 'on');

const asksWho = (reading: Reading): boolean => {
  const everybodyWith = has(reading, 'everyone') && has(reading, 'show') && has(reading, 'with', 'on', 'have');
  return (
    (has(reading, 'who') || everybodyWith) && isThing(reading) && (speaksOfHolding(reading) || !has(reading, 'buy'))
  );
};

/** "Does ana have Visio", bob 有哪些授權: in a question whoever stands before "have" is somebody, however written. */
const namesHolder = ({ items }: Reading): boolean =>
  items.some((item, at) => item.kind === 'name' && means(items[at + 1], 'have')) && !items.some(isSomethingElse);

const isSomethingElse = (item: Item): boolean =>
  isVerb(item) && !means(item, 'show', 'use', 'have', 'and', 'get', 'filler');

/** "What does Ana have?", "does Bob have Visio?" */
const asksAbout = ({ reading, people, question }: Seen): boolean => {
  if (!people.certain && !(question && people.others > 0 && isThing(reading) && namesHolder(reading))) return false;
  const holds = speaksOfHolding(reading);
  if (has(reading, 'what', 'whatIs', 'show', 'howMany') && (isThing(reading) || holds || has(reading, 'subscription')))
    return true;
  const deed = verbAs(reading, 'do', 'assign', 'unassign', 'cancel', 'buy');
  return question && !deed && (isThing(reading) || has(reading, 'topic')) && holds;
};

/** Who holds a license, and what somebody holds. */
export const holders = (seen: Seen): Finding | undefined => {
  const { reading, people, question } = seen;
  const bare =
    people.others > 0 &&
    has(reading, 'possessive') &&
    has(reading, 'license') &&
    !reading.items.some(isVerb) &&
    !has(reading, 'want', 'need', 'away', 'not');
  // "Visio: assignments", and nothing else.
  const named =
    has(reading, 'assignment') &&
    reading.items.every(
      item => item.kind !== 'name' && (!isVerb(item) || means(item, 'assignment', 'give', 'show', 'get', 'want')),
    ) &&
    reading.items.some(item => means(item, 'assignment') && item.to - item.from > 1);
  if (!question && !has(reading, 'show') && !bare && !named) return undefined;
  if (!bare && !has(reading, 'assignment') && !asksWho(reading) && !asksAbout(seen)) return undefined;
  const isForSelf = people.others === 0 && has(reading, 'give');
  const who: Slots = people.people.length === 0 || isForSelf ? {} : { people: people.people };
  return { intent: 'list_assignments', slots: { ...productSlot(reading), ...who }, used: people.indexes };
};

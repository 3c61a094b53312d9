import { type Item, means } from '../items';
import { asksTo, has, isVerb, type Reading, verbAs } from '../reading';
import type { Slots } from '../slots';
import { productSlot, type Finding, type Seen, type Topic } from './topic';

const slotsOf = ({ reading, people, quantities }: Seen): Slots => {
  const count = quantities[0]?.value;
  return {
    ...productSlot(reading),
    ...(count === undefined || count === 1 ? {} : { quantity: count }),
    ...(people.people.length === 0 ? {} : { people: people.people }),
  };
};

const isThing = (reading: Reading): boolean => reading.products.length > 0 || has(reading, 'license');

const gives = (seen: Seen): boolean => {
  const { reading, people } = seen;
  const somebody = people.people.length > 0;
  if (asksTo(reading, 'assign')) return isThing(reading) || (somebody && !has(reading, 'support', 'my', 'catalog'));
  if (!somebody || !isThing(reading)) return false;

  if (verbAs(reading, 'do', 'give', 'put', 'let', 'add', 'get') || (verbAs(reading, 'do', 'turnOn') && has(reading, 'license'))) return !counts(seen);
  return asksTo(reading, 'give', 'put', 'add') || wanted(reading);
};

/** "Ana needs Visio": somebody is to have it, and nothing else is said to be done. */
const wanted = (reading: Reading): boolean => {
  const others = reading.items.some(item => isVerb(item) && !means(item, 'get', 'use', 'give', 'need', 'want', 'have', 'filler', 'please', 'to', 'for'));
  const arrow = reading.items.some(item => item.text === '→') || (reading.items.some(isForPeople) && !reading.items.some(isVerb));
  return !others && (has(reading, 'need', 'beDone', 'want') || arrow || (has(reading, 'modal') && has(reading, 'have', 'get')));
};

const isForPeople = (item: Item): boolean => means(item, 'for', 'to');

/** "give me 5 more" asks for licenses, not for an assignment. */
const counts = ({ reading, quantities, people }: Seen): boolean =>
  quantities.some(quantity => quantity.role === 'more' || quantity.role === 'total') && people.people.every(name => /^(?:me|我)$/i.test(name)) && !has(reading, 'assign');

const takes = ({ reading, people }: Seen): boolean => {
  const somebody = people.people.length > 0;
  if (asksTo(reading, 'unassign')) return somebody || has(reading, 'other') || isThing(reading);
  if (!somebody) return false;
  if (has(reading, 'off') && isThing(reading)) return true;
  if (verbAs(reading, 'do', 'remove', 'take', 'drop', 'delete')) return true;
  if (verbAs(reading, 'do', 'cancel', 'stop') && !has(reading, 'subscription')) return verbAs(reading, 'doing', 'assign') || has(reading, 'license', 'possessive', 'assignment', 'assign');
  return asksTo(reading, 'remove', 'take', 'drop');
};

const asksWho = (seen: Seen): Finding | undefined => {
  const { reading, people } = seen;
  const slots: Slots = { ...productSlot(reading), ...(people.people.length === 0 ? {} : { people: people.people }) };
  const used = people.indexes;
  const holds = has(reading, 'have', 'assign', 'use', 'assignment', 'get', 'give', 'topic', 'license', 'on', 'with');
  if (has(reading, 'assignment') && (seen.question || has(reading, 'show'))) return { intent: 'list_assignments', slots, used };
  const everybodyWith = has(reading, 'everyone') && has(reading, 'show') && has(reading, 'with', 'on', 'have');
  if ((has(reading, 'who') || everybodyWith) && isThing(reading) && (holds || !has(reading, 'buy'))) return { intent: 'list_assignments', slots, used };
  if (people.people.length === 0 || people.people.every(name => /^(?:me|我)$/i.test(name))) return undefined;
  if (has(reading, 'what', 'show', 'howMany') && (isThing(reading) || holds || has(reading, 'subscription')) && (seen.question || has(reading, 'show'))) return { intent: 'list_assignments', slots, used };
  return seen.question && (isThing(reading) || has(reading, 'topic')) && holds ? { intent: 'list_assignments', slots, used } : undefined;
};

/** Who holds a license, who gains one and who loses one. */
export const assignments: Topic = seen => {
  const { reading, people } = seen;
  const asked = asksWho(seen);
  if (asked !== undefined && (seen.question || has(reading, 'show'))) return asked;
  const used = people.indexes;
  const slots = slotsOf(seen);
  const moves = verbAs(reading, 'do', 'transfer') || (people.moved && verbAs(reading, 'do', 'give', 'put', 'take', 'assign', 'unassign', 'remove'));
  if (moves && (people.people.length > 0 || has(reading, 'license'))) return { intent: 'none', slots: {}, used, reason: 'compound' };
  const counted = people.people.length === 0 && seen.quantities.length > 0;
  if (takes(seen) && !counted) return { intent: 'unassign_license', slots, used };
  if (gives(seen)) return { intent: 'assign_license', slots, used };
  return asked;
};

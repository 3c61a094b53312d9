import { means } from '../items';
import { isOrderToLicense } from '../people-places';
import { asksTo, has, isDo, isVerb, type Reading, sizeOf, verbAs, written } from '../reading';
import type { Slots } from '../slots';
import { holders } from './holders';
import { type Finding, productSlot, type Seen, type Topic } from './topic';

/** The "me" of "for me", which elsewhere says nothing. */
const selfOf = (reading: Reading): string | undefined => {
  const item = reading.items.find(each => means(each, 'forSelf'));
  return item === undefined ? undefined : written(reading, item.to - 1, item.to);
};

const slotsOf = ({ reading, people, quantities }: Seen): Slots => {
  const quantity = quantities[0];
  // 給 Ana 跟 Bob 兩位: so many people.
  const isOfPeople =
    reading.items[(quantity?.index ?? 0) - 1]?.kind === 'name' && quantity?.value === people.people.length;
  const count = isOfPeople ? undefined : quantity?.value;
  return {
    ...productSlot(reading),
    // "A licence" for somebody is no number of licenses.
    ...(count === undefined || count === 1 ? {} : { quantity: count }),
    ...(people.people.length === 0 ? {} : { people: people.people }),
  };
};

const isThing = (reading: Reading): boolean => reading.products.length > 0 || has(reading, 'license');

/** "Ana needs Visio", "Visio for Ana": somebody is to have it, and nothing else is said to be done. */
const wanted = ({ reading, people, quantities }: Seen): boolean => {
  if (quantities.some(quantity => quantity.value !== 1 && quantity.value !== people.others)) return false;
  const mild = ['get', 'use', 'give', 'need', 'want', 'have', 'filler', 'please', 'to', 'for'] as const;
  if (reading.items.some(item => isVerb(item) && !means(item, ...mild, 'and'))) return false;
  if (has(reading, 'need', 'beDone', 'want')) return true;
  if (has(reading, 'modal') && has(reading, 'have', 'get')) return true;
  return people.reached || (people.others > 1 && has(reading, 'each') && !has(reading, 'have'));
};

/** "give me 5 more" asks for licenses, not for an assignment. */
const counts = ({ reading, quantities, people }: Seen): boolean =>
  quantities.some(quantity => quantity.role === 'more' || quantity.role === 'total' || has(reading, 'more')) &&
  people.named === 0 &&
  !has(reading, 'assign');

/** 給我使用者清單 asks to be shown it, "get me a subscription" buys one. */
/** "Get us Visio": no one of them is to have it. */
const SEVERAL: ReadonlySet<string> = new Set(['us', 'US', 'Us', '我們']);

const asksForOther = ({ reading, quantities, people }: Seen): boolean => {
  if (has(reading, 'assignment', 'show', 'status', 'price', 'invoice')) return true;
  const isPurchase =
    has(reading, 'subscription') ||
    quantities.some(({ value }) => value > 1) ||
    people.people.every(name => SEVERAL.has(name));
  return verbAs(reading, 'do', 'get') && isPurchase;
};

/** "Have Ana use Visio". */
const isHad = ({ items }: Reading): boolean => {
  const at = items.findIndex(item => item.kind !== 'mark' && !means(item, 'please'));
  return (
    means(items[at], 'have') &&
    items[at + 1]?.kind === 'name' &&
    items.some(item => item.text === 'use' && means(item, 'use')) &&
    !items.some(({ text }) => text === '?')
  );
};

/** "Enable Visio for Ana"; "make Ana a Visio user", but not "set Visio to something". */
const opensFor = ({ reading, people, quantities }: Seen): boolean => {
  const isFor = has(reading, 'license') || people.reached || (people.others > 0 && has(reading, 'want', 'need'));
  if (verbAs(reading, 'do', 'turnOn') && isFor) return true;
  if (isHad(reading) && people.certain) return true;
  if (verbAs(reading, 'do', 'allow') && people.certain && has(reading, 'use', 'have', 'get')) return true;
  return verbAs(reading, 'do', 'set') && (!people.reached || (people.certain && quantities.length === 0));
};

/** "Provide the list of users assigned to Visio", "set up a new subscription": nobody is given anything. */
const asksForList = ({ reading }: Seen): boolean =>
  has(reading, 'assignment', 'show', 'who') || (has(reading, 'subscription') && has(reading, 'newOne'));

const gives = (seen: Seen): boolean => {
  const { reading, people } = seen;
  const somebody = people.people.length > 0;
  if (asksTo(reading, 'assign'))
    return (
      (isThing(reading) && (somebody || !asksForList(seen))) ||
      (somebody && !people.direct && !has(reading, 'support', 'my', 'catalog'))
    );
  if (!somebody || !isThing(reading)) return false;
  if (people.others === 0 && asksForOther(seen)) return false;
  if (reading.items.some((_, at) => isOrderToLicense(reading, at))) return true;
  if (opensFor(seen) || verbAs(reading, 'do', 'give', 'put', 'let', 'add', 'get')) return !counts(seen);
  return asksTo(reading, 'give', 'put', 'add') || wanted(seen);
};

/** "A Visio licence for me", with nothing said to be done but to get it. */
const isForSelf = ({ reading, quantities }: Seen): boolean =>
  isThing(reading) &&
  selfOf(reading) !== undefined &&
  quantities.every(quantity => quantity.value === 1) &&
  reading.items.every(
    item =>
      item.kind === 'product' ||
      item.kind === 'number' ||
      item.kind === 'mark' ||
      means(item, 'license', 'filler', 'article', 'measure', 'please', 'get', 'need', 'want', 'couldYou'),
  );

/** "Get Ana out of Visio"; "get a seat from Ana" gives one. */
const isGotOut = ({ items, tokens }: Reading): boolean =>
  items.some(
    (item, i) =>
      item.kind === 'name' && means(items[i + 1], 'from') && tokens[items[i + 1]?.from ?? -1]?.text === 'out',
  );

/** "Get Ana off Visio", "Visio off Ana", "get Visio back from Ana". */
const isAway = (reading: Reading): boolean =>
  (has(reading, 'off') && isThing(reading)) ||
  (has(reading, 'away') && has(reading, 'from') && verbAs(reading, 'do', 'get', 'put')) ||
  isGotOut(reading) ||
  (has(reading, 'away') && has(reading, 'from') && has(reading, 'want', 'need')) ||
  (has(reading, 'away') && has(reading, 'possessive') && has(reading, 'want', 'get', 'give')) ||
  (has(reading, 'enoughOf') && isThing(reading));

const takes = (seen: Seen): boolean => {
  const { reading, people, quantities } = seen;
  const somebody = people.people.length > 0;
  if (!somebody && quantities.length > 0) return false;
  if (asksTo(reading, 'unassign'))
    return isThing(reading) || ((somebody || has(reading, 'other')) && !has(reading, 'support', 'catalog'));
  if (!somebody) return false;
  if (isAway(reading)) return true;
  if (asksTo(reading, 'turnOff') && people.reached) return true;
  if (asksTo(reading, 'remove', 'take', 'drop') || verbAs(reading, 'do', 'delete')) return isThing(reading);
  return endsUse(seen);
};

/** "Cancel Ana's Visio", "stop assigning Visio to Ana", "stop Ana from using Visio". */
const endsUse = ({ reading, people }: Seen): boolean =>
  verbAs(reading, 'do', 'cancel', 'stop') &&
  !has(reading, 'subscription') &&
  ((people.certain && verbAs(reading, 'doing', 'use')) ||
    verbAs(reading, 'doing', 'assign') ||
    has(reading, 'license', 'possessive', 'assignment', 'assign'));

const moves = ({ reading, people }: Seen): boolean => {
  if (people.people.length === 0 && !has(reading, 'license')) return false;
  if (verbAs(reading, 'do', 'transfer')) return true;
  return people.moved && verbAs(reading, 'do', 'give', 'put', 'take', 'assign', 'unassign', 'remove');
};

/** "Assign", and nothing else: the bot asks for the rest. */
const bareOf = (reading: Reading): 'assign_license' | 'unassign_license' | undefined => {
  const only = reading.items.find(item => item.kind !== 'mark');
  if (sizeOf(reading) !== 1 || !isDo(only)) return undefined;
  if (means(only, 'unassign')) return 'unassign_license';
  return means(only, 'assign') ? 'assign_license' : undefined;
};

/** Who holds a license, who gains one and who loses one. From one to another is two wishes. */
export const assignments: Topic = seen => {
  const asked = holders(seen);
  if (asked !== undefined) return asked;
  if (seen.question && seen.people.others === 0 && has(seen.reading, 'howMany')) return undefined;
  const used = seen.people.indexes;
  if (moves(seen)) return { intent: 'none', slots: {}, used, reason: 'compound' };
  if (takes(seen)) return { intent: 'unassign_license', slots: slotsOf(seen), used };
  const bare = bareOf(seen.reading);
  if (bare !== undefined) return { intent: bare, slots: {} };
  if (!gives(seen) && !isForSelf(seen)) return undefined;
  const self = seen.people.people.length === 0 ? selfOf(seen.reading) : undefined;
  const slots = { ...slotsOf(seen), ...(self === undefined ? {} : { people: [self] }) };
  const finding: Finding = { intent: 'assign_license', slots, used };
  // "Bob wants Visio" says what he wishes, not that he is to have it.
  const isWish = [...used].some(at => means(seen.reading.items[at + 1], 'want'));
  return isWish ? { ...finding, guessed: true } : finding;
};

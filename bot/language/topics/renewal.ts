import { phrases } from '../clauses';
import { type Item, means } from '../items';
import { asksTo, has, neighbour, type Reading, verbAs } from '../reading';
import { byRules, type Rule, type Topic } from './topic';

const isNamed = (reading: Reading): boolean =>
  has(reading, 'autoRenew') || (has(reading, 'automatic') && has(reading, 'renew'));

const renews = (reading: Reading): boolean => isNamed(reading) || has(reading, 'renew', 'lapse');

const endsIt = (reading: Reading): boolean =>
  verbAs(reading, 'do', 'remove', 'delete', 'block', 'drop', 'unassign') ||
  asksTo(reading, 'turnOff', 'stop', 'cancel') ||
  (has(reading, 'turn', 'change', 'set', 'put', 'take') && has(reading, 'off')) ||
  has(reading, 'enoughOf');

const beginsIt = (reading: Reading): boolean =>
  verbAs(reading, 'do', 'turnOn', 'allow', 'set', 'add', 'keep', 'let', 'reactivate', 'renew') ||
  (has(reading, 'turn', 'change', 'put') && has(reading, 'on', 'to')) ||
  has(reading, 'want', 'need', 'beDone') ||
  means(
    reading.items.find(item => item.kind !== 'mark' && !means(item, 'please')),
    'have',
  );

const lapses = (reading: Reading): boolean => has(reading, 'lapse') && !endsIt(reading);

/** "Auto-renew Visio please". */
const isImperative = (reading: Reading): boolean => {
  const first = reading.items.findIndex(item => !means(item, 'please', 'filler'));
  return means(reading.items[first], 'autoRenew') && reading.items[first + 1]?.kind === 'product';
};

/** "It won't renew" tells what will be; "make sure it won't" asks for it. */
const tellsNot = (reading: Reading): boolean =>
  has(reading, 'tellsNot') &&
  !endsIt(reading) &&
  !verbAs(reading, 'do', 'turnOn') &&
  !has(reading, 'want', 'need', 'beDone', 'please', 'couldYou');

/** "Doesn't renew": unlike "don't", no order. */
const isStated = (reading: Reading): boolean =>
  reading.items.filter(item => means(item, 'not')).every(item => means(item, 'tellsNot'));

const isNot = (item: Item): boolean => means(item, 'not') && !means(item, 'noMore', 'please');

/** 不要不續訂, 取消關閉, "off and on": one takes back the other. */
const takesItselfBack = (reading: Reading): boolean => {
  const { items } = reading;
  const isWay = (item: Item | undefined): boolean => means(item, 'off', 'on', 'turnOff', 'turnOn');
  if (phrases(reading).some(part => part.filter(isNot).length > 1 && !part.some(item => means(item, 'want'))))
    return true;
  return items.some((item, i) => {
    if (means(item, 'and')) return isWay(items[i - 1]) && isWay(items[i + 1]);
    const next = items[neighbour(items, i, 1)];
    return means(item, 'cancel', 'stop') && !means(item, 'turnOff') && means(next, 'turnOff');
  });
};

/** "Let it run out without renewing": the "not" comes behind. */
const lapsesWithout = ({ items }: Reading): boolean => {
  const lapse = items.findIndex(item => means(item, 'lapse'));
  const not = items.findIndex(isNot);
  return not > lapse && means(items[neighbour(items, not, 1)], 'renew', 'autoRenew');
};

const RULES: readonly Rule[] = [
  {
    intent: 'list_subscriptions',
    when: ({ reading, question }) =>
      question && reading.products.length === 0 && has(reading, 'my', 'subscription', 'when'),
    slots: () => ({}),
  },
  { intent: 'show_subscription', when: ({ reading, question }) => question && reading.products.length > 0 },
  { intent: 'show_subscription', when: ({ reading }) => tellsNot(reading) && reading.products.length > 0 },
  { intent: 'list_subscriptions', when: ({ reading }) => tellsNot(reading) && isStated(reading) },
  {
    intent: 'turn_off_auto_renew',
    when: ({ reading }) =>
      endsIt(reading) && (isNamed(reading) || verbAs(reading, 'doing', 'renew') || verbAs(reading, 'do', 'renew')),
  },
  // "Don't turn it on" is a negated command; "don't renew it" asks for it to be off.
  { intent: 'turn_on_auto_renew', when: ({ reading }) => has(reading, 'not') && verbAs(reading, 'do', 'turnOn') },
  {
    intent: 'turn_off_auto_renew',
    when: ({ reading }) =>
      has(reading, 'not') &&
      !endsIt(reading) &&
      (isNamed(reading) || verbAs(reading, 'do', 'renew') || !has(reading, 'lapse')),
    negationMeant: true,
  },
  {
    intent: 'turn_off_auto_renew',
    when: ({ reading }) => lapses(reading) && has(reading, 'let') && lapsesWithout(reading),
    negationMeant: true,
  },
  { intent: 'turn_off_auto_renew', when: ({ reading }) => !isNamed(reading) && lapses(reading) && has(reading, 'let') },
  { intent: 'turn_on_auto_renew', when: ({ reading }) => isNamed(reading) && !endsIt(reading) && beginsIt(reading) },
  {
    intent: 'show_subscription',
    when: ({ reading }) =>
      isNamed(reading) && reading.products.length > 0 && has(reading, 'show', 'status', 'what', 'when'),
  },
  { intent: 'turn_on_auto_renew', when: ({ reading }) => isImperative(reading), guessed: true },
  {
    intent: 'turn_off_auto_renew',
    when: ({ reading }) => isNamed(reading) && has(reading, 'off', 'no'),
    guessed: true,
  },
  { intent: 'turn_on_auto_renew', when: ({ reading }) => isNamed(reading) && has(reading, 'on'), guessed: true },
  {
    intent: 'reactivate_subscription',
    // Visio 可以續訂了 tells that it may be renewed.
    when: ({ reading }) =>
      !endsIt(reading) &&
      verbAs(reading, 'do', 'renew') &&
      !(has(reading, 'mayI') && has(reading, 'noMore') && !has(reading, 'please')),
    guessed: true,
  },
];

const rules = byRules(RULES);

/** Recurring billing on or off. "Don't renew it" is a command here, "don't turn it off" is not. */
export const renewal: Topic = seen => {
  const finding = renews(seen.reading) ? rules(seen) : undefined;
  if (finding?.intent.startsWith('turn') && takesItselfBack(seen.reading))
    return { intent: 'none', slots: {}, reason: 'negated' };
  return seen.question && finding?.intent.startsWith('turn') ? undefined : finding;
};

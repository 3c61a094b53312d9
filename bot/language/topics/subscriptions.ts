import type { Concept } from '../concepts';
import { type Item, means } from '../items';
import { asksTo, has, isVerb, neighbour, type Reading, sizeOf, verbAs } from '../reading';
import type { Slots } from '../slots';
import { addsSubscription } from './licenses';
import { byRules, productSlot, type Rule, type Seen, type Topic } from './topic';

const hasProduct = (reading: Reading): boolean => reading.products.length > 0;
const isThing = (reading: Reading): boolean => hasProduct(reading) || has(reading, 'license', 'subscription');

const withQuantity = ({ reading, quantities }: Seen): Slots => {
  const count = quantities.length === 1 ? quantities[0]?.value : undefined;
  return { ...productSlot(reading), ...(count === undefined ? {} : { quantity: count }) };
};

const isBrief = (reading: Reading): boolean => sizeOf(reading) <= 2;

const BESIDE = ['filler', 'want', 'please', 'subject', 'couldYou', 'article', 'measure'] as const;

/** "I would like to buy 3", "we need licenses", and not of what. */
const isOnly = (reading: Reading, ...parts: readonly Concept[]): boolean =>
  reading.items.every(item => item.kind === 'mark' || item.kind === 'number' || means(item, ...parts, ...BESIDE));

/** 訂閱 Visio asks for it, Visio 訂閱 names it: where one word is both, the order tells. */
const subscribes = (reading: Reading): boolean => {
  const { items } = reading;
  const at = items.findIndex(item => means(item, 'subscribe'));
  // 訂閱 Visio 好嗎 asks for advice.
  if (at === -1 || has(reading, 'okTag') || items.some(item => isVerb(item) && !means(item, 'want', 'filler')))
    return false;
  return items[at + 1]?.kind === 'product'
    ? !has(reading, 'my') && !means(items[at + 2], 'possessive')
    : has(reading, 'want') && isBrief(reading);
};

/** "Bring Visio back". */
const bringsBack = ({ reading, quantities }: Seen): boolean =>
  hasProduct(reading) &&
  quantities.length === 0 &&
  (verbAs(reading, 'do', 'set', 'get', 'change', 'turn', 'put') || has(reading, 'couldYou', 'want', 'need')) &&
  has(reading, 'away') &&
  !has(reading, 'autoRenew', 'license');

/** "New subscription: Visio", 開一個新的 Visio 訂閱. */
const isNew = ({ reading }: Seen): boolean => {
  const { items } = reading;
  const at = items.findIndex((item, i) => means(item, 'newOne') && isSubscription(items[neighbour(items, i, 1)]));
  return at !== -1 && has(reading, 'subscription') && hasProduct(reading) && !has(reading, 'show', 'what', 'cancel');
};

const isSubscription = (item: Item | undefined): boolean => item?.kind === 'product' || means(item, 'subscription');

/** 開一個 Visio 訂閱: one that there is not yet. */
const opensNew = ({ reading }: Seen): boolean =>
  asksTo(reading, 'turnOn') &&
  has(reading, 'subscription') &&
  hasProduct(reading) &&
  !has(reading, 'more') &&
  reading.items.some((item, i) => means(item, 'turnOn') && reading.items[i + 1]?.kind === 'number');

const RULES: readonly Rule[] = [
  {
    intent: 'buy_subscription',
    when: ({ reading, quantities }) => addsSubscription(reading, quantities),
    guessed: true,
  },
  { intent: 'buy_subscription', when: opensNew, slots: withQuantity, guessed: true },
  { intent: 'buy_subscription', when: isNew, slots: seen => withQuantity(seen), guessed: true },
  {
    intent: 'request_license',
    when: ({ reading }) =>
      asksTo(reading, 'request') && isThing(reading) && (has(reading, 'license') || !has(reading, 'subscription')),
    slots: withQuantity,
  },
  {
    intent: 'reactivate_subscription',
    when: ({ reading }) => asksTo(reading, 'reactivate') && (isThing(reading) || isOnly(reading, 'reactivate')),
  },
  { intent: 'reactivate_subscription', when: bringsBack },
  { intent: 'cancel_subscription', when: ({ reading }) => asksTo(reading, 'cancel') && isThing(reading) },
  {
    intent: 'cancel_subscription',
    when: ({ reading }) => asksTo(reading, 'delete', 'remove', 'stop') && has(reading, 'subscription'),
  },
  {
    intent: 'cancel_subscription',
    when: ({ reading }) =>
      asksTo(reading, 'drop', 'remove', 'stop', 'delete') && hasProduct(reading) && !has(reading, 'license'),
    guessed: true,
  },
  {
    intent: 'cancel_subscription',
    when: ({ reading }) => asksTo(reading, 'turnOff') && has(reading, 'subscription'),
    guessed: true,
  },
  {
    intent: 'reactivate_subscription',
    when: seen =>
      asksTo(seen.reading, 'turnOn') &&
      has(seen.reading, 'subscription') &&
      hasProduct(seen.reading) &&
      !opensNew(seen),
    guessed: true,
  },
  {
    intent: 'buy_subscription',
    when: ({ reading, quantities }) =>
      asksTo(reading, 'buy', 'try', 'request') &&
      (isThing(reading) || (quantities.length < 2 && isOnly(reading, 'buy', 'try'))),
    slots: withQuantity,
  },
  {
    intent: 'buy_subscription',
    when: ({ reading }) =>
      has(reading, 'mayGet') && hasProduct(reading) && !has(reading, 'trial') && !reading.items.some(isVerb),
    slots: withQuantity,
    guessed: true,
  },
  { intent: 'buy_subscription', when: ({ reading }) => subscribes(reading), slots: withQuantity, guessed: true },
  {
    intent: 'buy_subscription',
    when: ({ reading }) =>
      (verbAs(reading, 'do', 'get') || has(reading, 'want', 'need')) &&
      (hasProduct(reading) || (has(reading, 'license') && isOnly(reading, 'license', 'need', 'get', 'have', 'let'))) &&
      !verbAs(reading, 'do', 'show'),
    slots: withQuantity,
    guessed: true,
  },
];

const rules = byRules(RULES);

/** Buying, ending and bringing back a subscription. */
export const deeds: Topic = seen =>
  seen.question && !has(seen.reading, 'buy', 'cancel', 'reactivate') ? undefined : rules(seen);

const isPlain = (item: Item): boolean =>
  item.kind !== 'name' && item.kind !== 'number' && (!isVerb(item) || means(item, 'filler', 'renew', 'lapse', 'use'));

const showsOne = ({ reading, question }: Seen): boolean => {
  if (!hasProduct(reading) || !(question || has(reading, 'show') || reading.items.every(isPlain))) return false;
  const about = has(reading, 'subscription', 'license', 'status', 'lapse', 'renew', 'autoRenew', 'howMany', 'when');
  return about || has(reading, 'show', 'what') || isBrief(reading);
};

/** "List", "status", "licenses", alone. */
const isBareView = (reading: Reading): boolean =>
  (sizeOf(reading) === 1 && reading.items.some(item => means(item, 'show', 'status', 'license'))) ||
  (has(reading, 'my') && has(reading, 'license') && isOnly(reading, 'my', 'license', 'possessive'));

const showsAll = ({ reading, question }: Seen): boolean => {
  if (hasProduct(reading)) return false;
  if (isBareView(reading)) return true;
  const bought =
    has(reading, 'buy', 'license', 'topic', 'catalog', 'purchases', 'lapse', 'renew') ||
    (has(reading, 'have') && has(reading, 'subject', 'my'));
  const mine = has(reading, 'subscription') || verbAs(reading, 'done', 'buy') || bought;
  return (
    mine &&
    (question ||
      has(reading, 'show', 'what', 'howMany') ||
      (has(reading, 'subscription', 'purchases') && has(reading, 'my')) ||
      isBrief(reading)) &&
    (has(reading, 'subscription', 'what', 'show', 'howMany', 'purchases') || verbAs(reading, 'done', 'buy'))
  );
};

const seenRules = byRules([
  { intent: 'show_subscription', when: showsOne },
  { intent: 'list_subscriptions', when: showsAll },
]);

/** What a person has bought, one or all. */
export const views: Topic = seen => (!seen.question && speaksOfOther(seen.reading) ? undefined : seenRules(seen));

/** "Show me all I have subscribed to" is no report. */
const speaksOfOther = (reading: Reading): boolean =>
  has(reading, 'problem', 'if', 'not', 'plan', 'future') || (has(reading, 'past') && !has(reading, 'show'));

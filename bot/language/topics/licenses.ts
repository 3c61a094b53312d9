import type { IntentName } from '../intents';
import { means } from '../items';
import type { Quantity } from '../quantities';
import { asksTo, has, neighbour, type Reading, verbAs } from '../reading';
import type { Slots } from '../slots';
import { productSlot, type Seen, type Topic } from './topic';

const UPWARD = ['add', 'increase'] as const;
const DOWNWARD = ['decrease', 'remove', 'drop', 'delete', 'take', 'unassign', 'cancel'] as const;
const SETTING = ['set', 'change', 'keep', 'update'] as const;

/** "add a licence", "another seat": one, though no number is said. */
const saysOne = (reading: Reading): boolean =>
  reading.items.some((item, i) => {
    if (!means(item, 'license')) return false;
    let at = neighbour(reading.items, i, -1);
    while (reading.items[at]?.kind === 'product') at = neighbour(reading.items, at, -1);
    const before = reading.items.slice(at, i);
    return (
      before.some(word => means(word, 'another')) ||
      before.some(word => word.entry !== undefined && /^(?:a|an)$/.test(word.text))
    );
  });

/** "Scale it down by 2", "get Visio down by 2". */
const goesDown = (reading: Reading, { role }: Quantity): boolean =>
  (asksTo(reading, 'increase') && has(reading, 'down', 'away')) ||
  (role === 'by' && has(reading, 'down') && verbAs(reading, 'do', 'get', 'put', 'set'));

const byVerb = (reading: Reading, quantity: Quantity): IntentName | undefined => {
  // "Grab 5 more" takes them from the shop, "take 5 more off" from the subscription.
  const grabs = quantity.role === 'more' && !has(reading, 'off', 'from', 'away', 'down');
  const down = asksTo(reading, ...DOWNWARD.filter(verb => !(grabs && verb === 'take'))) || goesDown(reading, quantity);
  const fewer = has(reading, 'fewer') && !has(reading, 'more') && quantity.role !== 'total';
  if (quantity.role === 'fewer' || fewer) return 'remove_licenses';
  if (quantity.role === 'more' || (has(reading, 'more') && quantity.role !== 'total'))
    return down ? 'remove_licenses' : 'add_licenses';
  if (down) return 'remove_licenses';
  if (asksTo(reading, ...UPWARD)) return 'add_licenses';
  return asksTo(reading, ...SETTING) && quantity.role === 'plain' ? 'set_license_total' : undefined;
};

/** "More licenses please", and nothing else. */
const saysOnlyMore = (reading: Reading): boolean =>
  reading.items.every(
    item =>
      item.kind === 'mark' ||
      item.kind === 'product' ||
      (means(item, 'more', 'license', 'filler', 'please', 'couldYou', 'measure', 'get') &&
        !means(item, 'not', 'no', 'aux')),
  );

const withoutNumber = (reading: Reading): { intent: IntentName; quantity?: number } | undefined => {
  if (!has(reading, 'license')) return undefined;
  const one = saysOne(reading) ? { quantity: 1 } : {};
  if (asksTo(reading, ...UPWARD)) return { intent: 'add_licenses', ...one };
  if (verbAs(reading, 'do', 'buy', 'get') && has(reading, 'more')) return { intent: 'add_licenses', ...one };
  if (has(reading, 'more') && (has(reading, 'need', 'want') || one.quantity === 1 || saysOnlyMore(reading)))
    return { intent: 'add_licenses', ...one };
  if (verbAs(reading, 'do', 'decrease', 'remove', 'drop', 'delete')) return { intent: 'remove_licenses', ...one };
  return verbAs(reading, 'do', 'set', 'change') ? { intent: 'set_license_total' } : undefined;
};

const BEFORE = ['please', 'couldYou', 'want', 'filler', 'greeting', 'object', 'subject', 'self'] as const;

/** The verb of a wish, not the noun of "a price increase": first, before the product; in Chinese behind it as well. */
const opensWish = (reading: Reading, at: number): boolean => {
  const { items, tokens } = reading;
  const isCjk = tokens[items[at]?.from ?? -1]?.kind === 'cjk';
  const led = items
    .slice(0, at)
    .every(item => item.kind === 'mark' || means(item, ...BEFORE) || (isCjk && item.kind === 'product'));
  let next = at + 1;
  while (means(items[next], 'article', 'my') && !means(items[next], 'to')) next++;
  return led && (isCjk || items[next]?.kind === 'product');
};

/** "Increase Visio", Visio 減少: which way, though not by how many. */
const directionOf = (reading: Reading): IntentName | undefined => {
  if (has(reading, 'subscription', 'autoRenew', 'trial', 'policy', 'price', 'charged')) return undefined;
  const verb = reading.items.find((item, at) => means(item, 'increase', 'decrease') && opensWish(reading, at));
  if (reading.products.length === 0 || !verbAs(reading, 'do', 'increase', 'decrease')) return undefined;
  if (verb === undefined) return undefined;
  return means(verb, 'decrease') ? 'remove_licenses' : 'add_licenses';
};

const ELLIPTIC = [
  'filler',
  'please',
  'couldYou',
  'want',
  'to',
  'by',
  'it',
  'article',
  'object',
  'measure',
  'my',
] as const;

/** A verb of number and a number, and nothing that says of what: "add 3", "make it 10", 改成 10. */
const isElliptic = (reading: Reading, quantities: readonly Quantity[]): boolean =>
  quantities.length === 1 &&
  asksTo(reading, ...UPWARD, 'decrease', ...SETTING) &&
  reading.items.every(
    item =>
      item.kind === 'number' ||
      item.kind === 'mark' ||
      means(item, ...UPWARD, 'decrease', ...SETTING, ...ELLIPTIC, 'more', 'fewer'),
  );

/** 新增一個 Visio 訂閱: there is none yet. "Add one to my Visio subscription" counts licenses. */
export const addsSubscription = (reading: Reading, quantities: readonly Quantity[]): boolean =>
  asksTo(reading, 'add') &&
  reading.products.length > 0 &&
  has(reading, 'subscription') &&
  !has(reading, 'license', 'my', 'to', 'more') &&
  quantities.every(({ value }) => value === 1);

const isItsTopic = (reading: Reading, quantities: readonly Quantity[]): boolean =>
  (reading.products.length > 0 || has(reading, 'license', 'total') || isElliptic(reading, quantities)) &&
  !has(reading, 'card', 'invoice', 'transfer') &&
  !addsSubscription(reading, quantities);

/** How many licenses: a new total, or a difference. The two are never taken for each other. */
export const licenses: Topic = ({ reading, quantities, people }: Seen) => {
  if (!isItsTopic(reading, quantities) || people.named > 0) return undefined;
  const slots = (value?: number): Slots => ({
    ...productSlot(reading),
    ...(value === undefined ? {} : { quantity: value }),
  });
  // "Add 3", "to 10": of which subscription, and whether of licenses at all, the bot asks.
  const asGuess = isElliptic(reading, quantities) ? { guessed: true } : {};
  const total = quantities.find(quantity => quantity.role === 'total');
  const buys = verbAs(reading, 'do', 'buy');
  if (total !== undefined && !buys)
    return quantities.length > 1 ? undefined : { intent: 'set_license_total', slots: slots(total.value), ...asGuess };
  const quantity = quantities[0];
  if (quantities.length > 1) return undefined;
  if (quantity === undefined) {
    const found = withoutNumber(reading);
    if (found !== undefined) return { intent: found.intent, slots: slots(found.quantity) };
    const direction = directionOf(reading);
    return direction === undefined ? undefined : { intent: direction, slots: slots(), guessed: true };
  }
  const intent = byVerb(reading, quantity);
  return intent === undefined ? undefined : { intent, slots: slots(quantity.value), ...asGuess };
};

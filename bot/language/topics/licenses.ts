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
      before.some(word => means(word, 'more')) ||
      before.some(word => word.entry !== undefined && /^(?:a|an)$/.test(word.text))
    );
  });

const byVerb = (reading: Reading, quantity: Quantity): IntentName | undefined => {
  const down = asksTo(reading, ...DOWNWARD) || (asksTo(reading, 'increase') && has(reading, 'down', 'away'));
  const fewer = has(reading, 'fewer') && !has(reading, 'more') && quantity.role !== 'total';
  if (quantity.role === 'fewer' || fewer) return 'remove_licenses';
  if (quantity.role === 'more' || (has(reading, 'more') && quantity.role !== 'total'))
    return down ? 'remove_licenses' : 'add_licenses';
  if (down) return 'remove_licenses';
  if (asksTo(reading, ...UPWARD)) return 'add_licenses';
  return asksTo(reading, ...SETTING) && quantity.role === 'plain' ? 'set_license_total' : undefined;
};

const withoutNumber = (reading: Reading): { intent: IntentName; quantity?: number } | undefined => {
  if (!has(reading, 'license')) return undefined;
  const one = saysOne(reading) ? { quantity: 1 } : {};
  if (asksTo(reading, ...UPWARD)) return { intent: 'add_licenses', ...one };
  if (verbAs(reading, 'do', 'buy', 'get') && has(reading, 'more')) return { intent: 'add_licenses', ...one };
  if (has(reading, 'more') && (has(reading, 'need', 'want') || one.quantity === 1))
    return { intent: 'add_licenses', ...one };
  if (verbAs(reading, 'do', 'decrease', 'remove', 'drop', 'delete')) return { intent: 'remove_licenses', ...one };
  return verbAs(reading, 'do', 'set', 'change') ? { intent: 'set_license_total' } : undefined;
};

/** How many licenses: a new total, or a difference. The two are never taken for each other. */
export const licenses: Topic = ({ reading, quantities, people }: Seen) => {
  const thing = reading.products.length > 0 || has(reading, 'license', 'total');
  if (!thing || has(reading, 'card', 'invoice', 'transfer') || people.others > 0) return undefined;
  const slots = (value?: number): Slots => ({
    ...productSlot(reading),
    ...(value === undefined ? {} : { quantity: value }),
  });
  const total = quantities.find(quantity => quantity.role === 'total');
  const buys = verbAs(reading, 'do', 'buy');
  if (total !== undefined && !buys)
    return quantities.length > 1 ? undefined : { intent: 'set_license_total', slots: slots(total.value) };
  const quantity = quantities[0];
  if (quantities.length > 1) return undefined;
  if (quantity === undefined) {
    const found = withoutNumber(reading);
    return found === undefined ? undefined : { intent: found.intent, slots: slots(found.quantity) };
  }
  const intent = byVerb(reading, quantity);
  return intent === undefined ? undefined : { intent, slots: slots(quantity.value) };
};

import { means } from '../items';
import { asksTo, has, isVerb, type Reading, verbAs } from '../reading';
import type { Slots } from '../slots';
import { productSlot, type Seen, type Topic } from './topic';

const isThing = (reading: Reading): boolean => reading.products.length > 0 || has(reading, 'license', 'subscription');

const withQuantity = ({ reading, quantities }: Seen): Slots => {
  const count = quantities.length === 1 ? quantities[0]?.value : undefined;
  return { ...productSlot(reading), ...(count === undefined ? {} : { quantity: count }) };
};

/** Buying, ending and bringing back a subscription. */
export const deeds: Topic = seen => {
  const { reading, question } = seen;
  if (question && !has(reading, 'buy', 'cancel', 'reactivate')) return undefined;
  const product = reading.products.length > 0;
  const subscribed = has(reading, 'subscription');
  if (asksTo(reading, 'request') && isThing(reading)) return { intent: 'request_license', slots: withQuantity(seen) };
  if (asksTo(reading, 'reactivate') && isThing(reading)) return { intent: 'reactivate_subscription', slots: productSlot(reading) };
  if (asksTo(reading, 'cancel') && isThing(reading)) return { intent: 'cancel_subscription', slots: productSlot(reading) };
  if (asksTo(reading, 'delete', 'remove', 'stop') && subscribed) return { intent: 'cancel_subscription', slots: productSlot(reading) };
  if (asksTo(reading, 'drop', 'remove', 'stop', 'delete') && product && !has(reading, 'license')) return { intent: 'cancel_subscription', slots: productSlot(reading), guessed: true };
  if (asksTo(reading, 'turnOff') && subscribed) return { intent: 'cancel_subscription', slots: productSlot(reading), guessed: true };
  if (asksTo(reading, 'turnOn') && subscribed && product) return { intent: 'reactivate_subscription', slots: productSlot(reading), guessed: true };
  if (asksTo(reading, 'buy', 'try') && (isThing(reading) || seen.quantities.length === 0)) return { intent: 'buy_subscription', slots: withQuantity(seen) };
  if ((verbAs(reading, 'do', 'get') || has(reading, 'want', 'need')) && product && !verbAs(reading, 'do', 'show')) return { intent: 'buy_subscription', slots: withQuantity(seen), guessed: true };
  return undefined;
};

/** What a person has bought, one or all. */
export const views: Topic = ({ reading, question }) => {
  const product = reading.products.length > 0;
  const about = has(reading, 'subscription', 'license', 'status', 'lapse', 'renew', 'autoRenew', 'howMany', 'when');
  if (product && (question || has(reading, 'show') || reading.items.every(item => item.kind !== 'name' && (!isVerb(item) || means(item, 'filler', 'renew', 'lapse', 'use'))))) {
    return about || has(reading, 'show', 'what') || reading.items.length <= 2 ? { intent: 'show_subscription', slots: productSlot(reading) } : undefined;
  }
  if (product) return undefined;
  const mine = has(reading, 'subscription') || verbAs(reading, 'done', 'buy') || (has(reading, 'what', 'show', 'howMany') && has(reading, 'buy', 'license', 'topic', 'catalog', 'purchases', 'lapse', 'renew'));
  return mine && (question || has(reading, 'show', 'my', 'what') || reading.items.length <= 2) ? { intent: 'list_subscriptions', slots: {} } : undefined;
};

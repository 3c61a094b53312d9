import { has } from '../reading';
import { productSlot, type Topic } from './topic';

/** "Order history", 訂購紀錄: what was bought, and no order. */
export const history: Topic = ({ reading }) => {
  if (!has(reading, 'history')) return undefined;
  const slots = productSlot(reading);
  return { intent: slots.product === undefined ? 'list_subscriptions' : 'show_subscription', slots };
};

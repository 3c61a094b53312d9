import { z } from 'zod';
import { historyScreen } from '../../cards/screens';
import { orderHistory } from '../../domain/app/queries';
import { askWhichSubscription } from './choose-subscription';
import { defineCommand, onSubscription } from './command-file';
import { namedOrders, namesOf } from './names';
import { refused } from './refused';
import { whichSubscription, withProduct } from './subscriptions';
import type { Reply, Turn } from './turn';

/** What was ordered, changed and charged of one subscription, by whom and when. */
export const showHistory = defineCommand({
  schema: z.object({ type: z.literal('show_history'), ...onSubscription }),
  answer: async (command, turn) => {
    const which = await whichSubscription(turn, command);
    if (!which.ok) return refused(turn, which.error);
    return 'one' in which.value
      ? historyOf(turn, which.value.one.subscription.id)
      : askWhichSubscription(turn, 'show_history', which.value.several);
  },
});

const historyOf = async (turn: Turn, subscriptionId: string): Promise<Reply> => {
  const found = await orderHistory(turn.services, turn.actor, subscriptionId);
  if (!found.ok) return refused(turn, found.error);
  const { subscription, orders } = found.value;
  const names = await namesOf(
    turn,
    orders.flatMap(({ by }) => by ?? []),
  );
  const named = namedOrders(orders, names);
  return { screen: historyScreen(turn.words, { owned: withProduct(turn, subscription), orders: named }) };
};

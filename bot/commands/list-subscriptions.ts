import { z } from 'zod';
import { subscriptionsScreen } from '../../cards/screens';
import { defineCommand } from './command-file';
import { ownedBy } from './subscriptions';

export const listSubscriptions = defineCommand({
  schema: z.object({ type: z.literal('list_subscriptions') }),
  answer: async (_command, turn) => ({
    screen: subscriptionsScreen(turn.words, { items: await ownedBy(turn), now: turn.now }),
  }),
});

import { z } from 'zod';
import { LISTED_STATUSES } from '../../cards/press';
import { subscriptionsScreen } from '../../cards/screens';
import { defineCommand, onPage } from './command-file';
import { nextPage } from './next-page';
import { ownedBy } from './subscriptions';

/** What the person bought, ten a page, all of it or what has one status. */
export const listSubscriptions = defineCommand({
  schema: z.object({
    type: z.literal('list_subscriptions'),
    status: z.enum(LISTED_STATUSES).optional(),
    ...onPage,
  }),
  answer: async ({ status, page = 1 }, turn) => {
    const items = await ownedBy(turn);
    const count = items.filter(({ subscription }) => !status || subscription.status === status).length;
    return {
      screen: subscriptionsScreen(turn.words, { items, now: turn.now, status, page }),
      suggests: 'subscriptions',
      ...nextPage(count, page, { type: 'list_subscriptions', ...(status ? { status } : {}) }),
    };
  },
});

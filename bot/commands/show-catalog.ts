import { z } from 'zod';
import { catalogScreen } from '../../cards/screens';
import { offersOf } from '../../domain/app/offers';
import { defineCommand } from './command-file';
import { refusedGuest } from './refused-guest';

/** What can be bought, for those who may buy. */
export const showCatalog = defineCommand({
  schema: z.object({ type: z.literal('show_catalog') }),
  answer: async (_command, turn) => {
    const { services, actor, words } = turn;
    const no = await refusedGuest(turn);
    if (no) return no;
    const { products, currency } = services.catalog;
    const offers = await offersOf(services, actor, products);
    return { screen: catalogScreen(words, { offers, currency, purpose: 'catalog' }) };
  },
});

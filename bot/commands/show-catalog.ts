import { z } from 'zod';
import { catalogScreen } from '../../cards/screens';
import { defineCommand } from './command-file';

/** What can be bought. */
export const showCatalog = defineCommand({
  schema: z.object({ type: z.literal('show_catalog') }),
  answer: async (_command, turn) => {
    const { products, currency } = turn.services.catalog;
    return { screen: catalogScreen(turn.words, { products, currency, purpose: 'catalog' }) };
  },
});

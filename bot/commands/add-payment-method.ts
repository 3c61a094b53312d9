import { z } from 'zod';
import { defineCommand } from './command-file';
import { handOver } from './hand-over';

/** Leads to the page where a card is given. */
export const addPaymentMethod = defineCommand({
  schema: z.object({ type: z.literal('add_payment_method') }),
  answer: async (_command, turn) => handOver(turn, { purpose: 'add' }),
});

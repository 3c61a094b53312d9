import { z } from 'zod';
import { paymentMethodsScreen } from '../../cards/screens';
import { loadAccount } from '../../domain/app/accounts';
import { defineCommand } from './command-file';

/** The actor's cards on file. */
export const listPaymentMethods = defineCommand({
  schema: z.object({ type: z.literal('list_payment_methods') }),
  answer: async (_command, turn) => {
    const account = await loadAccount(turn.services, turn.actor);
    return { screen: paymentMethodsScreen(turn.words, { account, now: turn.now }) };
  },
});

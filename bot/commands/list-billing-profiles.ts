import { z } from 'zod';
import { billingProfilesScreen } from '../../cards/screens';
import { loadAccount } from '../../domain/app/accounts';
import { defineCommand } from './command-file';

/** The actor's billing profiles. */
export const listBillingProfiles = defineCommand({
  schema: z.object({ type: z.literal('list_billing_profiles') }),
  answer: async (_command, turn) => {
    const account = await loadAccount(turn.services, turn.actor);
    return { screen: billingProfilesScreen(turn.words, { account }) };
  },
});

import { z } from 'zod';
import { stopsScreen } from '../../cards/screens';
import { defineCommand } from './command-file';

/** RULES, Assigning: whoever gains or loses a license is told, and can stop that. */
export const stopNotices = defineCommand({
  schema: z.object({ type: z.literal('stop_notices') }),
  answer: async (_, { words }) => ({
    screen: stopsScreen(words, { on: false }),
    chosen: { stopsLicenseNotices: true },
  }),
});

export const startNotices = defineCommand({
  schema: z.object({ type: z.literal('start_notices') }),
  answer: async (_, { words }) => ({
    screen: stopsScreen(words, { on: true }),
    chosen: { stopsLicenseNotices: undefined },
  }),
});

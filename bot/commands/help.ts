import { z } from 'zod';
import { helpScreen } from '../../cards/screens';
import { defineCommand } from './command-file';

export const help = defineCommand({
  schema: z.object({ type: z.literal('help') }),
  answer: async (_command, turn) => ({ screen: helpScreen(turn.words), suggests: 'start' }),
});

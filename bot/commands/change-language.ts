import { z } from 'zod';
import { languageScreen } from '../../cards/screens';
import { wordsFor } from '../../cards/words';
import { defineCommand } from './command-file';

/** The person's explicit choice; it wins over everything the channel says. */
export const changeLanguage = defineCommand({
  schema: z.object({ type: z.literal('change_language'), language: z.enum(['en', 'zh-TW']) }),
  answer: async ({ language }) => ({ screen: languageScreen(wordsFor(language)), language }),
});

import { z } from 'zod';
import { languageScreen, languagesScreen } from '../../cards/screens';
import { wordsFor } from '../../cards/words';
import { defineCommand } from './command-file';

/** The person's explicit choice; it wins over everything the channel says. Without one, it is asked which. */
export const changeLanguage = defineCommand({
  schema: z.object({ type: z.literal('change_language'), language: z.enum(['en', 'zh-TW']).optional() }),
  answer: async ({ language }, { words }) =>
    language
      ? { screen: languageScreen(wordsFor(language)), language }
      : { screen: languagesScreen(words), asks: true },
});

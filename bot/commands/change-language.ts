import { z } from 'zod';
import { messageScreen } from '../../cards/views/message';
import { wordsFor } from '../../cards/words';
import { defineCommand } from './command-file';

/** The person's explicit choice; it wins over everything the channel says. */
export const changeLanguage = defineCommand({
  schema: z.object({ type: z.literal('change_language'), language: z.enum(['en', 'zh-TW']) }),
  answer: async ({ language }, turn) => ({
    screen: messageScreen(wordsFor(language, turn.words.timeZone), {
      text: 'language.changed',
      buttons: [{ type: 'list_subscriptions' }, { type: 'help' }],
    }),
    language,
  }),
});

import { z } from 'zod';
import { QUESTIONS } from '../../cards/press';
import { answerScreen, faqScreen } from '../../cards/screens';
import { defineCommand } from './command-file';

/** What is often asked, or the answer to one of the questions. */
export const showFaq = defineCommand({
  schema: z.object({ type: z.literal('show_faq'), question: z.enum(QUESTIONS).optional() }),
  answer: async ({ question }, { words }) => ({
    screen: question ? answerScreen(words, { question }) : faqScreen(words),
  }),
});

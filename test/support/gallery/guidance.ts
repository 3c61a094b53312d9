import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import type { Words } from '../../../cards/words';

const operationId = 'operation';

/** What leads a person on: questions, support and languages. */
export const guidanceScenes = (words: Words): Readonly<Record<string, Screen>> => ({
  faq: show.faqScreen(words),
  answer: show.answerScreen(words, { question: 'cancelling' }),
  support: show.supportScreen(words, { admins: ['Megan Bowen'], address: 'support@contoso.com', operationId }),
  'support-empty': show.supportScreen(words, {
    ...{ admins: ['Megan Bowen'], address: undefined, operationId, isEmpty: true },
  }),
  'support-asked': show.supportAskedScreen(words, {
    ...{ admins: ['Megan Bowen'], address: 'support@contoso.com', reference: 'S-7K3M-92QX' },
  }),
  'support-nobody': show.noSupportScreen(words, { address: undefined, reference: 'S-7K3M-92QX' }),
  languages: show.languagesScreen(words),
});

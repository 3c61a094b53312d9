import fc from 'fast-check';
import { QUESTIONS } from '../../../cards/press';
import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import type { Words } from '../../../cards/words';
import { now } from '../../support/gallery/demo';
import { crowd, something, written } from './strangers';

const operationId = 'operation';
const anyPage = fc.integer({ min: 1, max: 1_000 });
const admins = fc.array(written, { minLength: 1, maxLength: 20 });
const address = fc.option(fc.constant('support@contoso.com'), { nil: undefined });

/** Any screen that lists who has what, or leads a person on. */
export const anyGuidance: Readonly<Record<string, fc.Arbitrary<(words: Words) => Screen>>> = {
  holdings: fc
    .record({ items: fc.array(something, { maxLength: 40, size: 'max' }), name: written })
    .map(input => words => show.holdingsScreen(words, { ...input, now })),
  holdingsOfEach: fc
    .record({
      holdings: fc.array(fc.record({ items: fc.array(something, { maxLength: 40, size: 'max' }), name: written }), {
        ...{ minLength: 2, maxLength: 20 },
      }),
      product: fc.option(written, { nil: undefined }),
    })
    .map(input => words => show.holdingsOfEachScreen(words, input)),
  holders: fc
    .record({
      ...{ owned: something, people: crowd(10), page: anyPage, find: fc.oneof(fc.constant(''), written) },
      count: fc.integer({ min: 0, max: 10_000 }),
      purchaser: fc.option(written, { nil: undefined }),
    })
    .map(({ people, ...input }) => words => {
      const holders = people.map(person => ({ person, since: now }));
      return show.holdersScreen(words, { ...input, holders });
    }),
  faq: fc.constant(show.faqScreen),
  answer: fc.constantFrom(...QUESTIONS).map(question => words => show.answerScreen(words, { question })),
  support: fc
    .record({ admins, address, isEmpty: fc.boolean() })
    .map(input => words => show.supportScreen(words, { ...input, operationId })),
  supportAsked: fc
    .record({ admins, address, reference: fc.constant('S-2222-3333') })
    .map(input => words => show.supportAskedScreen(words, input)),
  noSupport: fc
    .record({ address, reference: fc.constant('S-2222-3333') })
    .map(input => words => show.noSupportScreen(words, input)),
  languages: fc.constant(show.languagesScreen),
};

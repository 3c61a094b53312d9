import fc from 'fast-check';
import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import { carriedOn } from '../../../cards/views/later';
import type { Words } from '../../../cards/words';
import { crowd, operationId, something, undo, written } from './strangers';

/** As much as a button may carry: 6,000 bytes. */
const later = fc.option(
  fc.record({
    ids: fc.array(fc.uuid(), { maxLength: 100, size: 'max' }),
    names: fc.array(fc.constant('長'.repeat(40)), { maxLength: 15 }),
    ...{ before: fc.integer({ min: 0, max: 500 }), dropped: fc.integer({ min: 0, max: 500 }) },
  }),
  { nil: undefined },
);

/** Any screen on which people are given licenses or lose them. */
export const anyLicenses: Readonly<Record<string, fc.Arbitrary<(words: Words) => Screen>>> = {
  assign: fc
    .record({
      owned: fc.option(something, { nil: undefined }),
      choices: fc.array(something, { minLength: 1, maxLength: 20 }),
      people: crowd(20),
      ambiguous: fc.array(fc.record({ name: written, candidates: crowd(50) }), { maxLength: 20, size: 'max' }),
      unknown: fc.array(written, { maxLength: 20, size: 'max' }),
      askPeople: fc.boolean(),
      problem: fc.constantFrom(undefined, 'nobody_named' as const, 'too_many' as const),
      guessed: fc.boolean(),
      later,
    })
    .map(input => words => show.assignScreen(words, { ...input, operationId })),
  assigned: fc
    .record({
      owned: something,
      answers: fc.array(
        fc.record({
          label: written,
          result: fc.constantFrom('assigned', 'already', 'guest', 'outside', 'unknown'),
          near: fc.option(crowd(5), { nil: undefined }),
        }),
        { minLength: 1, maxLength: 20, size: 'max' },
      ),
      ...{ undo, later },
    })
    .map(({ later: waiting, ...input }) => words => {
      const next = waiting && {
        ...{ count: 20, done: waiting.before, of: 500 },
        press: { type: 'assign_license' as const, operationId, ...carriedOn(waiting) },
      };
      return show.assignedScreen(words, { ...input, next });
    }),
  unassign: fc
    .record({
      ...{ owned: something, people: fc.oneof(fc.constant([]), crowd(20)), holders: crowd(150) },
      problem: fc.constantFrom(undefined, 'nobody_named' as const),
    })
    .map(input => words => show.unassignScreen(words, { ...input, operationId })),
  unassigned: fc
    .record({
      owned: something,
      answers: fc.array(fc.record({ label: written, result: fc.constantFrom('unassigned', 'not_assigned') }), {
        ...{ minLength: 1, maxLength: 20 },
      }),
      undone: fc.boolean(),
    })
    .map(input => words => show.unassignedScreen(words, input)),
  nobody: fc.record({ name: written, near: crowd(9), type: fc.constantFrom('assign_license', 'unassign_license') }).map(
    ({ type, ...input }) =>
      words =>
        show.nobodyScreen(words, { ...input, press: { type, operationId } }),
  ),
};

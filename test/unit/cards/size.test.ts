import { render, type Screen } from '../../../cards/render';
import { assignScreen, subscriptionScreen, subscriptionsScreen, unassignScreen } from '../../../cards/screens';
import { locales, type Words, wordsFor } from '../../../cards/words';
import type { Person } from '../../../domain/shared/person';
import { now, person, powerBi } from '../../support/gallery/demo';

const LARGEST = 40 * 1024;
const long = '長'.repeat(200);
const crowd = (count: number): readonly Person[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ ...person('Ana Souza'), id: `00000000-0000-0000-0000-${String(at).padStart(12, '0')}` },
    ...{ displayName: long, department: long, mail: `${'m'.repeat(200)}@contoso.com` },
  }));
const ambiguous = Array.from({ length: 20 }, () => ({ name: long, candidates: crowd(50) }));
const owned = {
  product: { ...powerBi.product, name: long },
  subscription: {
    ...powerBi.subscription,
    total: 10_000,
    assignments: crowd(10_000).map(({ id }) => ({ personId: id, at: now, operationId: 'earlier' })),
  },
};
const items = Array.from({ length: 200 }, () => owned);
const operationId = 'operation';
const open = { ambiguous, operationId, guessed: true, askPeople: true };

const largest: Readonly<Record<string, (words: Words) => Screen>> = {
  'an assignment of which everything is open': words =>
    assignScreen(words, { ...open, owned: undefined, choices: items, people: crowd(10) }),
  'an assignment to 20 people': words =>
    assignScreen(words, { ...open, owned, choices: [], ambiguous: [], people: crowd(20), askPeople: false }),
  'a subscription of 10,000 licenses': words =>
    subscriptionScreen(words, { owned, holders: crowd(10_000), paidWith: undefined, now }),
  'a list of 200 subscriptions': words => subscriptionsScreen(words, { items, now }),
  'unassigning from 10,000 people': words =>
    unassignScreen(words, { owned, people: [], holders: crowd(10_000), operationId }),
  'unassigning from 20 people': words => unassignScreen(words, { owned, people: crowd(20), holders: [], operationId }),
};

describe.each(Object.entries(largest))('the card of %s', (_name, make) => {
  it.each(locales)('stays under 40 KB in %s, with the longest of names', locale => {
    expect(Buffer.byteLength(JSON.stringify(render(make(wordsFor(locale)), locale)))).toBeLessThanOrEqual(LARGEST);
  });
});

it('10,000 holders are shown as ten and the number of the others', () => {
  const text = JSON.stringify(render(largest['a subscription of 10,000 licenses']?.(wordsFor('en')) ?? never(), 'en'));
  expect(text).toContain('"and 9,990 more"');
});

const never = (): never => {
  throw new Error('there is such a card');
};

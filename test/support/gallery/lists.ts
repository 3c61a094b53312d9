import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import type { Words } from '../../../cards/words';
import { addDays } from '../../../domain/shared/instant';
import * as demo from './demo';

const { now, powerBi, visio, project, visa, holders, person } = demo;
const operationId = 'operation';
const undo = { undoes: 'earlier', operationId };
const held = demo.projectHolders.map(holder => ({ person: holder, since: addDays(now, -20) }));

/** What is longer than a page, and what is as large as there may be. */
export const listScenes = (words: Words): Readonly<Record<string, Screen>> => ({
  'subscriptions-paged': show.subscriptionsScreen(words, { items: demo.many, now, page: 2 }),
  'subscriptions-filtered': show.subscriptionsScreen(words, { items: demo.many, now, status: 'expired' }),
  holdings: show.holdingsScreen(words, { name: 'Ana Souza', items: [powerBi], now }),
  'holdings-of-each': show.holdingsOfEachScreen(words, {
    holdings: [
      { name: 'Ana Lima', items: [] },
      { name: 'Ana Souza', items: [powerBi, visio] },
    ],
    product: undefined,
  }),
  'subscription-long': show.subscriptionScreen(words, { owned: demo.huge, holders, paidWith: visa, now }),
  holders: show.holdersScreen(words, { owned: project, holders: held.slice(0, 10), count: 19, page: 1, find: '' }),
  'holders-found': show.holdersScreen(words, {
    owned: project,
    holders: held.slice(3, 5),
    count: 2,
    page: 1,
    find: 'Le',
  }),
  'purchase-holders': show.holdersScreen(words, {
    ...{ owned: project, holders: held.slice(0, 10), count: 19, page: 1, find: '', purchaser: 'Alex Wilber' },
  }),
  'no-holders': show.holdersScreen(words, { owned: visio, holders: [], count: 0, page: 1, find: '' }),
  'assign-many': show.assignScreen(words, {
    ...{
      ...{ choices: [], ambiguous: [], askPeople: false, guessed: false, operationId },
      owned: demo.huge,
      people: [...demo.projectHolders, person('Ana Lima')],
      problem: 'too_many',
    },
    later: { ids: demo.people.slice(0, 25).map(({ id }) => id), names: [], before: 0, dropped: 0 },
  }),
  'assigned-next': show.assignedScreen(words, {
    ...{ owned: demo.huge, undo },
    answers: [...demo.projectHolders, person('Ana Lima')].map(({ displayName }) => ({
      label: displayName,
      result: 'assigned' as const,
    })),
    next: { press: { type: 'assign_license', operationId }, count: 20, done: 20, of: 45 },
  }),
});

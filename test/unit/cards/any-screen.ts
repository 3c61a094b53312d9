import fc from 'fast-check';
import { LISTED_STATUSES } from '../../../cards/press';
import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import type { Words } from '../../../cards/words';
import { type Refusal, refusalCodes } from '../../../domain/shared/refusal';
import { now } from '../../support/gallery/demo';
import { anyAdmin } from './any-admin';
import { anyAudit } from './any-audit';
import { anyGuidance } from './any-guidance';
import { anyLicenses } from './any-licenses';
import { anyNotice } from './any-notice';
import { anyPaying } from './any-paying';
import { anyPurchase } from './any-purchase';
import { anyRequest } from './any-request';
import { card, crowd, something, written } from './strangers';

const presses = fc.constantFrom(
  [],
  [{ type: 'help' as const }],
  Array.from({ length: 9 }, () => ({ type: 'help' as const })),
);
const reasons = [
  'negated',
  'compound',
  'everything',
  'statement',
  'conditional',
  'quoted',
  'unsafe',
  'not_yet',
] as const;

const anyStatus = fc.constantFrom(undefined, ...LISTED_STATUSES);
const anyPage = fc.integer({ min: 1, max: 1_000 });

const refusal: fc.Arbitrary<Refusal> = fc
  .record({ code: fc.constantFrom(...refusalCodes), number: written, count: fc.integer({ min: 0, max: 30 }) })
  .map(({ code, number, count }) => {
    const facts = {
      number,
      limit: 20,
      count,
      needed: count + 1,
      free: count,
      total: 30,
      endsAt: now,
      recurring: count > 9,
      ...{
        brand: 'visa',
        lastFour: '4242',
        policy: count > 9 ? 'disabled' : 'trials_only',
        profiles: [number],
        held: count + 1,
        at: now,
      },
    };
    return {
      code,
      status: 'expired',
      how: count > 9 ? 'trial' : 'order',
      state: 'lapsed',
      confirm: count % 2 === 0,
      ...facts,
    } as Refusal;
  });

/** Any screen whatever is put into it, by name: how it is made of any words. */
export const anyScreen: Readonly<Record<string, fc.Arbitrary<(words: Words) => Screen>>> = {
  welcome: fc.option(written, { nil: undefined }).map(name => words => show.welcomeScreen(words, { name })),
  help: fc.constant(show.helpScreen),
  unknown: fc
    .record({ reason: fc.constantFrom(undefined, ...reasons), nearest: presses })
    .map(input => words => show.unknownScreen(words, input)),
  subscriptions: fc
    .record({ items: fc.array(something, { maxLength: 40, size: 'max' }), status: anyStatus, page: anyPage })
    .map(input => words => show.subscriptionsScreen(words, { ...input, now })),
  ...anyAudit,
  ...anyGuidance,
  subscription: fc
    .record({ owned: something, holders: crowd(30), paidWith: card, note: fc.option(written, { nil: undefined }) })
    .map(input => words => show.subscriptionScreen(words, { ...input, now })),
  shared: something.map(owned => words => show.sharedScreen(words, { owned, now })),
  choose: fc
    .record({
      purpose: fc.constantFrom(
        ...(['show_subscription', 'unassign_license', 'cancel_subscription'] as const),
        ...(['turn_off_auto_renew', 'turn_on_auto_renew'] as const),
      ),
      choices: fc.array(something, { minLength: 1, maxLength: 60, size: 'max' }),
    })
    .map(input => words => show.chooseScreen(words, input)),
  refusal: fc.record({ refusal, buttons: presses }).map(input => words => show.refusalScreen(words, input)),
  ...anyLicenses,
  ...anyPurchase,
  ...anyNotice,
  ...anyAdmin,
  ...anyPaying,
  ...anyRequest,
  trouble: fc.uuid().map(id => words => show.troubleScreen(words, { id })),
  language: fc.constant(show.languageScreen),
};

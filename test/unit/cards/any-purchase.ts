import fc from 'fast-check';
import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import type { Words } from '../../../cards/words';
import { now } from '../../support/gallery/demo';
import { card, cost, operationId, problem, refund, someTotal, something, undo } from './strangers';

const totalPreview = fc.oneof(
  fc.constant(undefined),
  fc.record({ when: fc.constant('now' as const), total: someTotal, cost, until: fc.constant(now) }),
  fc.record({ when: fc.constant('renewal' as const), total: someTotal, at: fc.constant(now) }),
  fc.record({ when: fc.constant('unchanged' as const), total: someTotal }),
);

/** Any screen on which something is bought, changed, ended or brought back. */
export const anyPurchase: Readonly<Record<string, fc.Arbitrary<(words: Words) => Screen>>> = {
  cancel: fc
    .record({
      owned: something,
      preview: fc.record({ refund }),
      paidWith: card,
      problem: fc.constantFrom(undefined, 'reason_missing' as const, 'changed' as const),
    })
    .map(input => words => show.cancelScreen(words, { ...input, operationId })),
  cannotCancel: fc
    .record({ owned: something, recurring: fc.boolean() })
    .map(input => words => show.cannotCancelScreen(words, { ...input, endsAt: now, operationId })),
  cancelled: fc
    .record({ owned: something, refund, paidWith: card })
    .map(input => words => show.cancelledScreen(words, input)),
  recurring: fc
    .record({ owned: something, on: fc.boolean(), changed: fc.boolean(), undo })
    .map(input => words => show.recurringScreen(words, input)),
  catalog: fc
    .record({
      offers: fc.array(
        fc.record({
          product: something.map(({ product }) => product),
          way: fc.constantFrom('order' as const, 'trial' as const, 'ask' as const),
        }),
        { maxLength: 40, size: 'max' },
      ),
      purpose: fc.constantFrom('catalog' as const, 'which_product' as const),
    })
    .map(input => words => show.catalogScreen(words, { ...input, currency: 'USD' })),
  quote: fc
    .record({
      owned: something,
      charged: refund,
      card,
      offersTrial: fc.boolean(),
      problem,
      already: fc.array(something, { maxLength: 2 }),
    })
    .map(
      ({ owned, ...input }) =>
        words =>
          show.quoteScreen(words, { ...owned, ...input, operationId }),
    ),
  trial: fc.record({ owned: something, card }).map(
    ({ owned, ...input }) =>
      words =>
        show.trialScreen(words, { ...owned, ...input, operationId }),
  ),
  bought: fc.record({ owned: something, charged: refund, card }).map(
    ({ owned, ...input }) =>
      words =>
        show.boughtScreen(words, { ...owned, ...input }),
  ),
  total: fc
    .record({ owned: something, preview: totalPreview, card, problem })
    .map(input => words => show.totalScreen(words, { ...input, operationId })),
  totalChanged: fc
    .record({ owned: something, from: fc.integer({ min: 1, max: 10_000 }), cost, card })
    .map(input => words => show.totalChangedScreen(words, input)),
  scheduled: something.map(owned => words => show.scheduledScreen(words, { owned, operationId })),
  withdrawn: fc
    .record({ owned: something, changed: fc.boolean() })
    .map(input => words => show.withdrawnScreen(words, input)),
  withdraws: something.map(
    owned => words => show.withdrawsScreen(words, { owned, scheduled: { total: 9, at: now }, operationId }),
  ),
  reactivate: fc
    .record({ owned: something, charged: refund, card, problem })
    .map(input => words => show.reactivateScreen(words, { ...input, becomes: input.owned.subscription, operationId })),
  reactivated: fc
    .record({ owned: something, charged: refund, card })
    .map(input => words => show.reactivatedScreen(words, input)),
  chargeUnknown: refund.map(amount => words => show.chargeUnknownScreen(words, { amount })),
};

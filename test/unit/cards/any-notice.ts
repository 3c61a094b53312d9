import fc from 'fast-check';
import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import type { Words } from '../../../cards/words';
import { now } from '../../support/gallery/demo';
import { cost, refund, someTotal, something, written } from './strangers';

const confirm = fc.constantFrom(true as const, undefined);

/** Any screen that somebody is shown without having asked, and those on which they say whether they want to be. */
export const anyNotice: Readonly<Record<string, fc.Arbitrary<(words: Words) => Screen>>> = {
  notice: fc
    .record({
      owned: something,
      purchaser: fc.option(written, { nil: undefined }),
      notice: fc.oneof(
        fc.record({
          type: fc.constantFrom('license_gained' as const, 'license_lost' as const, 'access_ended' as const),
        }),
        fc.constant({
          ...{ type: 'card_expiring' as const, paymentMethodId: 'visa', brand: 'visa' as const, lastFour: '4242' },
          expiresAt: now,
        }),
        fc.record({
          ...{ type: fc.constant('charge_settled' as const), taken: fc.boolean(), amount: refund },
          ...{ confirm, unapproved: confirm },
        }),
        fc.record({
          type: fc.constantFrom('renewal_failed' as const, 'expired' as const),
          at: fc.constant(now),
          ...{ confirm, unpaid: confirm },
        }),
        fc.constant({ type: 'reduction_dropped' as const }),
        fc.record({
          ...{ type: fc.constant('renewed' as const), paid: refund, until: fc.constant(now), instalment: fc.boolean() },
        }),
        fc.record({
          ...{ type: fc.constant('support_asked' as const), reference: fc.constant('S-2222-3333') },
          ...{ name: written, mail: written, text: fc.oneof(written, fc.constant('字'.repeat(1_500))) },
        }),
        fc.record({ type: fc.constant('reminder' as const), days: fc.constantFrom(30, 7, 1), at: fc.constant(now) }),
      ),
    })
    .map(
      ({ owned, purchaser, notice }) =>
        words =>
          show.noticeScreen(words, { about: owned, purchaser, notice }),
    ),
  adminNotice: fc
    .record({
      owned: something,
      purchaser: fc.option(written, { nil: undefined }),
      notices: fc.array(
        fc.oneof(
          fc.record({
            ...{ type: fc.constant('admin_purchased' as const), total: someTotal, charged: refund },
            trial: fc.boolean(),
            again: fc.constantFrom(undefined, true as const),
          }),
          fc.record({ type: fc.constant('admin_total_changed' as const), from: someTotal, to: someTotal, cost }),
          fc.record({ type: fc.constant('admin_cancelled' as const), refund }),
          fc
            .constantFrom(undefined, true as const)
            .map(last => ({ type: 'admin_payment_failed' as const, at: now, last })),
          fc.record({ type: fc.constant('admin_expiring' as const), endsAt: fc.constant(now), free: someTotal }),
        ),
        { minLength: 1, maxLength: 40 },
      ),
    })
    .map(({ owned: about, purchaser, notices }) => words => {
      const told = notices.map(notice => ({ about, purchaser, notice }));
      const [one] = told;
      return told.length > 1 || !one ? show.digestScreen(words, told, 0) : show.noticeScreen(words, one);
    }),
  noticeSettings: fc
    .record({
      isSaved: fc.boolean(),
      isShared: fc.boolean(),
      purchases: fc.constantFrom(undefined, 'daily' as const, 'off' as const),
    })
    .map(({ purchases, ...input }) => words => {
      return show.noticeSettingsScreen(words, { ...input, chosen: purchases === undefined ? {} : { purchases } });
    }),
  channel: fc.record({ on: fc.boolean() }).map(input => words => show.channelScreen(words, input)),
  choices: fc
    .record({ isOfProduct: fc.boolean(), isAdmin: fc.boolean() })
    .map(input => words => show.choicesScreen(words, input)),
  stops: fc.record({ on: fc.boolean() }).map(input => words => show.stopsScreen(words, input)),
};

import type { Owned } from '../../../cards/owned';
import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import type { Words } from '../../../cards/words';
import { addDays } from '../../../domain/shared/instant';
import { money } from '../../../domain/shared/money';
import type { Notice } from '../../../domain/subscription/notice';
import * as demo from './demo';

const { now, powerBi, visio, project, visa, reduced } = demo;
const charged = money(14_000, 'USD');

interface Telling {
  readonly about: Owned | undefined;
  readonly notice: Notice;
}
const told = (about: Owned | undefined, notice: Notice): Telling => ({ about, notice });

/** Everything that somebody is told without having asked, by what it is told with. */
export const notices: Readonly<Record<string, Telling>> = {
  'notice-charged': told(powerBi, { type: 'charge_settled', taken: true, amount: charged }),
  'notice-not-charged': told(powerBi, { type: 'charge_settled', taken: false, amount: charged, confirm: true }),
  'notice-reminder': told(reduced, { type: 'reminder', days: 7, at: addDays(now, 14) }),
  'notice-ending': told(project, { type: 'reminder', days: 30, at: addDays(now, -1) }),
  'notice-renewed': told(powerBi, { type: 'renewed', paid: charged, until: addDays(now, 30), instalment: false }),
  'notice-renewal': told(powerBi, { type: 'renewal_failed', at: now }),
  'notice-confirm': told(powerBi, { type: 'renewal_failed', at: now, confirm: true }),
  'notice-expired': told(demo.teams, { type: 'expired', at: now }),
  'notice-expired-unpaid': told(demo.teams, { type: 'expired', at: now, unpaid: true }),
  'notice-reduction': told(powerBi, { type: 'reduction_dropped' }),
  'notice-gained': told(powerBi, { type: 'license_gained' }),
  'notice-lost': told(powerBi, { type: 'license_lost' }),
  'notice-ended': told(powerBi, { type: 'access_ended' }),
  'notice-card': told(undefined, {
    ...{ type: 'card_expiring', paymentMethodId: visa.id, brand: 'visa', lastFour: '4242' },
    expiresAt: addDays(now, 29),
  }),
  'notice-support': told(undefined, {
    ...{ type: 'support_asked', reference: 'S-7K3M-92QX', name: 'Alex Wilber', mail: 'alexw@contoso.com' },
    text: 'I bought Visio for five people, but two of them are still asked for a license. What can I do?',
  }),
  'notice-purchased': told(powerBi, { type: 'admin_purchased', total: 10, charged, trial: false }),
  'notice-reactivated': told(powerBi, { type: 'admin_purchased', total: 10, charged, trial: false, again: true }),
  'notice-total': told(powerBi, { type: 'admin_total_changed', from: 10, to: 15, cost: money(4_839, 'USD') }),
  'notice-cancelled': told(visio, { type: 'admin_cancelled', refund: money(89_260, 'USD') }),
  'notice-unpaid': told(powerBi, { type: 'admin_payment_failed', at: now }),
  'notice-unused': told(project, { type: 'admin_expiring', endsAt: addDays(now, 29), free: 6 }),
};

/** Each of them, several as one, and what is said of whether they come. */
export const noticeScenes = (words: Words): Readonly<Record<string, Screen>> => {
  const purchaser = 'Alex Wilber';
  const each = Object.entries(notices).map(([name, telling]) => [
    name,
    show.noticeScreen(words, { ...telling, purchaser }),
  ]);
  const ofADay = ['notice-total', 'notice-cancelled', 'notice-unused'].flatMap(name => notices[name] ?? []);
  return {
    ...Object.fromEntries(each),
    'notice-digest': show.digestScreen(
      words,
      ofADay.map(telling => ({ ...telling, purchaser })),
      12,
    ),
    'notices-choices': show.choicesScreen(words, { isOfProduct: true, isAdmin: true }),
    'notices-stopped': show.stopsScreen(words, { on: false }),
    'notice-settings': show.noticeSettingsScreen(words, { chosen: { totals: 'daily' }, isSaved: true, isShared: true }),
    'notices-here': show.channelScreen(words, { on: true }),
  };
};

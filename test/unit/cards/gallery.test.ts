import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as screens from '../../../cards/screens';
import { locales } from '../../../cards/words';
import type { Notice } from '../../../domain/subscription/notice';
import { notices } from '../../support/gallery/notice-scenes';
import { requestNotices } from '../../support/gallery/request-scenes';
import { cardsIn } from '../../support/gallery/scenes';

const sourcesIn = (folder: string): string =>
  readdirSync(folder)
    .filter(name => /^(?!.*\.test\.).*\.ts$/.test(name))
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

const shown = sourcesIn(join(__dirname, '../../support/gallery'));
const generated = sourcesIn(__dirname);

const made = Object.keys(screens).filter(name => name.endsWith('Screen'));

test('there are screens to be shown', () => expect(made.length).toBeGreaterThan(40));

test.each(made.filter(name => name !== 'messageScreen'))('%s is made of anything there may be', name => {
  expect(generated).toMatch(new RegExp(`\\bshow\\.${name}\\b`));
});

test.each(made)('the gallery shows what %s makes', name => {
  expect(shown).toMatch(new RegExp(`\\bshow\\.${name}\\(`));
});

test('the gallery shows everything that somebody is told without having asked', () => {
  const types: Record<Notice['type'], true> = {
    ...{ charge_settled: true, reminder: true, renewed: true },
    ...{ renewal_failed: true, expired: true, reduction_dropped: true },
    ...{ card_expiring: true, support_asked: true, license_gained: true, license_lost: true, access_ended: true },
    ...{ admin_purchased: true, admin_total_changed: true, admin_cancelled: true, admin_payment_failed: true },
    ...{ admin_expiring: true, admin_license_requested: true, request_answered: true, request_lapsed: true },
  };
  const told = Object.values({ ...notices, ...requestNotices }).map(({ notice }) => notice.type);
  expect(Object.keys(types).filter(type => !told.some(other => other === type))).toEqual([]);
});

/** What the product promises to show; each by the name of its card in the gallery. */
const PROMISED: Readonly<Record<string, readonly string[]>> = {
  welcome: ['welcome'],
  'help by topic': ['help'],
  'subscriptions, paged and by status': ['subscriptions', 'subscriptions-paged', 'subscriptions-filtered'],
  'one subscription': ['subscription', 'subscription-expired', 'subscription-long'],
  'catalog, quote, receipt': ['catalog', 'quote', 'bought', 'trial'],
  'set total': ['total-form', 'total-more', 'total-later', 'total-changed', 'scheduled'],
  'assign, and what came of it for each': ['assign-open', 'assign-many', 'assigned', 'assigned-next'],
  'unassign, several ticked': ['unassign-choose', 'unassign-confirm', 'unassigned'],
  'who has a license, paged and searched': ['holders', 'holders-found'],
  cancel: ['cancel', 'cannot-cancel', 'cancelled'],
  'recurring billing': ['recurring-on', 'recurring-off', 'withdraws'],
  reactivate: ['reactivate', 'reactivated'],
  'billing profiles': ['billing-profiles', 'billing-profile'],
  'payment methods': ['payment-methods', 'hand-over-add', 'hand-over-update', 'hand-over-replace'],
  invoices: ['invoices', 'invoice'],
  'support and questions': ['support', 'support-asked', 'faq', 'answer'],
  history: ['history'],
  'choose a product, a subscription, a person': ['which-product', 'choose', 'assign-ambiguous', 'nobody'],
  'refusal and trouble': ['refusal', 'trouble'],
  language: ['languages', 'language'],
  'asking for what may not be bought': ['catalog-policy', 'request-form', 'request-sent', 'requests-mine'],
  'answering what is asked for': ['request-to-admins', 'request-answered', 'request-approved', 'requests-open'],
  'what admins see': ['purchases', 'no-purchases', 'purchase', 'policies', 'policy', 'totals', 'export'],
};

test.each(Object.entries(PROMISED))('the gallery has %s, in both languages', (_what, names) => {
  for (const locale of locales) expect(Object.keys(cardsIn(locale))).toEqual(expect.arrayContaining([...names]));
});

test('what can be picked up in the gallery is in the language of the card', () => {
  for (const [name, card] of Object.entries(cardsIn('zh-TW'))) {
    expect(`${name}: ${card.speak}`).toMatch(/\p{Script=Han}/u);
  }
});

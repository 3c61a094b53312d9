import { type AdaptiveCard, render, type Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import { type Locale, type Words, wordsFor } from '../../../cards/words';
import { addMonths } from '../../../domain/shared/instant';
import { money } from '../../../domain/shared/money';
import { auditScenes } from './audit-scenes';
import * as demo from './demo';
import { guidanceScenes } from './guidance';
import { listScenes } from './lists';
import { noticeScenes } from './notice-scenes';
import { payingScenes } from './paying-scenes';
import { requestScenes } from './request-scenes';

const { now, powerBi, visio, project, visa, holders, person, reduced } = demo;
const operationId = 'operation';
const undo = { undoes: 'earlier', operationId };
const ana = [person('Ana Souza'), person('Ana Lima')];
const settled = {
  owned: powerBi,
  choices: [],
  people: [],
  ambiguous: [],
  askPeople: false,
  guessed: false,
  operationId,
};

const revived = {
  ...demo.teams,
  subscription: { ...demo.teams.subscription, periodStart: now, periodEnd: addMonths(now, 1) },
};

const orders = [
  { at: now, operationId: 'c', type: 'ChargeRefused', cost: money(4839, 'USD'), who: 'Alex Wilber' },
  {
    at: now,
    operationId: 'b',
    type: 'LicenseTotalChanged',
    total: 8,
    cost: money(-2323, 'USD'),
    who: 'Alex Wilber',
  },
  { at: now, operationId: 'a', type: 'SubscriptionRenewed', total: 10, cost: money(14_000, 'USD'), who: '' },
] as const;

const offers = demo.catalog.products.map(product => ({ product, way: 'order' as const }));
const everybodys = demo.owned.map(owned => ({ owned, purchaser: 'Alex Wilber' }));
const unnarrowed = { text: '', status: 'all', show: 'all', days: 30, order: 'newest' } as const;
const spent = (of: string, minor: number) => ({ of, spend: money(minor, 'USD'), purchases: 2, unassigned: 5 });

/** Every card as the demo tenant would meet it, by name. */
export const cardsIn = (locale: Locale): Readonly<Record<string, AdaptiveCard>> =>
  Object.fromEntries(Object.entries(scenes(wordsFor(locale))).map(([name, screen]) => [name, render(screen, locale)]));

const scenes = (words: Words): Readonly<Record<string, Screen>> => ({
  welcome: show.welcomeScreen(words, { name: 'Alex' }),
  help: show.helpScreen(words),
  unknown: show.unknownScreen(words, { nearest: [{ type: 'list_subscriptions' }, { type: 'assign_license' }] }),
  negated: show.unknownScreen(words, { reason: 'negated', nearest: [{ type: 'help' }] }),
  subscriptions: show.subscriptionsScreen(words, { items: demo.owned, now }),
  'no-subscriptions': show.subscriptionsScreen(words, { items: [], now }),
  subscription: show.subscriptionScreen(words, { owned: powerBi, holders, paidWith: visa, now }),
  'subscription-kept': show.subscriptionScreen(words, {
    ...{ owned: project, holders: demo.projectHolders, paidWith: visa, now, note: words.t('kept.note') },
  }),
  'subscription-free': show.subscriptionScreen(words, { owned: visio, holders: [], paidWith: undefined, now }),
  'subscription-expired': show.subscriptionScreen(words, { owned: demo.teams, holders: [], paidWith: visa, now }),
  ...listScenes(words),
  ...requestScenes(words),
  'assign-open': show.assignScreen(words, {
    ...settled,
    ...{ owned: undefined, choices: demo.owned, askPeople: true, problem: 'nobody_named' },
  }),
  'assign-ambiguous': show.assignScreen(words, {
    ...settled,
    ...{ people: [person('Bob Chen')], ambiguous: [{ name: 'Ana', candidates: ana }] },
  }),
  'assign-guessed': show.assignScreen(words, { ...settled, people: [person('Ana Lima')], guessed: true }),
  assigned: show.assignedScreen(words, {
    owned: powerBi,
    answers: [
      { label: 'Ana Lima', result: 'assigned' },
      { label: 'Ana Souza', result: 'already' },
      { label: 'Eve Guest', result: 'guest' },
      { label: 'Bop Chen', result: 'unknown', near: [person('Bob Chen')] },
    ],
    undo,
  }),
  'unassign-confirm': show.unassignScreen(words, {
    owned: powerBi,
    people: [person('Bob Chen')],
    holders,
    operationId,
  }),
  'unassign-choose': show.unassignScreen(words, { owned: powerBi, people: [], holders, operationId }),
  'unassign-nobody': show.unassignScreen(words, { owned: visio, people: [], holders: [], operationId }),
  unassigned: show.unassignedScreen(words, {
    owned: powerBi,
    answers: [{ label: 'Bob Chen', result: 'unassigned' }],
    undone: false,
  }),
  nobody: show.nobodyScreen(words, {
    name: 'Anna Suza',
    near: ana,
    press: { type: 'assign_license', subscriptionId: powerBi.subscription.id },
  }),
  shared: show.sharedScreen(words, { owned: powerBi, now: demo.now }),
  choose: show.chooseScreen(words, { purpose: 'cancel_subscription', choices: demo.owned }),
  cancel: show.cancelScreen(words, {
    ...{
      owned: powerBi,
      preview: { refund: money(6533, 'USD') },
      paidWith: visa,
      operationId,
      problem: 'reason_missing',
    },
  }),
  'cannot-cancel': show.cannotCancelScreen(words, {
    ...{ owned: powerBi, endsAt: powerBi.subscription.periodEnd, recurring: true, operationId },
  }),
  cancelled: show.cancelledScreen(words, { owned: visio, refund: money(89_260, 'USD'), paidWith: visa }),
  'recurring-on': show.recurringScreen(words, { owned: powerBi, on: true, changed: true, undo }),
  'recurring-off': show.recurringScreen(words, { owned: powerBi, on: false, changed: true, undo }),
  invoices: show.invoicesScreen(words, {
    items: demo.invoices,
    ...{ count: 40, totals: [money(1_234_500, 'USD'), money(-4500, 'EUR')], skip: 15, of: undefined, more: true },
    months: 3,
    from: addMonths(now, -3),
    to: now,
  }),
  'invoice-file-declined': show.invoiceFileScreen(words, {
    ...{ number: 'INV-2026-000006', text: 'file.declined', url: 'https://bot.contoso.com/invoices/token' },
  }),
  'invoice-file-failed': show.invoiceFileScreen(words, {
    ...{ number: 'INV-2026-000006', text: 'file.failed', url: undefined },
  }),
  invoice: show.invoiceScreen(words, {
    invoice: demo.invoices[1]?.invoice ?? unreachable(),
    ...{ products: demo.products, url: 'https://bot.contoso.com/invoices/token', takesFiles: true },
  }),
  refusal: show.refusalScreen(words, {
    refusal: { code: 'TOO_FEW_LICENSES', needed: 9, free: 7, total: 10 },
    buttons: [{ type: 'show_subscription', subscriptionId: powerBi.subscription.id }],
  }),
  catalog: show.catalogScreen(words, { offers, currency: 'USD', purpose: 'catalog' }),
  'which-product': show.catalogScreen(words, {
    offers: offers.filter(({ product }) => product.family === 'Visio'),
    ...{ currency: 'USD', purpose: 'which_product' },
  }),
  quote: show.quoteScreen(words, {
    ...{ ...powerBi, charged: money(14_000, 'USD'), card: visa, offersTrial: true, already: [powerBi], operationId },
    tax: money(1_155, 'USD'),
  }),
  'quote-changed': show.quoteScreen(words, {
    ...{ ...powerBi, charged: money(14_000, 'USD'), card: visa, offersTrial: false, already: [], operationId },
    problem: words.t('quote.changed'),
  }),
  trial: show.trialScreen(words, { ...powerBi, card: visa, operationId }),
  'trial-free': show.trialScreen(words, { ...powerBi, card: undefined, operationId }),
  bought: show.boughtScreen(words, { ...powerBi, charged: money(14_000, 'USD'), card: visa }),
  'total-form': show.totalScreen(words, { owned: powerBi, preview: undefined, card: visa, operationId }),
  'total-more': show.totalScreen(words, {
    ...{ owned: powerBi, card: visa, operationId },
    preview: { when: 'now', total: 15, cost: money(4839, 'USD'), until: powerBi.subscription.periodEnd },
  }),
  'total-later': show.totalScreen(words, {
    ...{ owned: powerBi, card: visa, operationId },
    preview: { when: 'renewal', total: 5, at: powerBi.subscription.periodEnd },
  }),
  'total-changed': show.totalChangedScreen(words, { owned: powerBi, from: 5, cost: money(4839, 'USD'), card: visa }),
  scheduled: show.scheduledScreen(words, { owned: reduced, operationId }),
  withdrawn: show.withdrawnScreen(words, { owned: powerBi, changed: true }),
  withdraws: show.withdrawsScreen(words, {
    ...{ owned: reduced, scheduled: { total: 5, at: reduced.subscription.periodEnd }, operationId },
  }),
  'subscription-reduced': show.subscriptionScreen(words, { owned: reduced, holders, paidWith: visa, now }),
  reactivate: show.reactivateScreen(words, {
    ...{ owned: demo.teams, charged: money(4000, 'USD'), card: visa, operationId },
    becomes: revived.subscription,
  }),
  reactivated: show.reactivatedScreen(words, { owned: revived, charged: money(4000, 'USD'), card: visa }),
  'charge-unknown': show.chargeUnknownScreen(words, { amount: money(14_000, 'USD') }),
  history: show.historyScreen(words, {
    owned: powerBi,
    orders,
  }),
  ...noticeScenes(words),
  purchases: show.purchasesScreen(words, {
    ...{ purchases: everybodys, now, filter: unnarrowed, next: 'further', isFirst: true },
  }),
  'no-purchases': show.purchasesScreen(words, {
    ...{ purchases: [], now, filter: { ...unnarrowed, text: 'Copilot' }, next: undefined, isFirst: true },
  }),
  'purchase-history': show.purchaseHistoryScreen(words, { owned: powerBi, orders }),
  purchase: show.purchaseScreen(words, {
    ...{ owned: powerBi, purchaser: 'Alex Wilber', holders: ['Ana Souza', 'Bob Chen', '陳怡君'], now },
  }),
  totals: show.totalsScreen(words, {
    totals: {
      byProduct: [spent('Project Plan 3', 75_000), spent('Power BI Pro', 14_000)],
      byDepartment: [spent('Marketing', 85_000), spent('', 4_000)],
      all: { spend: money(89_000, 'USD'), purchases: 4, unassigned: 20 },
    },
    nameOfProduct: name => name,
  }),
  'totals-by': show.totalsByScreen(words, {
    totals: {
      byProduct: Array.from({ length: 23 }, (_, at) => spent(`Product ${at + 1}`, 75_000 - at * 3_000)),
      byDepartment: [],
      all: { spend: money(89_000, 'USD'), purchases: 4, unassigned: 20 },
    },
    ...{ nameOfProduct: name => name, by: 'product', page: 2 },
  }),
  policies: show.policiesScreen(words, {
    products: demo.catalog.products.slice(0, 5).map((product, at) => ({
      ...{ product, value: at === 1 ? ('disabled' as const) : ('enabled' as const) },
    })),
  }),
  policy: show.policyScreen(words, {
    ...{ product: powerBi.product, value: 'disabled', before: 'enabled', count: 1, page: 1 },
    changes: [{ at: now, who: 'Megan Bowen', value: 'disabled' }],
  }),
  export: show.exportScreen(words, {
    links: { purchases: 'https://bot.example/exports/1', licenses: 'https://bot.example/exports/2' },
  }),
  ...payingScenes(words),
  ...auditScenes(words),
  ...guidanceScenes(words),
  trouble: show.troubleScreen(words, { id: '7f3a-19c2' }),
  language: show.languageScreen(words),
});

const unreachable = (): never => {
  throw new Error('the demo tenant has invoices');
};

import fc from 'fast-check';
import { LISTED_STATUSES } from '../../../cards/press';
import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import { carriedOn } from '../../../cards/views/later';
import type { Words } from '../../../cards/words';
import { totalsOf } from '../../../domain/billing/invoice';
import { POLICY_VALUES } from '../../../domain/catalog/policy';
import { money } from '../../../domain/shared/money';
import { type Refusal, refusalCodes } from '../../../domain/shared/refusal';
import { now } from '../../support/gallery/demo';
import { anyGuidance } from './any-guidance';
import { account, card, crowd, invoice, profile, someCard, something, written } from './strangers';

const operationId = 'operation';
const undo = fc.option(fc.constant({ undoes: 'earlier', operationId }), { nil: undefined });
const refund = fc.integer({ min: 0, max: 1e9 }).map(minor => money(minor, 'USD'));
const cost = fc.integer({ min: -1e9, max: 1e9 }).map(minor => money(minor, 'USD'));
const problem = fc.option(written, { nil: undefined });
const confirm = fc.constantFrom(true as const, undefined);
const someTotal = fc.integer({ min: 1, max: 10_000 });
const totalPreview = fc.oneof(
  fc.constant(undefined),
  fc.record({ when: fc.constant('now' as const), total: someTotal, cost, until: fc.constant(now) }),
  fc.record({ when: fc.constant('renewal' as const), total: someTotal, at: fc.constant(now) }),
  fc.record({ when: fc.constant('unchanged' as const), total: someTotal }),
);
const presses = fc.constantFrom(
  [],
  [{ type: 'help' as const }],
  Array.from({ length: 9 }, () => ({ type: 'help' as const })),
);
const page = 'https://purchases.contoso.com/payment-methods/token';
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
/** As much as a button may carry: 6,000 bytes. */
const later = fc.option(
  fc.record({
    ids: fc.array(fc.uuid(), { maxLength: 100, size: 'max' }),
    names: fc.array(fc.constant('長'.repeat(40)), { maxLength: 15 }),
    ...{ before: fc.integer({ min: 0, max: 500 }), dropped: fc.integer({ min: 0, max: 500 }) },
  }),
  { nil: undefined },
);

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
    return { code, status: 'expired', confirm: count % 2 === 0, ...facts } as Refusal;
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
  ...anyGuidance,
  subscription: fc
    .record({ owned: something, holders: crowd(30), paidWith: card, note: fc.option(written, { nil: undefined }) })
    .map(input => words => show.subscriptionScreen(words, { ...input, now })),
  shared: something.map(owned => words => show.sharedScreen(words, { owned, now })),
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
  choose: fc
    .record({
      purpose: fc.constantFrom(
        ...(['show_subscription', 'unassign_license', 'cancel_subscription'] as const),
        ...(['turn_off_auto_renew', 'turn_on_auto_renew'] as const),
      ),
      choices: fc.array(something, { minLength: 1, maxLength: 60, size: 'max' }),
    })
    .map(input => words => show.chooseScreen(words, input)),
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
  invoices: fc
    .record({
      bills: fc.array(invoice, { maxLength: 50 }),
      months: fc.constantFrom(undefined, 3, 6, 12),
      owned: something,
    })
    .map(({ bills, months, owned }) => words => {
      const items = bills.map((bill, at) => ({ invoice: bill, product: at % 2 ? owned.product : undefined }));
      return show.invoicesScreen(words, {
        ...{
          items,
          count: bills.length + 3,
          totals: totalsOf(bills),
          more: items.length > 10,
          skip: bills.length % 20,
        },
        ...{
          months,
          of: months === 3 ? { name: owned.product.name, productIds: ['CFQ7TTC0HD32', 'CFQ7TTC0HD33'] } : undefined,
          from: now - 1e10,
          to: now,
        },
      });
    }),
  invoice: fc.record({ invoice, owned: something, url: fc.option(fc.webUrl(), { nil: undefined }) }).map(
    ({ invoice: bill, owned, url }) =>
      words =>
        show.invoiceScreen(words, { invoice: bill, products: new Map([['product', owned.product]]), url }),
  ),
  refusal: fc.record({ refusal, buttons: presses }).map(input => words => show.refusalScreen(words, input)),
  catalog: fc
    .record({
      products: fc.array(
        something.map(({ product }) => product),
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
        fc.record({ type: fc.constant('charge_settled' as const), taken: fc.boolean(), amount: refund, confirm }),
        fc.record({
          type: fc.constantFrom('renewal_failed' as const, 'expired' as const),
          at: fc.constant(now),
          confirm,
        }),
        fc.constant({ type: 'reduction_dropped' as const }),
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
          }),
          fc.record({ type: fc.constant('admin_total_changed' as const), from: someTotal, to: someTotal, cost }),
          fc.record({ type: fc.constant('admin_cancelled' as const), refund }),
          fc.constant({ type: 'admin_payment_failed' as const, at: now }),
          fc.record({ type: fc.constant('admin_expiring' as const), endsAt: fc.constant(now), free: someTotal }),
        ),
        { minLength: 1, maxLength: 40 },
      ),
    })
    .map(({ owned: about, purchaser, notices }) => words => {
      const told = notices.map(notice => ({ about, purchaser, notice }));
      const [one] = told;
      return told.length > 1 || !one ? show.digestScreen(words, told) : show.noticeScreen(words, one);
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
  export: fc
    .constantFrom(undefined, { purchases: 'https://bot.example/1', licenses: 'https://bot.example/2' })
    .map(links => words => show.exportScreen(words, { links })),
  channel: fc.record({ on: fc.boolean() }).map(input => words => show.channelScreen(words, input)),
  stops: fc.record({ on: fc.boolean() }).map(input => words => show.stopsScreen(words, input)),
  purchases: fc
    .record({
      purchases: fc.array(fc.record({ owned: something, purchaser: written }), { maxLength: 10 }),
      next: fc.constantFrom(undefined, 'further'),
      isFirst: fc.boolean(),
      filter: fc.record({
        text: written,
        status: fc.constantFrom('all', 'active'),
        show: fc.constantFrom('all', 'ending', 'unassigned'),
      }),
    })
    .map(input => words => show.purchasesScreen(words, { ...input, now })),
  purchase: fc
    .record({ owned: something, purchaser: written, holders: fc.array(written, { maxLength: 30 }) })
    .map(input => words => show.purchaseScreen(words, { ...input, now })),
  totals: fc
    .array(fc.record({ of: written, spend: refund, purchases: someTotal, unassigned: someTotal }), { maxLength: 30 })
    .map(groups => words => {
      const all = groups[0] ?? { spend: money(0, 'USD'), purchases: 0, unassigned: 0 };
      const totals = { byProduct: groups, byDepartment: groups, all };
      return show.totalsScreen(words, { totals, nameOfProduct: productId => productId });
    }),
  policies: fc
    .array(fc.record({ owned: something, value: fc.constantFrom(...POLICY_VALUES) }), { maxLength: 40 })
    .map(
      all => words =>
        show.policiesScreen(words, { products: all.map(({ owned, value }) => ({ product: owned.product, value })) }),
    ),
  policy: fc
    .record({
      owned: something,
      value: fc.constantFrom(...POLICY_VALUES),
      before: fc.constantFrom(undefined, ...POLICY_VALUES),
      changes: fc.array(fc.record({ at: fc.constant(now), who: written, value: fc.constantFrom(...POLICY_VALUES) }), {
        maxLength: 9,
      }),
    })
    .map(
      ({ owned, ...input }) =>
        words =>
          show.policyScreen(words, { product: owned.product, ...input }),
    ),
  history: fc
    .record({
      owned: something,
      orders: fc.array(
        fc.record({
          ...{ at: fc.constant(now), operationId: fc.constant('op'), who: fc.oneof(fc.constant(''), written) },
          type: fc.constantFrom(
            'SubscriptionPurchased',
            'ChargeRefused',
            'RecurringBillingTurned',
            'LicenseTotalChanged',
          ),
          ...{ on: fc.option(fc.boolean(), { nil: undefined }), cost: fc.option(cost, { nil: undefined }) },
          total: fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined }),
        }),
        { maxLength: 40, size: 'max' },
      ),
    })
    .map(input => words => show.historyScreen(words, input)),
  paymentMethods: fc
    .record({ account, choose: fc.constantFrom(undefined, 'update' as const, 'delete' as const), linked: fc.boolean() })
    .map(({ account: own, choose, linked }) => {
      const links = new Map(linked ? own.paymentMethods.map(({ id }) => [id, page]) : []);
      const choosing = choose && { purpose: choose, among: own.paymentMethods, links };
      return words => show.paymentMethodsScreen(words, { account: own, now, choose: choosing });
    }),
  handOver: fc
    .record({ account, hasDialog: fc.constant(false), purpose: fc.constantFrom('add', 'update', 'replace') })
    .map(({ account: own, hasDialog, purpose }) => words => {
      const [paidWith, ...others] = own.paymentMethods;
      const [profile] = own.billingProfiles;
      if (purpose === 'update' && paidWith)
        return show.handOverScreen(words, { purpose, card: paidWith, url: page, hasDialog });
      if (purpose === 'replace' && profile)
        return show.handOverScreen(words, { purpose, profile, paidWith, others, url: page, hasDialog });
      return show.handOverScreen(words, { purpose: 'add', url: page, hasDialog });
    }),
  private: fc.constant(show.privateScreen),
  cardKept: fc
    .record({
      ...{ purpose: fc.constantFrom('add' as const, 'update' as const, 'replace' as const), card: someCard },
      profile: fc.option(written, { nil: undefined }),
    })
    .map(input => words => show.cardKeptScreen(words, input)),
  deleteCard: someCard.map(own => words => show.deleteCardScreen(words, { card: own, operationId })),
  deletedCard: someCard.map(own => words => show.deletedCardScreen(words, { card: own })),
  billingProfiles: fc.record({ account, linked: fc.boolean() }).map(({ account: own, linked }) => {
    const links = linked ? new Map(own.billingProfiles.map(({ id }) => [id, page])) : undefined;
    return words => show.billingProfilesScreen(words, { account: own, links });
  }),
  billingProfile: fc
    .record({ account, profile, note: problem, problem })
    .map(input => words => show.billingProfileScreen(words, { ...input, now, operationId })),
  trouble: fc.uuid().map(id => words => show.troubleScreen(words, { id })),
  language: fc.constant(show.languageScreen),
};

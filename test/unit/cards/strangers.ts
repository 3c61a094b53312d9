import fc from 'fast-check';
import type { Owned } from '../../../cards/owned';
import type { Account, BillingProfile, PaymentMethod } from '../../../domain/billing/account';
import type { Invoice } from '../../../domain/billing/invoice';
import { money } from '../../../domain/shared/money';
import type { Person } from '../../../domain/shared/person';
import type { Subscription } from '../../../domain/subscription/subscription';
import { now } from '../../support/gallery/demo';

/** Names as strangers write them: Markdown, template marks, date functions, other directions, far too long. */
const hostile = fc.constantFrom(
  ...[
    '{{DATE(2026-01-01T00:00:00Z, SHORT)}}',
    '**x** [a](http://b)',
    '\u202eevil',
    'דוד לוי',
    '陳怡君',
    '<b>&lt;',
    '{0}',
  ],
  ...[
    '長'.repeat(200),
    'W'.repeat(200),
    '😀'.repeat(128),
    'O’Neil "Bob" \\',
    '# 1. - + > `',
    'José Álvarez',
    '{count}',
  ],
);
export const written = fc
  .oneof(hostile, fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }))
  .filter(text => !/\$\{|undefined|\[object/.test(text) && text.trim() !== '');

export const somebody: fc.Arbitrary<Person> = fc.record({
  id: fc.uuid(),
  displayName: written,
  givenName: written,
  surname: written,
  mail: written,
  department: fc.oneof(fc.constant(''), written),
  jobTitle: written,
  userType: fc.constantFrom('member', 'guest'),
});
export const crowd = (most: number) => fc.array(somebody, { maxLength: most, size: 'max' });

const instant = fc.integer({ min: now - 1e11, max: now + 1e11 });

const subscription: fc.Arbitrary<Subscription> = fc
  .record({
    total: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(10_000)),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    frequency: fc.constantFrom('monthly' as const, 'annual' as const),
    unit: fc.integer({ min: 0, max: 1e7 }),
    status: fc.constantFrom('active' as const, 'expired' as const, 'disabled' as const),
    ...{ recurring: fc.boolean(), trial: fc.boolean(), countedFrom: instant },
    term: fc.option(fc.record({ start: instant, end: instant }), { nil: undefined }),
    scheduled: fc.option(fc.record({ total: fc.integer({ min: 1, max: 10_000 }), at: instant }), { nil: undefined }),
    overdue: fc.option(fc.record({ since: instant, attempts: fc.integer({ min: 1, max: 9 }) }), { nil: undefined }),
    ...{ statusSince: instant, purchasedAt: instant, periodStart: instant, periodEnd: instant },
  })
  .map(({ share, unit, total, ...rest }) => ({
    ...{
      id: 'a-subscription',
      tenantId: 'contoso',
      purchaserId: 'me',
      productId: 'product',
      billingProfileId: 'profile',
    },
    ...{ total, unitPrice: money(unit, 'USD'), paid: money(unit, 'USD'), ...rest },
    assignments: Array.from({ length: Math.round(share * total) }, (_, at) => ({
      ...{ personId: `person-${at}`, at: now, operationId: 'earlier' },
    })),
  }));

export const something: fc.Arbitrary<Owned> = fc.record({
  subscription,
  product: written.map(name => ({
    ...{ id: 'product', name, otherNames: [], monthly: 1, annual: 1 },
    trial: { days: 30, needsPaymentMethod: true, licenses: 25 },
  })),
});

export const someCard: fc.Arbitrary<PaymentMethod> = fc.record({
  ...{ id: fc.constantFrom('card', 'another'), brand: fc.constantFrom('visa', 'mastercard', 'amex', 'jcb', 'other') },
  ...{ lastFour: fc.constant('4242'), expiryMonth: fc.constant(1), holder: written },
  expiryYear: fc.constantFrom(2025, 2028),
});
export const card: fc.Arbitrary<PaymentMethod | undefined> = fc.option(someCard, { nil: undefined });

export const profile: fc.Arbitrary<BillingProfile> = fc.record({
  ...{ id: fc.uuid(), name: written, billTo: written, invoiceEmail: written, currency: fc.constant('USD') },
  paymentMethodId: fc.constantFrom('card', 'another', 'deleted'),
});
export const account: fc.Arbitrary<Account> = fc.record({
  ...{ tenantId: fc.constant('contoso'), purchaserId: fc.constant('me') },
  paymentMethods: fc.array(someCard, { maxLength: 30, size: 'max' }),
  billingProfiles: fc.array(profile, { maxLength: 30, size: 'max' }),
});

export const invoice: fc.Arbitrary<Invoice> = fc.record({
  ...{ id: fc.uuid(), tenantId: fc.constant('contoso'), number: fc.constant('INV-2026-000001') },
  ...{ purchaserId: fc.constant('me'), subscriptionId: fc.constant('a-subscription'), issuedAt: instant },
  kind: fc.constantFrom('purchase', 'renewal', 'licenses_added', 'licenses_removed', 'cancellation', 'reactivation'),
  lines: fc.array(
    fc.record({
      ...{ productId: fc.constantFrom('product', 'another'), quantity: fc.integer({ min: 1, max: 10_000 }) },
      ...{ amount: fc.integer({ min: -1e9, max: 1e9 }).map(minor => money(minor, 'USD')), from: instant, to: instant },
    }),
    { minLength: 1, maxLength: 50 },
  ),
  tax: fc.constant(money(0, 'USD')),
  billTo: written,
  paidWith: fc.option(fc.constant({ brand: 'visa' as const, lastFour: '4242' })),
});

export const operationId = 'operation';
export const undo = fc.option(fc.constant({ undoes: 'earlier', operationId }), { nil: undefined });
export const refund = fc.integer({ min: 0, max: 1e9 }).map(minor => money(minor, 'USD'));
export const cost = fc.integer({ min: -1e9, max: 1e9 }).map(minor => money(minor, 'USD'));
export const problem = fc.option(written, { nil: undefined });
export const someTotal = fc.integer({ min: 1, max: 10_000 });

/** What a history tells of. */
export const orders = fc.array(
  fc.record({
    ...{ at: fc.constant(now), operationId: fc.constant('op'), who: fc.oneof(fc.constant(''), written) },
    type: fc.constantFrom('SubscriptionPurchased', 'ChargeRefused', 'RecurringBillingTurned', 'LicenseTotalChanged'),
    ...{ on: fc.option(fc.boolean(), { nil: undefined }), cost: fc.option(cost, { nil: undefined }) },
    total: fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined }),
  }),
  { maxLength: 40, size: 'max' },
);

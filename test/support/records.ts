import type { Invoice } from '../../domain/billing/invoice';
import { DAY, type Instant } from '../../domain/shared/instant';
import { money } from '../../domain/shared/money';
import type { SubscriptionRecord } from '../../domain/store/port';
import type { Subscription } from '../../domain/subscription/subscription';

/** 1 March 2026. */
export const START: Instant = Date.UTC(2026, 2, 1);

export const subscriptionOf = (changes: Partial<Subscription> = {}): Subscription => ({
  id: 'sub-1',
  tenantId: 'contoso',
  purchaserId: 'alex',
  productId: 'visio-plan-2',
  billingProfileId: 'profile-1',
  total: 10,
  assignments: [],
  frequency: 'monthly',
  unitPrice: money(1500, 'USD'),
  trial: false,
  status: 'active',
  statusSince: START,
  recurring: true,
  purchasedAt: START,
  countedFrom: START,
  periodStart: START,
  periodEnd: START + 31 * DAY,
  // Paid for in full, unless a test says otherwise.
  paid: money((changes.unitPrice?.minor ?? 1500) * (changes.total ?? 10), 'USD'),
  ...changes,
});

export const recordOf = (
  changes: Partial<Subscription> = {},
  rest: Partial<SubscriptionRecord> = {},
): SubscriptionRecord => ({ subscription: subscriptionOf(changes), receipts: [], history: [], outbox: [], ...rest });

export const invoiceOf = (changes: Partial<Invoice> = {}): Invoice => ({
  id: 'invoice-1',
  tenantId: 'contoso',
  number: 'INV-2026-000001',
  purchaserId: 'alex',
  subscriptionId: 'sub-1',
  kind: 'purchase',
  issuedAt: START,
  lines: [{ productId: 'visio-plan-2', quantity: 10, amount: money(15_000, 'USD'), from: START, to: START + 31 * DAY }],
  tax: money(0, 'USD'),
  billTo: 'Contoso Marketing',
  paidWith: { brand: 'visa', lastFour: '4242' },
  ...changes,
});

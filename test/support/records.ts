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
  status: 'active',
  statusSince: START,
  recurring: true,
  purchasedAt: START,
  periodStart: START,
  periodEnd: START + 31 * DAY,
  ...changes,
});

export const recordOf = (
  changes: Partial<Subscription> = {},
  rest: Partial<SubscriptionRecord> = {},
): SubscriptionRecord => ({ subscription: subscriptionOf(changes), receipts: [], outbox: [], ...rest });

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

import type { Account, Address, PaymentMethod } from '../billing/account';
import { noTax } from '../billing/invoice';
import type { Catalog, Product } from '../catalog/catalog';
import { addDays, addMonths, type Instant } from '../shared/instant';
import { money, times } from '../shared/money';
import type { Person } from '../shared/person';
import { fail, ok, type Result } from '../shared/result';
import { type InvoiceDraft, NEW } from '../store/port';
import type { Order } from '../subscription/history';
import type { Subscription } from '../subscription/subscription';
import { demoProfiles, demoPurchases, type Purchase } from './demo-purchases';
import { soldBy } from './invoices';
import type { Services } from './services';

/** The demo tenant of CONTRACT, ready to be laid. */
export interface DemoTenant {
  readonly accounts: readonly Account[];
  readonly subscriptions: readonly Subscription[];
  /** Oldest first. */
  readonly invoices: readonly InvoiceDraft[];
}

/** The people and products the demo tenant is made of that are not there. */
export interface DemoTenantGaps {
  readonly people: number;
  readonly products: readonly string[];
}

/** The demo tenant as it is at `now`, made of these people and products. */
export const demoTenant = (
  tenantId: string,
  people: readonly Person[],
  catalog: Catalog,
  now: Instant,
): Result<DemoTenant, DemoTenantGaps> => {
  const ids = new Map(people.map(person => [person.displayName, person.id]));
  const bought = demoPurchases(people, now);
  const missing = new Set(bought.flatMap(({ purchaser, holders }) => [purchaser, ...holders]));
  for (const name of ids.keys()) missing.delete(name);
  const known = new Map(catalog.products.map(product => [product.name, product]));
  const products = bought.map(purchase => purchase.product).filter(product => !known.has(product));
  if (missing.size + products.length > 0) return fail({ people: missing.size, products });

  const named = (name: string): string => ids.get(name) ?? '';
  const made = bought.flatMap(purchase => {
    const product = known.get(purchase.product);
    if (!product) return [];
    const subscription = toSubscription(product, catalog.currency, tenantId, named, purchase, now);
    return [{ subscription, invoices: pastInvoices(subscription, demoProfiles[purchase.purchaser] ?? '') }];
  });
  return ok({
    accounts: accounts(tenantId, named, catalog.currency, now),
    subscriptions: made.map(({ subscription }) => subscription),
    invoices: made
      .flatMap(({ invoices }) => invoices)
      .map(invoice => soldBy(catalog, invoice))
      .sort((a, b) => a.issuedAt - b.issuedAt),
  });
};

/**
 * Lays the demo tenant over an empty store, and what is missing of it over a store that was left half laid; a store
 * with anything else in it is left alone. What was there, whatever has become of it, stays as it is.
 */
export const layDemoTenant = async (
  services: Pick<Services, 'store'>,
  { accounts, subscriptions, invoices }: DemoTenant,
): Promise<void> => {
  const { store } = services;
  const present = await Promise.all(subscriptions.map(({ tenantId, id }) => store.subscriptions.load(tenantId, id)));
  if (present.every(found => found !== undefined)) return;
  if (present.every(found => found === undefined) && !(await store.isEmpty())) return;
  for (const account of accounts) await store.accounts.save(account, NEW);
  for (const invoice of invoices) await store.invoices.issue(invoice);
  for (const subscription of subscriptions) {
    await store.subscriptions.save(
      { subscription, receipts: [], history: historyOf(subscription, invoices), outbox: [] },
      NEW,
    );
  }
};

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const toSubscription = (
  product: Product,
  currency: string,
  tenantId: string,
  named: (name: string) => string,
  purchase: Purchase,
  now: Instant,
): Subscription => {
  const { frequency, purchasedAt, periodStart, periodEnd, recurring, total } = purchase;
  const id = `demo-${slug(purchase.product)}`;
  const unitPrice = money(frequency === 'monthly' ? product.monthly : product.annual, currency);
  const ended = periodEnd <= now;
  return {
    trial: false,
    countedFrom: purchasedAt,
    paid: times(unitPrice, total),
    unitPrice,
    id,
    tenantId,
    productId: product.id,
    total,
    frequency,
    purchasedAt,
    periodStart,
    periodEnd,
    recurring,
    purchaserId: named(purchase.purchaser),
    billingProfileId: profileId(named(purchase.purchaser)),
    assignments: purchase.holders.map(name => ({ personId: named(name), at: purchasedAt, operationId: id })),
    status: ended ? 'expired' : 'active',
    statusSince: ended ? periodEnd : purchasedAt,
  };
};

const ADDRESS: Address = {
  street: '1 Contoso Way',
  city: 'Redmond',
  region: 'WA',
  postalCode: '98052',
  country: 'US',
};

const profileId = (purchaserId: string): string => `profile-${purchaserId}`;

const accounts = (
  tenantId: string,
  named: (name: string) => string,
  currency: string,
  now: Instant,
): readonly Account[] => {
  const card = (brand: PaymentMethod['brand'], lastFour: string, holder: string, expires: Instant): PaymentMethod => ({
    id: `${brand}-${lastFour}`,
    brand,
    lastFour,
    holder,
    address: ADDRESS,
    expiryMonth: new Date(expires).getUTCMonth() + 1,
    expiryYear: new Date(expires).getUTCFullYear(),
  });
  const account = (purchaser: string, methods: readonly PaymentMethod[]): Account => ({
    tenantId,
    purchaserId: named(purchaser),
    billingProfiles: [
      {
        id: profileId(named(purchaser)),
        name: demoProfiles[purchaser] ?? '',
        billTo: demoProfiles[purchaser] ?? '',
        country: 'US',
        currency,
        invoiceEmail: 'invoices@contoso.com',
        paymentMethodId: 'visa-4242',
      },
    ],
    paymentMethods: methods,
  });
  const visa = (holder: string): PaymentMethod => card('visa', '4242', holder, addMonths(now, 14));
  return [
    account('Alex Wilber', [visa('Alex Wilber'), card('mastercard', '4444', 'Alex Wilber', addDays(now, 25))]),
    account('Ana Souza', [visa('Ana Souza')]),
    account('Maria García', [visa('Maria García')]),
  ];
};

const pastInvoices = (subscription: Subscription, billTo: string): readonly InvoiceDraft[] => {
  const { tenantId, id, purchaserId, productId, total: quantity, unitPrice, purchasedAt } = subscription;
  const beginOf = (period: number): Instant =>
    addMonths(purchasedAt, period * (subscription.frequency === 'monthly' ? 1 : 12));
  const invoices: InvoiceDraft[] = [];
  for (let period = 0; beginOf(period) <= subscription.periodStart; period++) {
    const [from, to] = [beginOf(period), beginOf(period + 1)];
    invoices.push({
      id: `${id}:${period}`,
      tenantId,
      purchaserId,
      subscriptionId: id,
      kind: period === 0 ? 'purchase' : 'renewal',
      issuedAt: from,
      lines: [{ productId, quantity, amount: times(unitPrice, quantity), from, to }],
      tax: noTax(unitPrice.currency),
      billTo,
      paidWith: { brand: 'visa', lastFour: '4242' },
    });
  }
  return invoices;
};

/** What was charged for, as the order history would have it. */
const historyOf = (subscription: Subscription, invoices: readonly InvoiceDraft[]): readonly Order[] =>
  invoices
    .filter(({ subscriptionId }) => subscriptionId === subscription.id)
    .map(({ id, kind, issuedAt, lines }) => ({
      at: issuedAt,
      operationId: id,
      total: subscription.total,
      cost: lines[0]?.amount,
      ...(kind === 'purchase'
        ? { type: 'SubscriptionPurchased' as const, by: subscription.purchaserId }
        : { type: 'SubscriptionRenewed' as const }),
    }));

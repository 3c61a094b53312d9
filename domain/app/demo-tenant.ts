import type { Account, PaymentMethod } from '../billing/account';
import { type Invoice, noTax } from '../billing/invoice';
import type { Catalog } from '../catalog/catalog';
import { addDays, addMonths, type Instant } from '../shared/instant';
import { money, times } from '../shared/money';
import type { Person } from '../shared/person';
import { NEW } from '../store/port';
import type { Frequency, Subscription } from '../subscription/subscription';
import { addInvoice } from './outbox';
import type { Services } from './services';

interface Purchase {
  readonly purchaser: string;
  readonly product: string;
  readonly total: number;
  readonly holders: readonly string[];
  readonly frequency: Frequency;
  readonly purchasedAt: Instant;
  readonly periodStart: Instant;
  readonly periodEnd: Instant;
  readonly recurring: boolean;
}

/** Lays the demo tenant of CONTRACT over an empty store, dated from `services.now()`. Doing it twice changes nothing. */
export const layDemoTenant = async (
  services: Pick<Services, 'store' | 'catalog' | 'now'>,
  tenantId: string,
  people: readonly Person[],
): Promise<void> => {
  const now = services.now();
  const named = byName(people);
  for (const account of accounts(tenantId, named, now)) await services.store.accounts.save(account, NEW);
  for (const purchase of purchases(people, now)) {
    const subscription = toSubscription(services.catalog, tenantId, named, purchase, now);
    await services.store.subscriptions.save({ subscription, receipts: [], outbox: [] }, NEW);
  }
  const invoices = purchases(people, now).flatMap(purchase =>
    pastInvoices(toSubscription(services.catalog, tenantId, named, purchase, now), profiles[purchase.purchaser] ?? ''),
  );
  for (const invoice of invoices.sort((a, b) => a.issuedAt - b.issuedAt)) await addInvoice(services, invoice);
};

const byName = (people: readonly Person[]): ((name: string) => string) => {
  const ids = new Map(people.map(person => [person.displayName, person.id]));
  return name => {
    const id = ids.get(name);
    if (id === undefined) throw new Error('the people file lacks somebody of the demo tenant');
    return id;
  };
};

const purchases = (people: readonly Person[], now: Instant): readonly Purchase[] => {
  const bought = (days: number): Instant => addDays(now, -days);
  const projectEnds = addDays(now, 29);
  const projectStart = addMonths(projectEnds, -12);
  const teamsEnded = bought(5);
  const firstNineteen = people
    .filter(person => person.jobTitle === 'Specialist')
    .slice(0, 19)
    .map(person => person.displayName);
  return [
    {
      ...{ purchaser: 'Alex Wilber', product: 'Power BI Pro', total: 10, frequency: 'monthly', recurring: true },
      holders: ['Ana Souza', 'Bob Chen', '陳怡君'],
      ...{ purchasedAt: bought(40), periodStart: addMonths(bought(40), 1), periodEnd: addMonths(bought(40), 2) },
    },
    {
      ...{ purchaser: 'Alex Wilber', product: 'Visio Plan 2', total: 5, frequency: 'annual', recurring: true },
      holders: [],
      ...{ purchasedAt: bought(3), periodStart: bought(3), periodEnd: addMonths(bought(3), 12) },
    },
    {
      ...{ purchaser: 'Alex Wilber', product: 'Project Plan 3', total: 25, frequency: 'annual', recurring: false },
      holders: firstNineteen,
      ...{ purchasedAt: projectStart, periodStart: projectStart, periodEnd: projectEnds },
    },
    {
      ...{ purchaser: 'Ana Souza', product: 'Power Apps per user', total: 3, frequency: 'monthly', recurring: true },
      holders: ['Ana Souza'],
      ...{ purchasedAt: bought(12), periodStart: bought(12), periodEnd: addMonths(bought(12), 1) },
    },
    {
      ...{ purchaser: 'Maria García', product: 'Teams Premium', total: 4, frequency: 'monthly', recurring: false },
      holders: ['Maria García', 'José Álvarez'],
      ...{ purchasedAt: addMonths(teamsEnded, -1), periodStart: addMonths(teamsEnded, -1), periodEnd: teamsEnded },
    },
  ];
};

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const toSubscription = (
  catalog: Catalog,
  tenantId: string,
  named: (name: string) => string,
  purchase: Purchase,
  now: Instant,
): Subscription => {
  const product = catalog.products.find(candidate => candidate.name === purchase.product);
  if (!product) throw new Error(`the catalog lacks ${purchase.product}`);
  const { frequency, purchasedAt, periodStart, periodEnd, recurring, total } = purchase;
  const id = `demo-${slug(purchase.product)}`;
  const ended = periodEnd <= now;
  return {
    ...{ id, tenantId, productId: product.id, total, frequency, purchasedAt, periodStart, periodEnd, recurring },
    purchaserId: named(purchase.purchaser),
    billingProfileId: profileId(named(purchase.purchaser)),
    assignments: purchase.holders.map(name => ({ personId: named(name), at: purchasedAt, operationId: id })),
    unitPrice: money(frequency === 'monthly' ? product.monthly : product.annual, catalog.currency),
    status: ended ? 'expired' : 'active',
    statusSince: ended ? periodEnd : purchasedAt,
  };
};

const profiles: Readonly<Record<string, string>> = {
  'Alex Wilber': 'Contoso Marketing',
  'Ana Souza': 'Contoso Finance',
  'Maria García': 'Contoso Sales',
};

const profileId = (purchaserId: string): string => `profile-${purchaserId}`;

const accounts = (tenantId: string, named: (name: string) => string, now: Instant): readonly Account[] => {
  const card = (brand: PaymentMethod['brand'], lastFour: string, holder: string, expires: Instant): PaymentMethod => ({
    ...{ id: `${brand}-${lastFour}`, brand, lastFour, holder },
    expiryMonth: new Date(expires).getUTCMonth() + 1,
    expiryYear: new Date(expires).getUTCFullYear(),
  });
  const account = (purchaser: string, methods: readonly PaymentMethod[]): Account => ({
    tenantId,
    purchaserId: named(purchaser),
    billingProfiles: [
      {
        ...{
          id: profileId(named(purchaser)),
          name: profiles[purchaser] ?? '',
          billTo: profiles[purchaser] ?? '',
          currency: 'USD',
        },
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

const pastInvoices = (subscription: Subscription, billTo: string): readonly Omit<Invoice, 'number'>[] => {
  const months = subscription.frequency === 'monthly' ? 1 : 12;
  const invoices: Omit<Invoice, 'number'>[] = [];
  for (let from = subscription.purchasedAt, period = 0; from <= subscription.periodStart; period++) {
    const to = addMonths(subscription.purchasedAt, months * (period + 1));
    const { tenantId, purchaserId, productId, total: quantity, unitPrice } = subscription;
    invoices.push({
      ...{ id: `${subscription.id}:${period}`, tenantId, purchaserId, subscriptionId: subscription.id },
      kind: period === 0 ? 'purchase' : 'renewal',
      issuedAt: from,
      lines: [{ productId, quantity, amount: times(unitPrice, quantity), from, to }],
      tax: noTax(unitPrice.currency),
      billTo,
      paidWith: { brand: 'visa', lastFour: '4242' },
    });
    from = to;
  }
  return invoices;
};

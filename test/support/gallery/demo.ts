import type { Owned } from '../../../cards/owned';
import type { Account, BillingProfile, PaymentMethod } from '../../../domain/billing/account';
import type { Invoice } from '../../../domain/billing/invoice';
import catalog from '../../../domain/catalog/catalog.json';

export { catalog };

import directory from '../../../domain/directory/people.json';
import { addDays, addMonths, type Instant } from '../../../domain/shared/instant';
import { money } from '../../../domain/shared/money';
import type { Person } from '../../../domain/shared/person';
import type { Subscription } from '../../../domain/subscription/subscription';

/** The demo tenant as its cards see it, on one fixed day. */
export const now: Instant = Date.UTC(2026, 10, 24, 9);

export const people = directory.people as readonly Person[];

export const person = (name: string): Person => {
  const found = people.find(candidate => candidate.displayName === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};

const specialists = people.filter(candidate => candidate.jobTitle === 'Specialist').slice(0, 19);

const own = (name: string, holders: readonly Person[], terms: Partial<Subscription>): Owned => {
  const product = catalog.products.find(candidate => candidate.name === name);
  if (!product) throw new Error(`nothing is called ${name}`);
  return {
    product,
    subscription: {
      id: `demo-${product.id}`,
      tenantId: 'contoso',
      purchaserId: person('Alex Wilber').id,
      productId: product.id,
      billingProfileId: 'profile',
      total: 10,
      assignments: holders.map(({ id }) => ({ personId: id, at: now, operationId: 'demo' })),
      frequency: 'monthly',
      unitPrice: money(product.monthly, 'USD'),
      ...{ trial: false, countedFrom: addDays(now, -40), paid: money(product.monthly * 10, 'USD') },
      status: 'active',
      statusSince: addDays(now, -40),
      recurring: true,
      purchasedAt: addDays(now, -40),
      periodStart: addDays(now, -10),
      periodEnd: addDays(now, 21),
      ...terms,
    },
  };
};

export const holders = [person('Ana Souza'), person('Bob Chen'), person('陳怡君')];
export const powerBi = own('Power BI Pro', holders, {});
/** A reduction is scheduled. */
export const reduced = {
  ...powerBi,
  subscription: { ...powerBi.subscription, scheduled: { total: 5, at: powerBi.subscription.periodEnd } },
};
export const visio = own('Visio Plan 2', [], {
  total: 5,
  frequency: 'annual',
  unitPrice: money(18_000, 'USD'),
  purchasedAt: addDays(now, -3),
  periodStart: addDays(now, -3),
  periodEnd: addMonths(addDays(now, -3), 12),
});
export const project = own('Project Plan 3', specialists, {
  total: 25,
  frequency: 'annual',
  unitPrice: money(36_000, 'USD'),
  recurring: false,
  periodEnd: addDays(now, 29),
});
export const projectHolders = specialists;
export const teams = own('Teams Premium', [person('Maria García'), person('José Álvarez')], {
  total: 4,
  status: 'expired',
  statusSince: addDays(now, -5),
  recurring: false,
  periodEnd: addDays(now, -5),
});
export const owned = [powerBi, visio, project, teams];

/** Seventeen, of several statuses. */
export const many: readonly Owned[] = catalog.products.map(({ name }, at) => {
  const status = at % 5 === 3 ? 'expired' : at % 7 === 6 ? 'disabled' : 'active';
  return own(name, at % 3 === 0 ? holders : [], { status, statusSince: addDays(now, -9), total: 10 * at + 5 });
});

/** The largest there may be, with the longest of names. */
export const huge = {
  product: { ...powerBi.product, name: 'Power Automate per user with attended robotic process automation, annual' },
  subscription: {
    ...powerBi.subscription,
    total: 10_000,
    assignments: Array.from({ length: 9_876 }, (_, at) => ({
      ...{ personId: `person-${at}`, at: now, operationId: 'demo' },
    })),
  },
};

export const visa: PaymentMethod = {
  ...{ id: 'visa', brand: 'visa', lastFour: '4242', holder: 'Alex Wilber' },
  ...{ expiryMonth: 1, expiryYear: 2028 },
};

export const mastercard: PaymentMethod = {
  ...{ id: 'mastercard', brand: 'mastercard', lastFour: '4444', holder: 'Alex Wilber' },
  ...{ expiryMonth: 12, expiryYear: 2026 },
};

export const profile: BillingProfile = {
  ...{ id: 'profile', name: 'Contoso Marketing', currency: 'USD', invoiceEmail: 'invoices@contoso.com' },
  ...{ billTo: 'Contoso Marketing\n1 Harbor Street\n98052 Redmond\nUnited States', paymentMethodId: 'visa' },
};

export const account: Account = {
  ...{ tenantId: 'contoso', purchaserId: person('Alex Wilber').id, paymentMethods: [visa, mastercard] },
  billingProfiles: [profile, { ...profile, id: 'sales', name: 'Contoso Sales', paymentMethodId: 'none' }],
};

const invoiceOf = ({ subscription, product }: Owned, sequence: number, kind: Invoice['kind']): Invoice => ({
  ...{ id: `invoice-${sequence}`, number: `INV-2026-${String(sequence).padStart(6, '0')}`, kind },
  ...{ tenantId: 'contoso', purchaserId: subscription.purchaserId, subscriptionId: subscription.id },
  issuedAt: subscription.periodStart,
  lines: [
    {
      productId: product.id,
      quantity: subscription.total,
      amount: money(subscription.unitPrice.minor * subscription.total, 'USD'),
      from: subscription.periodStart,
      to: subscription.periodEnd,
    },
  ],
  tax: money(0, 'USD'),
  billTo: 'Contoso Marketing',
  paidWith: { brand: 'visa', lastFour: '4242' },
});

export const invoices = [
  { invoice: invoiceOf(visio, 7, 'purchase'), product: visio.product },
  { invoice: invoiceOf(powerBi, 6, 'renewal'), product: powerBi.product },
  { invoice: invoiceOf(powerBi, 4, 'purchase'), product: powerBi.product },
];
export const products = new Map(catalog.products.map(product => [product.id, product]));

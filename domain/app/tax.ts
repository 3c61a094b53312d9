import type { Payer } from '../billing/account';
import type { InvoiceKind } from '../billing/invoice';
import { type TaxRate, taxBack, taxOn } from '../billing/tax';
import type { Catalog } from '../catalog/catalog';
import { type Money, money } from '../shared/money';
import type { InvoiceDraft, SubscriptionRecord } from '../store/port';
import type { Movement } from '../subscription/movement';

/** The rate of a country that the catalog names; 0 elsewhere. */
export const taxRateIn = ({ taxRates = {} }: Catalog, country: string | undefined): TaxRate =>
  country !== undefined && Object.hasOwn(taxRates, country) ? (taxRates[country] ?? 0) : 0;

/**
 * The tax that moves with net money: charged at the rate of the payer's country, given back as it was charged. Decisions
 * know of net amounts alone.
 */
export const taxFor = (
  { subscription, taxPaid = 0 }: Pick<SubscriptionRecord, 'subscription' | 'taxPaid'>,
  { amount }: Pick<Movement, 'amount'>,
  payer: Payer | undefined,
): Money =>
  amount.minor < 0
    ? taxBack(amount, subscription.paid, money(taxPaid, amount.currency))
    : taxOn(amount, payer?.taxRate ?? 0);

/** What opens a period; everything else adds to it, or takes from it. */
const OPENS_A_PERIOD: ReadonlySet<InvoiceKind> = new Set(['purchase', 'renewal', 'reactivation']);

/** The tax charged for the present period once this invoice counts; undefined: none. */
export const taxPaidAfter = (before: number | undefined, { kind, tax }: InvoiceDraft): number | undefined =>
  (OPENS_A_PERIOD.has(kind) ? tax.minor : (before ?? 0) + tax.minor) || undefined;

/** Whether more tax would be charged, or less given back, than was agreed to. Nothing was agreed to: no. */
export const isTaxWorse = (tax: Money, agreed: number | undefined): boolean =>
  agreed !== undefined && !(tax.minor <= agreed);

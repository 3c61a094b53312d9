import type { Seller } from '../catalog/catalog';
import type { CardBrand } from '../shared/card-brand';
import type { InvoiceId, PersonId, ProductId, SubscriptionId, TenantId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import { add, type Money, money } from '../shared/money';

export type InvoiceKind =
  | 'purchase'
  | 'renewal'
  | 'licenses_added'
  | 'licenses_removed'
  | 'cancellation'
  | 'reactivation';

export interface InvoiceLine {
  readonly productId: ProductId;
  readonly quantity: number;
  /** Negative on a credit. */
  readonly amount: Money;
  readonly from: Instant;
  readonly to: Instant;
}

/** Immutable. Its id is derived from what caused it, so that the same cause never makes a second one. */
export interface Invoice {
  readonly id: InvoiceId;
  readonly tenantId: TenantId;
  /** `INV-2026-000123`: unique in the tenant, counted from 1 each year. */
  readonly number: string;
  readonly purchaserId: PersonId;
  readonly subscriptionId: SubscriptionId;
  readonly kind: InvoiceKind;
  readonly issuedAt: Instant;
  readonly lines: readonly InvoiceLine[];
  readonly tax: Money;
  /** In basis points, what the tax was counted at; none: no tax, or not at one rate. */
  readonly taxRate?: number | undefined;
  /** Who sold it, when it was written; none: nobody was named. */
  readonly seller?: Seller | undefined;
  readonly billTo: string;
  readonly paidWith: { readonly brand: CardBrand; readonly lastFour: string } | null;
}

export const invoiceTotal = (invoice: Invoice): Money =>
  invoice.lines.reduce((sum, line) => add(sum, line.amount), invoice.tax);

/** What invoices come to, currency by currency: amounts of two are never put together. */
export const totalsOf = (invoices: readonly Invoice[]): readonly Money[] => {
  const totals = new Map<string, Money>();
  for (const total of invoices.map(invoiceTotal)) {
    totals.set(total.currency, add(totals.get(total.currency) ?? money(0, total.currency), total));
  }
  return [...totals.values()];
};

export const invoiceNumber = (year: number, sequence: number): string =>
  `INV-${year}-${String(sequence).padStart(6, '0')}`;

/** What was counted in an invoice's number. */
export const sequenceOf = (number: string): number => Number(number.slice(number.lastIndexOf('-') + 1));

/** The number as it is stored, from however many zeros somebody typed; undefined when it is none. */
export const readInvoiceNumber = (typed: string): string | undefined => {
  const parts = /^\s*INV-(\d{4})-(\d{1,9})\s*$/i.exec(typed);
  return parts?.[1] && parts[2] ? invoiceNumber(Number(parts[1]), Number(parts[2])) : undefined;
};

export const noTax = (currency: string): Money => money(0, currency);

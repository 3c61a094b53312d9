import { type Invoice, invoiceTotal } from '../../domain/billing/invoice';
import type { TaxRate } from '../../domain/billing/tax';
import type { Product, Seller } from '../../domain/catalog/catalog';
import type { ProductId } from '../../domain/shared/ids';
import type { Instant } from '../../domain/shared/instant';
import { add } from '../../domain/shared/money';
import { nameOfCard } from '../names';
import type { Fact } from '../screen';
import { labelled } from '../speech';
import type { Locale, Words } from '../words';

/** An invoice as a document on paper, whole: every word of it, in the language of its reader. */
export interface InvoiceDocument {
  readonly locale: Locale;
  readonly title: string;
  readonly number: string;
  readonly issuedAt: Instant;
  readonly facts: readonly Fact[];
  /** Who sells, if that is known, and who is billed; each in whatever lines they wrote. */
  readonly parties: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly columns: { readonly about: string; readonly quantity: string; readonly amount: string };
  readonly lines: readonly DocumentLine[];
  /** Subtotal and tax. */
  readonly sums: readonly Fact[];
  readonly total: Fact;
  readonly notes: readonly string[];
  /** Beneath each page, given its number and how many there are. */
  readonly pageOf: (page: number, count: number) => string;
}

export interface DocumentLine {
  readonly about: string;
  readonly detail: string;
  readonly quantity: string;
  readonly amount: string;
}

interface Given {
  readonly invoice: Invoice;
  readonly products: ReadonlyMap<ProductId, Product>;
}

/** One invoice, or a credit note where money is given back, as it is printed. */
export const invoiceDocument = (words: Words, { invoice, products }: Given): InvoiceDocument => {
  const total = invoiceTotal(invoice);
  const isCredit = total.minor < 0;
  const { number, issuedAt, tax, lines } = invoice;
  const net = lines.reduce((sum, { amount }) => add(sum, amount), { ...tax, minor: 0 });
  const paidWith = invoice.paidWith ? nameOfCard(words, invoice.paidWith) : words.t('invoice.not_paid');
  return {
    locale: words.locale,
    number,
    issuedAt,
    title: words.t(isCredit ? 'document.credit' : 'document.invoice'),
    facts: [
      { title: words.t(isCredit ? 'document.credit_number' : 'document.number'), value: number },
      { title: words.t('document.issued'), value: words.date(issuedAt) },
      { title: words.t('document.kind'), value: words.t(`invoice_kind.${invoice.kind}`) },
      { title: words.t(isCredit ? 'fact.refunded_to' : 'fact.paid_with'), value: paidWith },
    ],
    parties: [
      ...(invoice.seller ? [sellerOf(words, invoice.seller)] : []),
      { title: words.t('fact.bill_to'), lines: linesOf(invoice.billTo) },
    ],
    columns: {
      about: words.t('document.about'),
      quantity: words.t('document.licenses'),
      amount: words.t('document.amount'),
    },
    lines: lines.map(({ productId, quantity, amount, from, to }) => ({
      about: linesOf(products.get(productId)?.name ?? '').join(' ') || words.t('invoices.product'),
      detail: words.t('invoice.period', { from: words.date(from), to: words.date(to) }),
      quantity: words.number(quantity),
      amount: words.money(amount),
    })),
    sums: [
      { title: words.t('document.subtotal'), value: words.money(net) },
      { title: taxTitle(words, invoice.taxRate), value: words.money(tax) },
    ],
    total: { title: words.t(isCredit ? 'document.total_credit' : 'invoice.total'), value: words.money(total) },
    notes: [words.t('document.currency', { currency: total.currency })],
    pageOf: (page, count) => words.t('document.page', { page, count }),
  };
};

const sellerOf = (words: Words, { name, address, taxId }: Seller) => ({
  title: words.t('document.seller'),
  lines: [
    ...[...linesOf(name), ...linesOf(address)],
    ...linesOf(taxId).map(id => labelled(words, words.t('document.tax_id'), id)),
  ],
});

const taxTitle = (words: Words, rate: TaxRate | undefined): string =>
  rate === undefined ? words.t('invoice.tax') : words.t('document.tax_at', { rate: words.percent(rate) });

/** What somebody wrote, line by line, without what would turn or hide the text after it. */
const linesOf = (written: string): readonly string[] =>
  written
    .split(/[\r\n\u0085\u2028\u2029]+/)
    .map(line =>
      line
        .normalize('NFC')
        .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(line => line !== '');

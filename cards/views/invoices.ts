import { type Invoice, invoiceTotal } from '../../domain/billing/invoice';
import type { Product } from '../../domain/catalog/catalog';
import type { ProductId } from '../../domain/shared/ids';
import type { Instant } from '../../domain/shared/instant';
import { button, buttons, openUrl } from '../buttons';
import { cleanName, nameOfCard, nameOfProduct } from '../names';
import type { Press } from '../press';
import type { Screen } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';

const ROWS_AT_MOST = 15;
const LINES_AT_MOST = 30;

interface List {
  readonly items: readonly { readonly invoice: Invoice; readonly product: Product | undefined }[];
  /** Whether the range holds older ones than these. */
  readonly more: boolean;
  /** Undefined: a range of its own. */
  readonly months: number | undefined;
  readonly from: Instant;
  readonly to: Instant;
}

/** Invoices of a range, latest first, each to be viewed; the first 15 of them. */
export const invoicesScreen = (words: Words, { items, more: hasMore, months, from, to }: List): Screen => {
  const range = { from: words.date(from), to: words.date(to) };
  const presses = periods(words, months);
  if (items.length === 0) {
    const [title, text] = [words.t('invoices.none_title'), words.t('invoices.none', range)];
    return {
      name: 'message',
      view: { outcome: '', tone: 'Default', title, lines: [text], facts: [], buttons: presses },
      speak: sentences(words, [title, text]),
    };
  }
  const title = words.t('invoices.title');
  const summary = words.t(hasMore ? 'invoices.many' : 'invoices.summary', { count: items.length, ...range });
  const shown = items.slice(0, ROWS_AT_MOST).map(({ invoice, product }) => ({
    number: invoice.number,
    about: `${words.t(`invoice_kind.${invoice.kind}`)} · ${productName(words, product)}`,
    date: words.date(invoice.issuedAt),
    total: words.money(invoiceTotal(invoice)),
  }));
  const more = items.length > shown.length ? words.t('invoices.more', { count: shown.length }) : '';
  return {
    name: 'rows',
    view: {
      ...{ title, summary, more, buttons: presses },
      rows: shown.map(({ number, about, date, total }) => ({
        ...{ title: about, lines: [date, number], aside: total, tone: 'Default' },
        actions: [button(words, { type: 'show_invoice', invoice: number }, { title: words.t('button.view') })],
      })),
    },
    speak: sentences(words, [
      labelled(words, title, summary),
      ...shown.map(row => inOne(words, [row.number, row.about, row.date, row.total])),
      more,
    ]),
  };
};

const periods = (words: Words, current: number | undefined) =>
  ([3, 6, 12] as const)
    .filter(months => months !== current)
    .map((months): Press => ({ type: 'list_invoices', months }))
    .map(press => button(words, press));

const productName = (words: Words, product: Product | undefined): string =>
  product ? nameOfProduct(product) : words.t('invoices.product');

interface One {
  readonly invoice: Invoice;
  readonly products: ReadonlyMap<ProductId, Product>;
  /** Where it is as a PDF; none: the card is not for the purchaser's eyes alone. */
  readonly url: string | undefined;
}

/** One invoice: what it is for, line by line, and how it was paid. */
export const invoiceScreen = (words: Words, { invoice, products, url }: One): Screen => {
  const kind = words.t(`invoice_kind.${invoice.kind}`);
  const issued = words.date(invoice.issuedAt);
  const total = words.money(invoiceTotal(invoice));
  const lines = invoice.lines.slice(0, LINES_AT_MOST).map(({ productId, quantity, amount, from, to }) => ({
    text: words.t('invoice.quantity', { product: productName(words, products.get(productId)), count: quantity }),
    detail: words.t('invoice.period', { from: words.date(from), to: words.date(to) }),
    amount: words.money(amount),
  }));
  const facts = [
    { title: words.t('fact.bill_to'), value: cleanName(invoice.billTo) },
    {
      title: words.t(invoiceTotal(invoice).minor < 0 ? 'fact.refunded_to' : 'fact.paid_with'),
      value: invoice.paidWith ? nameOfCard(words, invoice.paidWith) : words.t('invoice.not_paid'),
    },
  ].filter(fact => fact.value !== '');
  const tax = words.money(invoice.tax);
  return {
    name: 'invoice',
    view: {
      ...{ title: invoice.number, summary: `${kind} · ${issued}`, lines, tax, total, facts },
      buttons: [
        ...(url === undefined ? [] : [openUrl(words.t('document.open'), url)]),
        ...buttons(words, [
          { type: 'list_invoices' },
          { type: 'show_subscription', subscriptionId: invoice.subscriptionId },
        ]),
      ],
    },
    speak: sentences(words, [
      inOne(words, [invoice.number, kind, issued]),
      ...lines.map(line => inOne(words, [line.text, line.detail, line.amount])),
      ...[labelled(words, words.t('invoice.tax'), tax), labelled(words, words.t('invoice.total'), total)],
      ...facts.map(fact => labelled(words, fact.title, fact.value)),
    ]),
  };
};

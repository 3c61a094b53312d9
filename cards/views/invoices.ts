import { type Invoice, invoiceTotal } from '../../domain/billing/invoice';
import type { Product } from '../../domain/catalog/catalog';
import type { ProductId } from '../../domain/shared/ids';
import type { Instant } from '../../domain/shared/instant';
import type { Money } from '../../domain/shared/money';
import { type Action, button, buttons, openUrl } from '../buttons';
import { cleanName, cleanText, nameOfCard, nameOfProduct } from '../names';
import type { Press } from '../press';
import type { Screen } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';

/** So many are shown at once. */
export const INVOICES_ON_A_CARD = 15;
const LINES_AT_MOST = 30;

interface List {
  /** Those to be shown, latest first. */
  readonly items: readonly { readonly invoice: Invoice; readonly product: Product | undefined }[];
  /** How many there are in the range, and what they come to. */
  readonly count: number;
  readonly totals: readonly Money[];
  /** Whether the range holds older ones than were counted. */
  readonly more: boolean;
  /** How many later ones are not shown. */
  readonly skip: number;
  /** Undefined: a range of its own. */
  readonly months: number | undefined;
  /** The product or family whose invoices these are; undefined: of all. */
  readonly of: { readonly name: string; readonly productIds: readonly ProductId[] } | undefined;
  /** None: as far back as there is anything. */
  readonly from: Instant | undefined;
  readonly to: Instant;
}

/** Invoices of a range, latest first, each to be viewed, 15 at a time; and the way to other ranges. */
export const invoicesScreen = (words: Words, list: List): Screen => {
  const { items, count, more: isCut, skip } = list;
  const title = titleOf(words, list);
  const summary = summaryOf(words, list);
  const shown = items.slice(0, INVOICES_ON_A_CARD).map(({ invoice, product }) => ({
    number: invoice.number,
    about: `${words.t(`invoice_kind.${invoice.kind}`)} · ${productName(words, product)}`,
    date: words.date(invoice.issuedAt),
    total: words.money(invoiceTotal(invoice)),
  }));
  const totals = list.totals.map(total => ({ title: words.t('invoice.total'), value: words.money(total) }));
  const isPart = shown.length > 0 && shown.length < count;
  const more = [
    ...(isPart ? [words.t('invoices.page', { first: skip + 1, last: skip + shown.length })] : []),
    ...(isCut ? [words.t('invoices.cut', { count })] : []),
  ].join(words.t('sentence.space'));
  return {
    name: 'invoices',
    view: {
      title,
      summary,
      totals,
      more,
      rows: shown.map(({ number, about, date, total }) => ({
        title: about,
        lines: [date, number],
        aside: total,
        tone: 'Default',
        actions: [
          button(words, { type: 'show_invoice', invoice: number }, { title: words.t('button.view'), leaves: true }),
        ],
      })),
      dates: [
        { id: 'from', label: words.t('invoices.from'), value: dayOf(list.from) },
        { id: 'to', label: words.t('invoices.to'), value: dayOf(list.to) },
      ],
      buttons: buttonsOf(words, list, skip + shown.length),
    },
    speak: sentences(words, [
      labelled(words, title, summary),
      ...totals.map(total => labelled(words, total.title, total.value)),
      ...shown.map(row => inOne(words, [row.number, row.about, row.date, row.total])),
      more,
    ]),
  };
};

const titleOf = (words: Words, { of, months }: List): string => {
  const about =
    of === undefined ? words.t('invoices.title') : words.t('invoices.title_of', { product: cleanName(of.name) });
  return months === undefined ? about : `${about} · ${words.t('button.months', { count: months })}`;
};

const summaryOf = (words: Words, { count, from, to }: List): string => {
  const until = words.date(to);
  if (from === undefined) {
    return count === 0
      ? words.t('invoices.none_until', { to: until })
      : words.t('invoices.until', { count, to: until });
  }
  const range = { from: words.date(from), to: until };
  if (range.from === until) {
    return count === 0 ? words.t('invoices.none_on', { day: until }) : words.t('invoices.on', { count, day: until });
  }
  return count === 0 ? words.t('invoices.none', range) : words.t('invoices.summary', { count, ...range });
};

const dayOf = (at: Instant | undefined): string => (at === undefined ? '' : new Date(at).toISOString().slice(0, 10));

const buttonsOf = (words: Words, { months: current, of, count, from, to }: List, last: number): readonly Action[] => {
  const product = of === undefined ? {} : { productIds: of.productIds.join(',') };
  const periods = ([3, 6, 12] as const)
    .filter(months => months !== current)
    .map((months): Press => ({ type: 'list_invoices', months, ...product }));
  const older: Press = { type: 'list_invoices', from: dayOf(from), to: dayOf(to), skip: last, ...product };
  return [
    button(words, { type: 'list_invoices', ...product }, { title: words.t('button.show_range') }),
    ...periods.map(press => button(words, press, { leaves: true })),
    ...(last < count ? [button(words, older, { title: words.t('button.older'), leaves: true })] : []),
  ];
};

const productName = (words: Words, product: Product | undefined): string =>
  product ? nameOfProduct(product) : words.t('invoices.product');

interface One {
  readonly invoice: Invoice;
  readonly products: ReadonlyMap<ProductId, Product>;
  /** Where it is as a PDF; none: the card is not for the purchaser's eyes alone. */
  readonly url: string | undefined;
  /** It can be sent as a file. */
  readonly takesFiles: boolean;
  /** What is to be said of it just now. */
  readonly note?: string | undefined;
}

/** One invoice: what it is for, line by line, and how it was paid. */
export const invoiceScreen = (words: Words, { invoice, products, url, takesFiles, note = '' }: One): Screen => {
  const kind = words.t(`invoice_kind.${invoice.kind}`);
  const issued = words.date(invoice.issuedAt);
  const total = words.money(invoiceTotal(invoice));
  const lines = invoice.lines.slice(0, LINES_AT_MOST).map(({ productId, quantity, amount, from, to }) => ({
    text: words.t('invoice.quantity', { product: productName(words, products.get(productId)), count: quantity }),
    detail: words.t('invoice.period', { from: words.date(from), to: words.date(to) }),
    amount: words.money(amount),
  }));
  const facts = [
    { title: words.t('fact.bill_to'), value: inOne(words, invoice.billTo.split(/[\r\n]+/).map(cleanText)) },
    {
      title: words.t(invoiceTotal(invoice).minor < 0 ? 'fact.refunded_to' : 'fact.paid_with'),
      value: invoice.paidWith ? nameOfCard(words, invoice.paidWith) : words.t('invoice.not_paid'),
    },
  ].filter(fact => fact.value !== '');
  const tax = words.money(invoice.tax);
  return {
    name: 'invoice',
    view: {
      note,
      title: invoice.number,
      summary: `${kind} · ${issued}`,
      lines,
      tax,
      total,
      facts,
      buttons: [
        ...(url === undefined ? [] : [openUrl(words.t('document.open'), url)]),
        ...(takesFiles ? [button(words, { type: 'send_invoice', invoice: invoice.number })] : []),
        ...buttons(words, [
          { type: 'list_invoices' },
          { type: 'show_subscription', subscriptionId: invoice.subscriptionId },
        ]),
      ],
    },
    speak: sentences(words, [
      ...(note === '' ? [] : [note]),
      inOne(words, [invoice.number, kind, issued]),
      ...lines.map(line => inOne(words, [line.text, line.detail, line.amount])),
      ...[labelled(words, words.t('invoice.tax'), tax), labelled(words, words.t('invoice.total'), total)],
      ...facts.map(fact => labelled(words, fact.title, fact.value)),
    ]),
  };
};

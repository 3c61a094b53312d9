import { has, verbAs, written } from '../reading';
import type { Slots } from '../slots';
import { periodOf } from './periods';
import { asksForLatest } from './ranges';
import type { Topic } from './topic';

/** Invoices: one by its number, or those of a period. */
export const invoices: Topic = ({ reading, question }) => {
  const numbered = reading.items.find(item => item.kind === 'invoice');
  if (numbered !== undefined) {
    const invoice = written(reading, numbered.from, numbered.to).normalize('NFKC').toUpperCase();
    return { intent: 'show_invoice', slots: { invoice: tidy(invoice) } };
  }
  const asks =
    has(reading, 'invoice') ||
    (has(reading, 'charged') && !has(reading, 'catalog') && has(reading, 'what', 'howMuch', 'show', 'howMany'));
  if (!asks || has(reading, 'card', 'profileField') || verbAs(reading, 'do', 'cancel', 'assign', 'delete'))
    return undefined;
  const period = periodOf(reading);
  // "The invoice was paid yesterday" tells.
  if (!question && period === undefined && has(reading, 'past') && !has(reading, 'show', 'howMuch', 'what', 'latest'))
    return undefined;
  const product = reading.products[0];
  if (period === undefined && asksForLatest(reading.original)) {
    return { intent: 'show_invoice', slots: { ...(product === undefined ? {} : { product }), invoice: 'latest' } };
  }
  const slots: Slots = { ...(product === undefined ? {} : { product }), ...(period === undefined ? {} : { period }) };
  return { intent: 'list_invoices', slots };
};

const tidy = (number: string): string => {
  const digits = number
    .replace(/^INV/, '')
    .replace(/[^0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `INV-${/^\d{8}$/.test(digits) ? `${digits.slice(0, 4)}-${digits.slice(4)}` : digits}`;
};

import { z } from 'zod';
import { INVOICES_ON_A_CARD, invoicesScreen } from '../../cards/screens';
import { INVOICE_MONTHS, listInvoices as query } from '../../domain/app/queries';
import { totalsOf } from '../../domain/billing/invoice';
import { productById } from '../../domain/catalog/catalog';
import type { ProductId } from '../../domain/shared/ids';
import { defineCommand, filled, ids } from './command-file';
import { betweenDays, daySchema, pastMonths, periodSchema, rangeOf, type ShownRange } from './invoice-range';
import type { Turn } from './turn';

const schema = z.object({
  type: z.literal('list_invoices'),
  months: z.union([z.literal(3), z.literal(6), z.literal(12)]).optional(),
  period: periodSchema.optional(),
  from: filled(daySchema.optional()),
  to: filled(daySchema.optional()),
  product: z.string().max(200).optional(),
  productIds: ids,
  skip: z.int().min(0).max(1_000).default(0),
});
type ListInvoices = z.infer<typeof schema>;

/** Invoices of the past 3 months, or of whatever time is asked for; of one product, or of all. */
export const listInvoices = defineCommand({
  schema,
  answer: async (command, turn) => {
    const { range, first, last, months } = shownRange(command, turn);
    const { skip } = command;
    const of = productsMeant(turn, command);
    const { invoices, more } = await query(turn.services, turn.actor, range, of?.productIds);
    const items = invoices.slice(skip, skip + INVOICES_ON_A_CARD).map(invoice => ({
      invoice,
      product: productById(turn.services.catalog, invoice.lines[0]?.productId ?? ''),
    }));
    const found = { items, more, skip, count: invoices.length, totals: totalsOf(invoices) };
    return { screen: invoicesScreen(turn.words, { ...found, months, of, from: first, to: last }) };
  },
});

const shownRange = ({ months, period, from, to }: ListInvoices, { now }: Turn): ShownRange => {
  if (months !== undefined) return pastMonths(now, months);
  if (period !== undefined) return rangeOf(period, now);
  return from === undefined && to === undefined ? pastMonths(now, INVOICE_MONTHS) : betweenDays(from, to, now);
};

interface ProductsMeant {
  readonly name: string;
  readonly productIds: readonly ProductId[];
}

/** The product or the family that was named, or whose ids a button carries; undefined: all there are. */
export const productsMeant = (
  { services }: Turn,
  { product: name, productIds = [] }: Partial<Pick<ListInvoices, 'product' | 'productIds'>>,
): ProductsMeant | undefined => {
  if (name === undefined && productIds.length === 0) return undefined;
  const meant = services.catalog.products.filter(product =>
    name === undefined ? productIds.includes(product.id) : product.name === name || product.family === name,
  );
  const [first, ...others] = meant;
  const called = (others.length > 0 ? first?.family : first?.name) ?? '';
  return { name: name ?? called, productIds: meant.map(({ id }) => id) };
};

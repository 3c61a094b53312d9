import { z } from 'zod';
import { invoicesScreen } from '../../cards/screens';
import { INVOICE_MONTHS, listInvoices as query, type Range } from '../../domain/app/queries';
import { productById } from '../../domain/catalog/catalog';
import { addMonths, HOUR, type Instant } from '../../domain/shared/instant';
import { defineCommand } from './command-file';

const relative = ['this_month', 'last_month', 'this_year', 'last_year'] as const;
const lastMonths = ['last_3_months', 'last_6_months', 'last_12_months'] as const;
const year = z.int().min(1970).max(9999);
const month = z.int().min(1).max(12);

const schema = z.object({
  type: z.literal('list_invoices'),
  months: z.union([z.literal(3), z.literal(6), z.literal(12)]).optional(),
  period: z
    .union([z.enum([...relative, ...lastMonths]), z.object({ year, month }), z.object({ year }), z.object({ month })])
    .optional(),
});
type Period = NonNullable<z.infer<typeof schema>['period']>;

/** Invoices of the past 3 months, or of the months or the period asked for. */
export const listInvoices = defineCommand({
  schema,
  answer: async ({ months, period }, turn) => {
    const past = months ?? (period === undefined ? INVOICE_MONTHS : undefined);
    const range =
      past !== undefined || period === undefined ? since(turn.now, past ?? INVOICE_MONTHS) : rangeOf(period, turn.now);
    const { invoices, more } = await query(turn.services, turn.actor, range);
    const items = invoices.map(invoice => ({
      invoice,
      product: productById(turn.services.catalog, invoice.lines[0]?.productId ?? ''),
    }));
    return { screen: invoicesScreen(turn.words, { items, more, months: past, ...shownOf(range, past) }) };
  },
});

/** A whole period is shown by its first and its last day, at noon, so that it is the same days in every time zone. */
const shownOf = ({ from, to }: Range, past: number | undefined): Range =>
  past === undefined ? { from: from + 12 * HOUR, to: to - 12 * HOUR } : { from, to };

const since = (now: Instant, months: number): Range => ({ from: addMonths(now, -months), to: now + 1 });

const whole = (year: number, month: number, months: number): Range => ({
  from: Date.UTC(year, month - 1, 1),
  to: Date.UTC(year, month - 1 + months, 1),
});

const rangeOf = (period: Period, now: Instant): Range => {
  const thisYear = new Date(now).getUTCFullYear();
  const thisMonth = new Date(now).getUTCMonth() + 1;
  switch (period) {
    case 'this_month':
      return whole(thisYear, thisMonth, 1);
    case 'last_month':
      return whole(thisYear, thisMonth - 1, 1);
    case 'this_year':
      return whole(thisYear, 1, 12);
    case 'last_year':
      return whole(thisYear - 1, 1, 12);
    case 'last_3_months':
      return since(now, 3);
    case 'last_6_months':
      return since(now, 6);
    case 'last_12_months':
      return since(now, 12);
  }
  if (!('month' in period)) return whole(period.year, 1, 12);
  // "In March" said in January is the March of the year before.
  return whole('year' in period ? period.year : period.month > thisMonth ? thisYear - 1 : thisYear, period.month, 1);
};

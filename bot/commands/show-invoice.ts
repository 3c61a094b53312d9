import { z } from 'zod';
import { invoiceScreen } from '../../cards/screens';
import { latestInvoice, showInvoice as query } from '../../domain/app/queries';
import type { Invoice } from '../../domain/billing/invoice';
import type { Refusal } from '../../domain/shared/refusal';
import type { Result } from '../../domain/shared/result';
import { defineCommand } from './command-file';
import { listInvoices, productsMeant } from './list-invoices';
import { refused } from './refused';
import type { Reply, Turn } from './turn';

/** What stands for the number when the latest is meant. */
const LATEST = 'latest';

/** Which invoice: by its number, or the latest (of a product). */
export const invoiceTarget = { invoice: z.string().max(40), product: z.string().max(200).optional() };

interface Target {
  readonly invoice: string;
  readonly product?: string | undefined;
}

/** One of the actor's own invoices; whoever has none yet is shown that, and where others would be. */
export const invoiceMeant = async (
  { invoice: number, product }: Target,
  turn: Turn,
): Promise<Result<Invoice, Refusal> | Reply> => {
  if (number !== LATEST) return query(turn.services, turn.actor, number);
  const latest = await latestInvoice(turn.services, turn.actor, productsMeant(turn, { product })?.productIds);
  if (!latest) return listInvoices.answer({ type: 'list_invoices', product, productIds: [], skip: 0 }, turn);
  return query(turn.services, turn.actor, latest.number);
};

/** One invoice, by its number or the latest, with the link to its PDF. */
export const showInvoice = defineCommand({
  schema: z.object({ type: z.literal('show_invoice'), ...invoiceTarget }),
  answer: async (target, turn) => {
    const found = await invoiceMeant(target, turn);
    if ('screen' in found) return found;
    if (!found.ok) return refused(turn, found.error, [{ type: 'list_invoices' }]);
    const products = new Map(turn.services.catalog.products.map(known => [known.id, known]));
    const url = turn.isPrivate ? turn.link('invoice', found.value.number) : undefined;
    const { takesFiles } = turn;
    return { screen: invoiceScreen(turn.words, { invoice: found.value, products, url, takesFiles }) };
  },
});

import { z } from 'zod';
import { invoiceScreen } from '../../cards/screens';
import { latestInvoice, showInvoice as query } from '../../domain/app/queries';
import { defineCommand } from './command-file';
import { listInvoices, productsMeant } from './list-invoices';
import { refused } from './refused';

/** What stands for the number when the latest is meant. */
const LATEST = 'latest';

/** One invoice, by its number or the latest, with the link to its PDF. */
export const showInvoice = defineCommand({
  schema: z.object({
    type: z.literal('show_invoice'),
    invoice: z.string().max(40),
    product: z.string().max(200).optional(),
  }),
  answer: async ({ invoice: number, product }, turn) => {
    const latest =
      number === LATEST
        ? await latestInvoice(turn.services, turn.actor, productsMeant(turn, { product })?.productIds)
        : undefined;
    // Whoever has none yet is shown that, and where others would be.
    if (number === LATEST && !latest)
      return listInvoices.answer({ type: 'list_invoices', product, productIds: [], skip: 0 }, turn);
    const found = await query(turn.services, turn.actor, latest?.number ?? number);
    if (!found.ok) return refused(turn, found.error, [{ type: 'list_invoices' }]);
    const products = new Map(turn.services.catalog.products.map(known => [known.id, known]));
    const url = turn.isPrivate ? turn.link('invoice', found.value.number) : undefined;
    return { screen: invoiceScreen(turn.words, { invoice: found.value, products, url }) };
  },
});

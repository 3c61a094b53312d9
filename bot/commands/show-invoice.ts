import { z } from 'zod';
import { invoiceScreen } from '../../cards/screens';
import { showInvoice as query } from '../../domain/app/queries';
import { defineCommand } from './command-file';
import { refused } from './refused';

export const showInvoice = defineCommand({
  schema: z.object({ type: z.literal('show_invoice'), invoice: z.string().max(40) }),
  answer: async ({ invoice: number }, turn) => {
    const found = await query(turn.services, turn.actor, number);
    if (!found.ok) return refused(turn, found.error, [{ type: 'list_invoices' }]);
    const products = new Map(turn.services.catalog.products.map(product => [product.id, product]));
    const url = turn.isPrivate ? turn.link('invoice', found.value.number) : undefined;
    return { screen: invoiceScreen(turn.words, { invoice: found.value, products, url }) };
  },
});

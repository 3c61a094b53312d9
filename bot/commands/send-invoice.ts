import { z } from 'zod';
import { invoiceFileScreen, invoiceScreen } from '../../cards/screens';
import { defineCommand } from './command-file';
import { refused } from './refused';
import { invoiceMeant, invoiceTarget } from './show-invoice';
import type { Reply } from './turn';

/**
 * One invoice as a file, where the channel takes files: first it is asked whether it may be saved, and `consent` is
 * what was answered to that. Elsewhere it is shown with the link that does the same.
 */
export const sendInvoice = defineCommand({
  schema: z.object({
    type: z.literal('send_invoice'),
    ...invoiceTarget,
    consent: z.enum(['accepted', 'declined']).optional(),
  }),
  answer: async ({ consent, ...target }, turn): Promise<Reply> => {
    const found = await invoiceMeant(target, turn);
    if ('screen' in found) return found;
    if (!found.ok) return refused(turn, found.error, [{ type: 'list_invoices' }]);
    const { words, takesFiles, isPrivate } = turn;
    const invoice = found.value;
    const url = isPrivate ? turn.link('invoice', invoice.number) : undefined;
    const said = { number: invoice.number, url };
    if (consent === 'declined') return { screen: invoiceFileScreen(words, { ...said, text: 'file.declined' }) };
    const products = new Map(turn.services.catalog.products.map(known => [known.id, known]));
    const note = words.t(takesFiles ? 'file.asked' : 'file.not_here');
    const screen = invoiceScreen(words, { invoice, products, url, note, takesFiles });
    if (!takesFiles) return { screen };
    return { screen, file: { invoice, words, failed: invoiceFileScreen(words, { ...said, text: 'file.failed' }) } };
  },
});

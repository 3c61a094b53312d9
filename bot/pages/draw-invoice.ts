import { invoiceDocument } from '../../cards/views/invoice-document';
import type { Words } from '../../cards/words';
import type { Services } from '../../domain/app/services';
import type { Invoice } from '../../domain/billing/invoice';
import { invoicePdf } from './pdf/invoice-pdf';

/** An invoice as a PDF, in the language and time zone of its reader. */
export interface DrawnInvoice {
  /** Such as "Credit note". */
  readonly title: string;
  readonly number: string;
  readonly bytes: Buffer;
}

export type DrawInvoice = (words: Words, invoice: Invoice) => Promise<DrawnInvoice>;

export const createDrawInvoice =
  ({ catalog }: Pick<Services, 'catalog'>): DrawInvoice =>
  async (words, invoice) => {
    const products = new Map(catalog.products.map(product => [product.id, product]));
    const document = invoiceDocument(words, { invoice, products });
    return { title: document.title, number: document.number, bytes: await invoicePdf(document) };
  };

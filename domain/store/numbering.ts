import { type Invoice, invoiceNumber } from '../billing/invoice';
import type { InvoiceDraft, Invoices } from './port';

/** After so many taken numbers in a row somebody else is far ahead, and the last one is looked up. */
const TAKEN_IN_A_ROW = 8;
/** Tenants and years whose last number is remembered. */
const MOST_REMEMBERED = 1_000;

interface Placed {
  /** The last number known to be taken. */
  readonly last: number;
  /** None: its cause had an invoice already. */
  readonly invoice: Invoice | undefined;
}

type Added = Pick<Invoices, 'add' | 'lastSequence'>;

/**
 * Gives invoices the numbers of their tenant and year, without a gap: a number is passed over only once it is known to
 * be taken. Those of this process wait for each other, first come first served, and start from the last number this
 * process saw, so that hundreds at once neither collide nor look for the end of the list each time. Other processes
 * may give numbers too: who finds one taken goes on to the next.
 */
export const createNumbering = ({
  add,
  lastSequence,
}: Added): ((invoice: InvoiceDraft) => Promise<Invoice | undefined>) => {
  const last = new Map<string, number>();
  const queues = new Map<string, Promise<unknown>>();

  /** Tries one number after the other, from the one after `from`. */
  const place = async (draft: InvoiceDraft, year: number, from: number): Promise<Placed> => {
    let sequence = from;
    for (let tries = 1; ; tries++) {
      sequence += 1;
      const invoice = { ...draft, number: invoiceNumber(year, sequence) };
      const added = await add(invoice);
      if (added === 'added') return { last: sequence, invoice };
      if (added === 'exists') return { last: sequence - 1, invoice: undefined };
      if (tries % TAKEN_IN_A_ROW === 0) sequence = Math.max(sequence, await lastSequence(draft.tenantId, year));
    }
  };

  const issue = async (key: string, year: number, draft: InvoiceDraft): Promise<Invoice | undefined> => {
    const from = last.get(key) ?? (await lastSequence(draft.tenantId, year));
    // When it fails it is not known whether the number was taken.
    last.delete(key);
    const placed = await place(draft, year, from);
    if (last.size >= MOST_REMEMBERED) last.clear();
    last.set(key, placed.last);
    return placed.invoice;
  };

  return draft => {
    const year = new Date(draft.issuedAt).getUTCFullYear();
    const key = `${year} ${draft.tenantId}`;
    const issued = (queues.get(key) ?? Promise.resolve()).then(() => issue(key, year, draft));
    const settled = issued.catch(() => undefined);
    queues.set(key, settled);
    void settled.then(() => {
      if (queues.get(key) === settled) queues.delete(key);
    });
    return issued;
  };
};

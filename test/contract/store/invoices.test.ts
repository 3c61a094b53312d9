import { type Invoice, invoiceNumber } from '../../../domain/billing/invoice';
import type { Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { invoiceOf } from '../../support/records';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

onEveryStore(kind => {
  let under: StoreUnderTest;
  let store: Store;

  beforeEach(async () => {
    under = await kind.open();
    store = createStore(under.documents);
  });
  afterEach(() => under.dispose());

  test('an invoice is added once; the same cause again adds nothing and changes nothing', async () => {
    const invoice = invoiceOf();
    expect(await store.invoices.add(invoice)).toBe('added');
    expect(await store.invoices.add(invoice)).toBe('exists');
    expect(await store.invoices.add(invoiceOf({ number: 'INV-2026-000002', billTo: 'Else' }))).toBe('exists');
    expect(await store.invoices.byNumber('contoso', 'alex', invoice.number)).toEqual(invoice);
    expect(await store.invoices.byNumber('contoso', 'alex', 'INV-2026-000002')).toBeUndefined();
  });

  test('a number is given once in a tenant, and may be given in another', async () => {
    await store.invoices.add(invoiceOf({ id: 'first' }));
    expect(await store.invoices.add(invoiceOf({ id: 'second' }))).toBe('number_taken');
    expect(await store.invoices.add(invoiceOf({ id: 'first', tenantId: 'fabrikam' }))).toBe('added');
    expect(await store.invoices.add(invoiceOf({ id: 'second', number: 'INV-2026-000002' }))).toBe('added');
  });

  test('an invoice is found by its number only by who bought', async () => {
    await store.invoices.add(invoiceOf());
    expect(await store.invoices.byNumber('contoso', 'ana', 'INV-2026-000001')).toBeUndefined();
    expect(await store.invoices.byNumber('fabrikam', 'alex', 'INV-2026-000001')).toBeUndefined();
    expect(await store.invoices.byNumber('contoso', 'alex', 'INV-2026-000001')).toEqual(invoiceOf());
  });

  test('the last sequence is the highest of its tenant and year, past a million as well', async () => {
    const in2025 = Date.UTC(2025, 11, 31, 23, 59);
    await store.invoices.add(invoiceOf({ id: 'a', number: 'INV-2026-000009' }));
    await store.invoices.add(invoiceOf({ id: 'b', number: 'INV-2026-000010' }));
    await store.invoices.add(invoiceOf({ id: 'c', number: 'INV-2026-000002' }));
    await store.invoices.add(invoiceOf({ id: 'd', number: 'INV-2025-000099', issuedAt: in2025 }));
    await store.invoices.add(invoiceOf({ id: 'e', number: 'INV-2026-000500', tenantId: 'fabrikam' }));
    expect(await store.invoices.lastSequence('contoso', 2026)).toBe(10);
    expect(await store.invoices.lastSequence('contoso', 2025)).toBe(99);
    expect(await store.invoices.lastSequence('contoso', 2024)).toBe(0);
    expect(await store.invoices.lastSequence('northwind', 2026)).toBe(0);
    await store.invoices.add(invoiceOf({ id: 'f', number: 'INV-2026-999999' }));
    await store.invoices.add(invoiceOf({ id: 'g', number: 'INV-2026-1000000' }));
    expect(await store.invoices.lastSequence('contoso', 2026)).toBe(1_000_000);
  });

  test('of 50 who add the invoice of one cause at once, exactly one does', async () => {
    const added = await Promise.all(Array.from({ length: 50 }, () => store.invoices.add(invoiceOf())));
    expect(added.filter(answer => answer === 'added')).toHaveLength(1);
    expect(added.filter(answer => answer === 'exists')).toHaveLength(49);
  });

  test('50 invoices added at once, each taking the next number until it gets one, are numbered without gaps', async () => {
    const addNumbered = async (id: string): Promise<Invoice> => {
      const last = await store.invoices.lastSequence('contoso', 2026);
      const invoice = invoiceOf({ id, number: invoiceNumber(2026, last + 1) });
      const added = await store.invoices.add(invoice);
      if (added === 'exists') throw new Error('nobody else adds this one');
      return added === 'added' ? invoice : addNumbered(id);
    };
    const invoices = await Promise.all(Array.from({ length: 50 }, (_, index) => addNumbered(`cause-${index}`)));
    const numbers = invoices.map(({ number }) => number).sort();
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => invoiceNumber(2026, index + 1)));
  }, 30_000);
});

import { invoiceNumber } from '../../../domain/billing/invoice';
import { openMongoStore } from '../../../domain/store/mongo';
import type { InvoiceDraft, Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { invoiceOf, START } from '../../support/records';
import { onEveryStore, onMongo, ownDatabase } from '../../support/stores';

const COUNT = 200;
const EARLIER = 100;

const draftOf = (id: string, change: Partial<InvoiceDraft> = {}): InvoiceDraft => {
  const { number: _, ...draft } = invoiceOf({ id, ...change });
  return draft;
};
const all = { from: 0, to: START * 2, limit: 10_000 };
const numbersIn = async (store: Store): Promise<readonly string[]> =>
  (await store.invoices.ofPurchaser('contoso', 'alex', all)).map(({ number }) => number).sort();
const upTo = (count: number) => Array.from({ length: count }, (_, at) => invoiceNumber(2026, at + 1));

onEveryStore(kind => {
  test(`${COUNT} invoices at once after ${EARLIER} others: no duplicate, no gap, first come first, one look for the last`, async () => {
    const place = await kind.open();
    let looks = 0;
    const store = createStore({
      ...place.documents,
      find: (collection, find) => {
        looks += 1;
        return place.documents.find(collection, find);
      },
    });
    for (let at = 1; at <= EARLIER; at++) {
      await store.invoices.add(invoiceOf({ id: `earlier-${at}`, number: invoiceNumber(2026, at) }));
    }
    const issued = await Promise.all(Array.from({ length: COUNT }, (_, at) => store.invoices.issue(draftOf(`i${at}`))));
    expect(looks).toBe(1);
    expect(issued.map(invoice => invoice?.number)).toEqual(upTo(EARLIER + COUNT).slice(EARLIER));
    expect(await numbersIn(store)).toEqual(upTo(EARLIER + COUNT));
    await place.dispose();
  }, 60_000);

  test('the same causes again, and at once, use up no number', async () => {
    const place = await kind.open();
    const store = createStore(place.documents);
    const issue = (at: number) => store.invoices.issue(draftOf(`i${at % 10}`));
    const issued = await Promise.all(Array.from({ length: 50 }, (_, at) => issue(at)));
    expect(issued.filter(invoice => invoice !== undefined)).toHaveLength(10);
    expect((await store.invoices.issue(draftOf('next')))?.number).toBe('INV-2026-000011');
    await place.dispose();
  });

  test('each tenant and each year counts from 1', async () => {
    const place = await kind.open();
    const store = createStore(place.documents);
    const numbers = await Promise.all(
      [
        draftOf('a'),
        draftOf('b', { tenantId: 'fabrikam' }),
        draftOf('c', { issuedAt: Date.UTC(2025, 11, 31, 23, 59) }),
        draftOf('d', { issuedAt: Date.UTC(2026, 11, 31, 23, 59) }),
      ].map(async draft => (await store.invoices.issue(draft))?.number),
    );
    expect(numbers).toEqual(['INV-2026-000001', 'INV-2026-000001', 'INV-2025-000001', 'INV-2026-000002']);
    await place.dispose();
  });

  test('a restart goes on where it stopped, and a number that somebody else took is passed over', async () => {
    const place = await kind.open();
    let store = createStore(place.documents);
    await store.invoices.issue(draftOf('a'));
    await store.invoices.add(invoiceOf({ id: 'b', number: 'INV-2026-000002' }));
    await store.invoices.issue(draftOf('c'));
    for (let at = 4; at < 30; at++)
      await store.invoices.add(invoiceOf({ id: `d${at}`, number: invoiceNumber(2026, at) }));
    expect((await store.invoices.issue(draftOf('e')))?.number).toBe('INV-2026-000030');
    store = createStore(await place.reopen());
    expect((await store.invoices.issue(draftOf('f')))?.number).toBe('INV-2026-000031');
    expect(await numbersIn(store)).toEqual(upTo(31));
    await place.dispose();
  });

  test('one that fails gives its number to the next', async () => {
    const place = await kind.open();
    let failing = 0;
    const store = createStore({
      ...place.documents,
      insert: (collection, document) => {
        failing += 1;
        if (failing % 3 === 0) return Promise.reject(new Error('the store is away'));
        return place.documents.insert(collection, document);
      },
    });
    const issued = await Promise.allSettled(
      Array.from({ length: 30 }, (_, at) => store.invoices.issue(draftOf(`i${at}`))),
    );
    expect(issued.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    expect(await numbersIn(store)).toEqual(upTo(20));
    await place.dispose();
  });
});

onMongo(() => {
  test(`two replicas that give ${COUNT} numbers at once give each once, without a gap`, async () => {
    const own = ownDatabase('numbering');
    const stores = [
      createStore(await openMongoStore(own.place)),
      createStore(await openMongoStore(own.place)),
    ] as const;
    await Promise.all(
      Array.from({ length: COUNT }, (_, at) => stores[at % 2 === 0 ? 0 : 1].invoices.issue(draftOf(`i${at}`))),
    );
    expect(await numbersIn(stores[0])).toEqual(upTo(COUNT));
    await Promise.all(stores.map(store => store.close()));
    await own.drop();
  }, 60_000);
});

import { latestInvoice, listInvoices } from '../../../domain/app/queries';
import { invoiceNumber } from '../../../domain/billing/invoice';
import { DAY, HOUR } from '../../../domain/shared/instant';
import { money } from '../../../domain/shared/money';
import type { Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { invoiceOf, START } from '../../support/records';
import { alex, servicesOver } from '../../support/services';
import { onEveryStore } from '../../support/stores';

const line = (productId: string) => [
  { ...{ productId, quantity: 1, amount: money(100, 'USD') }, from: START, to: START },
];

onEveryStore(kind => {
  test('invoices come latest first, of one product when that is asked for, and the latest alone', async () => {
    const place = await kind.open();
    const store = createStore(place.documents);
    const services = servicesOver(store, []);
    for (let count = 1; count <= 6; count++) {
      await store.invoices.add(
        invoiceOf({
          ...{ id: `i${count}`, number: invoiceNumber(2026, count), issuedAt: START - count * HOUR },
          lines: line(count % 2 === 0 ? 'visio' : 'project'),
        }),
      );
    }
    const ids = async (products?: readonly string[]) =>
      (await listInvoices(services, alex, undefined, products)).invoices.map(({ id }) => id);
    expect(await ids()).toEqual(['i1', 'i2', 'i3', 'i4', 'i5', 'i6']);
    expect(await ids(['visio'])).toEqual(['i2', 'i4', 'i6']);
    expect(await ids([])).toEqual([]);
    expect((await latestInvoice(services, alex))?.id).toBe('i1');
    expect((await latestInvoice(services, alex, ['visio']))?.id).toBe('i2');
    expect(await latestInvoice(services, { ...alex, personId: 'ana' })).toBeUndefined();
    await place.dispose();
  });
});

test('of more than 1,000 the latest 1,000 come, and it is said that there are more', async () => {
  const many = Array.from({ length: 1_200 }, (_, at) => invoiceOf({ id: `i${at}`, issuedAt: START - at * DAY }));
  const holding = (count: number) =>
    ({
      invoices: {
        ofPurchaser: async (_t: string, _p: string, { limit }: { limit: number }) =>
          many.slice(0, count).slice(0, limit),
      },
    }) as unknown as Store;
  const found = (count: number) => listInvoices({ store: holding(count), now: () => START }, alex);
  expect(await found(1_000)).toMatchObject({ more: false, invoices: { length: 1_000 } });
  expect(await found(1_001)).toMatchObject({ more: true, invoices: { length: 1_000 } });
});

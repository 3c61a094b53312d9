import { invoicesScreen } from '../../../cards/screens';
import { wordsFor } from '../../../cards/words';
import { listInvoices } from '../../../domain/app/queries';
import { invoiceNumber } from '../../../domain/billing/invoice';
import { HOUR } from '../../../domain/shared/instant';
import { createStore } from '../../../domain/store/store';
import { invoiceOf, START } from '../../support/records';
import { alex, servicesOver } from '../../support/services';
import { onEveryStore } from '../../support/stores';

onEveryStore(kind => {
  test('50 invoices are 50; of more the latest 50 come, and it is said that there are more', async () => {
    const place = await kind.open();
    const store = createStore(place.documents);
    const services = servicesOver(store, []);
    const add = (count: number) =>
      store.invoices.add(
        invoiceOf({ id: `i${count}`, number: invoiceNumber(2026, count), issuedAt: START - count * HOUR }),
      );
    for (let count = 1; count <= 50; count++) await add(count);
    expect(await listInvoices(services, alex)).toMatchObject({ more: false, invoices: { length: 50 } });
    await add(51);
    const { invoices, more } = await listInvoices(services, alex);
    expect([invoices.length, more]).toEqual([50, true]);
    expect(invoices.map(({ id }) => id)).not.toContain('i51');

    const items = invoices.map(invoice => ({ invoice, product: undefined }));
    const shown = (locale: 'en' | 'zh-TW') =>
      invoicesScreen(wordsFor(locale), { items, more, months: 3, from: START, to: START }).speak;
    expect(shown('en')).toMatch(/More than 50 invoices.*These are the latest 15\./s);
    expect(shown('zh-TW')).toMatch(/超過 50 張發票.*以上為最近 15 張/s);
    await place.dispose();
  });
});

import { type DemoTenant, demoTenant, layDemoTenant } from '../../../domain/app/demo-tenant';
import { invoiceTotal } from '../../../domain/billing/invoice';
import catalog from '../../../domain/catalog/catalog.json';
import peopleFile from '../../../domain/directory/people.json';
import { readPeopleFile } from '../../../domain/directory/people-file';
import { DAY } from '../../../domain/shared/instant';
import { NEW, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { failingAt } from '../../support/faulty';
import { recordOf, START } from '../../support/records';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

const { tenant, people } = readPeopleFile(peopleFile);

const made = (): DemoTenant => {
  const result = demoTenant(tenant.id, people, catalog, START);
  if (!result.ok) throw new Error('the demo tenant has gaps');
  return result.value;
};

test('what the demo tenant is made of and is not there is named, and nothing is made', () => {
  const without = people.filter(({ displayName }) => !['Bob Chen', 'José Álvarez'].includes(displayName));
  const fewer = { ...catalog, products: catalog.products.filter(({ name }) => name !== 'Visio Plan 2') };
  expect(demoTenant(tenant.id, without, fewer, START)).toEqual({
    ok: false,
    error: { people: 2, products: ['Visio Plan 2'] },
  });
});

onEveryStore(kind => {
  let place: StoreUnderTest;
  let store: Store;
  beforeEach(async () => {
    place = await kind.open();
    store = createStore(place.documents);
  });
  afterEach(() => place.dispose());

  const invoiceNumbers = async (): Promise<readonly string[]> => {
    const range = { from: START - 900 * DAY, to: START + DAY, limit: 1000 };
    const owners = made().accounts.map(({ purchaserId }) => purchaserId);
    const found = await Promise.all(owners.map(owner => store.invoices.ofPurchaser(tenant.id, owner, range)));
    return found.flat().map(({ number }) => number);
  };

  test('whatever call its laying breaks off at, the next start completes it, every invoice once', async () => {
    const { calls } = await countCalls();
    expect(calls).toBeGreaterThan(15);
    for (let k = 1; k <= calls; k += kind.name === 'mongo' ? 5 : 1) {
      await place.dispose();
      place = await kind.open();
      store = createStore(place.documents);
      const { faulty } = failingAt(store, k, k % 2 === 0 ? 'before' : 'after');
      await expect(layDemoTenant({ store: faulty }, made())).rejects.toThrow(`call ${k}`);
      await layDemoTenant({ store }, made());
      for (const { id } of made().subscriptions) {
        expect((await store.subscriptions.load(tenant.id, id))?.version).toBe(1);
      }
      expect(await invoiceNumbers()).toHaveLength(made().invoices.length);
      expect(new Set(await invoiceNumbers()).size).toBe(made().invoices.length);
    }
  }, 60_000);

  const countCalls = async (): Promise<{ readonly calls: number }> => {
    const { faulty, calls } = failingAt(store, Number.POSITIVE_INFINITY, 'before');
    await layDemoTenant({ store: faulty }, made());
    return { calls: calls() };
  };

  test('a store that holds anything else is left alone, and what became of the demo tenant stays', async () => {
    await store.subscriptions.save(recordOf(), NEW);
    await layDemoTenant({ store }, made());
    expect(await store.subscriptions.load(tenant.id, 'demo-visio-plan-2')).toBeUndefined();
    expect(await invoiceNumbers()).toEqual([]);
  });

  test('every subscription has been paid for, period by period', async () => {
    const { subscriptions, invoices } = made();
    for (const { id, total, unitPrice } of subscriptions) {
      const paid = invoices.filter(({ subscriptionId }) => subscriptionId === id);
      expect(paid.length).toBeGreaterThan(0);
      for (const invoice of paid) expect(invoiceTotal({ ...invoice, number: '' }).minor).toBe(unitPrice.minor * total);
    }
  });
});

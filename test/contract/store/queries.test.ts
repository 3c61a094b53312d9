import { DAY } from '../../../domain/shared/instant';
import { NEW, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import type { Subscription } from '../../../domain/subscription/subscription';
import { invoiceOf, recordOf, START } from '../../support/records';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

onEveryStore(kind => {
  let under: StoreUnderTest;
  let store: Store;

  beforeEach(async () => {
    under = await kind.open();
    store = createStore(under.documents);
  });
  afterEach(() => under.dispose());

  const lay = async (...subscriptions: readonly Partial<Subscription>[]): Promise<void> => {
    for (const changes of subscriptions) expect(await store.subscriptions.save(recordOf(changes), NEW)).toBe(true);
  };

  const idsOf = async (tenantId: string, purchaserId: string): Promise<readonly string[]> =>
    (await store.subscriptions.ofPurchaser(tenantId, purchaserId)).map(({ state }) => state.subscription.id);

  test("a purchaser's subscriptions come oldest purchase first, those of the same moment by id", async () => {
    await lay(
      { id: 'c', purchasedAt: START + 1 },
      { id: 'newest', purchasedAt: START + DAY },
      { id: 'b', purchasedAt: START + 1 },
      { id: 'oldest', purchasedAt: START - DAY },
    );
    expect(await idsOf('contoso', 'alex')).toEqual(['oldest', 'b', 'c', 'newest']);
  });

  test("another purchaser's, another tenant's and deleted subscriptions are left out", async () => {
    await lay(
      { id: 'mine' },
      { id: 'expired', status: 'expired', purchasedAt: START + 1 },
      { id: 'disabled', status: 'disabled', purchasedAt: START + 2 },
      { id: 'deleted', status: 'deleted' },
      { id: 'of somebody else', purchaserId: 'ana' },
      { id: 'elsewhere', tenantId: 'fabrikam' },
    );
    expect(await idsOf('contoso', 'alex')).toEqual(['mine', 'expired', 'disabled']);
    expect(await idsOf('fabrikam', 'alex')).toEqual(['elsewhere']);
    expect(await idsOf('fabrikam', 'ana')).toEqual([]);
  });

  test('what a query finds carries the version to save with', async () => {
    await lay({ id: 'twice saved' });
    await store.subscriptions.save(recordOf({ id: 'twice saved', total: 11 }), 1);
    const [found] = await store.subscriptions.ofPurchaser('contoso', 'alex');
    expect(found?.version).toBe(2);
    expect(await store.subscriptions.save(recordOf({ id: 'twice saved', total: 12 }), 2)).toBe(true);
  });

  test('a subscription that is deleted later is no longer found', async () => {
    await lay({ id: 'ends' });
    await store.subscriptions.save(recordOf({ id: 'ends', status: 'deleted' }), 1);
    expect(await idsOf('contoso', 'alex')).toEqual([]);
  });

  test('what is due is found whatever its tenant, what waited longest first; what somebody works on is left alone', async () => {
    await lay({ id: 'owes nothing' });
    await lay({ id: 'later', periodEnd: START + 2 });
    await lay({ id: 'due', periodEnd: START + 1 });
    await lay({ id: 'overdue', tenantId: 'fabrikam', periodEnd: START });
    const due = async (at: number, limit = 10) =>
      (await store.subscriptions.due(at, limit)).map(({ state }) => state.subscription.id);
    expect(await due(START + 1)).toEqual(['overdue', 'due']);
    expect(await due(START + 2, 2)).toEqual(['overdue', 'due']);

    const claimed = recordOf({ id: 'overdue', tenantId: 'fabrikam', periodEnd: START }, { waitUntil: START + 9 });
    await store.subscriptions.save(claimed, 1);
    expect(await due(START + 2)).toEqual(['due', 'later']);
  });

  test('a store is empty until there is a subscription in it', async () => {
    expect(await store.isEmpty()).toBe(true);
    await store.people.save({ tenantId: 'contoso', personId: 'alex' }, NEW);
    expect(await store.isEmpty()).toBe(true);
    await lay({ id: 'first' });
    expect(await store.isEmpty()).toBe(false);
  });

  test("a purchaser's invoices of a range come latest first, its start included and its end not", async () => {
    const days = [0, 1, 2, 3, 4];
    for (const day of days) {
      const number = `INV-2026-00000${day}`;
      await store.invoices.add(invoiceOf({ id: `i${day}`, number, issuedAt: START + day * DAY }));
    }
    await store.invoices.add(invoiceOf({ id: 'same day', number: 'INV-2026-000009', issuedAt: START + 3 * DAY }));
    await store.invoices.add(invoiceOf({ id: 'of somebody else', number: 'INV-2026-000010', purchaserId: 'ana' }));
    await store.invoices.add(invoiceOf({ id: 'elsewhere', tenantId: 'fabrikam', issuedAt: START + 2 * DAY }));
    const range = { from: START + DAY, to: START + 4 * DAY };
    const found = await store.invoices.ofPurchaser('contoso', 'alex', { ...range, limit: 10 });
    expect(found.map(({ id }) => id)).toEqual(['same day', 'i3', 'i2', 'i1']);
    const latest = await store.invoices.ofPurchaser('contoso', 'alex', { ...range, limit: 2 });
    expect(latest.map(({ id }) => id)).toEqual(['same day', 'i3']);
    const none = { from: START + 5 * DAY, to: START + 9 * DAY, limit: 10 };
    expect(await store.invoices.ofPurchaser('contoso', 'alex', none)).toEqual([]);
  });
});

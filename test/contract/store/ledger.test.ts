import type { Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

onEveryStore(kind => {
  let place: StoreUnderTest;
  let store: Store;
  beforeEach(async () => {
    place = await kind.open();
    store = createStore(place.documents);
  });
  afterEach(() => place.dispose());

  const entryOf = (subscriptionId: string, amount: number, tenantId = 'contoso') => ({
    ...{ tenantId, subscriptionId, amount },
  });

  test('what is kept under a key stays as it was, whatever comes later', async () => {
    expect(await store.charges.find('one')).toBeUndefined();
    expect(await store.charges.keep('one', entryOf('sub-1', 1))).toEqual(entryOf('sub-1', 1));
    expect(await store.charges.keep('one', entryOf('sub-2', 2))).toEqual(entryOf('sub-1', 1));
    store = createStore(await place.reopen());
    expect(await store.charges.find('one')).toEqual(entryOf('sub-1', 1));
  });

  test('of many who keep something under one key at once, all are told what is kept', async () => {
    const kept = await Promise.all([1, 2, 3, 4, 5].map(amount => store.charges.keep('one', entryOf('sub-1', amount))));
    expect(new Set(kept.map(({ amount }) => amount)).size).toBe(1);
    expect(await store.charges.find('one')).toEqual(kept[0]);
  });

  test('what is kept of a subscription is found by it, and only in its tenant', async () => {
    await store.charges.keep('one', entryOf('sub-1', 1));
    await store.charges.keep('two', entryOf('sub-1', 2));
    await store.charges.keep('three', entryOf('sub-2', 3));
    await store.charges.keep('four', entryOf('sub-1', 4, 'fabrikam'));
    await store.charges.keep('five', { tenantId: 'contoso' });
    const found = await store.charges.ofSubscription<ReturnType<typeof entryOf>>('contoso', 'sub-1');
    expect(found.map(({ amount }) => amount).sort()).toEqual([1, 2]);
    expect(await store.charges.ofSubscription('contoso', 'sub-3')).toEqual([]);
  });

  test('what the gateway was asked and what it told are kept apart', async () => {
    await store.charges.keep('one', entryOf('sub-1', 1));
    expect(await store.gatewayEvents.find('one')).toBeUndefined();
    expect(await store.gatewayEvents.keep('one', { tenantId: 'contoso' })).toEqual({ tenantId: 'contoso' });
  });
});

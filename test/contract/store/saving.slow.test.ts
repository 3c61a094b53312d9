import { NEW, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { recordOf } from '../../support/records';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

onEveryStore(kind => {
  let under: StoreUnderTest;
  let store: Store;

  beforeAll(async () => {
    under = await kind.open();
    store = createStore(under.documents);
  });
  afterAll(() => under.dispose());

  test('what was saved is loaded, one version on', async () => {
    const record = recordOf({ id: 'first' });
    expect(await store.subscriptions.save(record, NEW)).toBe(true);
    expect(await store.subscriptions.load('contoso', 'first')).toEqual({ version: 1, state: record });
  });

  test('what was never saved is not found', async () => {
    expect(await store.subscriptions.load('contoso', 'nothing')).toBeUndefined();
  });

  test('ids with the mark in them that keys are joined by are not taken for one another', async () => {
    await store.subscriptions.save(recordOf({ tenantId: 'a|b', id: 'c' }), NEW);
    await store.subscriptions.save(recordOf({ tenantId: 'a%7Cb', id: 'c' }), NEW);
    expect(await store.subscriptions.load('a', 'b|c')).toBeUndefined();
    expect((await store.subscriptions.load('a%7Cb', 'c'))?.state.subscription.tenantId).toBe('a%7Cb');
  });

  test('a save with the loaded version replaces, and with an older one changes nothing', async () => {
    await store.subscriptions.save(recordOf({ id: 'replaced', total: 1 }), NEW);
    expect(await store.subscriptions.save(recordOf({ id: 'replaced', total: 2 }), 1)).toBe(true);
    expect(await store.subscriptions.save(recordOf({ id: 'replaced', total: 3 }), 1)).toBe(false);
    const loaded = await store.subscriptions.load('contoso', 'replaced');
    expect(loaded).toEqual({ version: 2, state: recordOf({ id: 'replaced', total: 2 }) });
  });

  test('a save with a version not reached yet changes nothing', async () => {
    await store.subscriptions.save(recordOf({ id: 'ahead' }), NEW);
    expect(await store.subscriptions.save(recordOf({ id: 'ahead', total: 3 }), 2)).toBe(false);
    expect(await store.subscriptions.save(recordOf({ id: 'never laid down' }), 1)).toBe(false);
    expect(await store.subscriptions.load('contoso', 'never laid down')).toBeUndefined();
  });

  test('NEW is refused for what exists, even when it is the same', async () => {
    const record = recordOf({ id: 'twice' });
    expect(await store.subscriptions.save(record, NEW)).toBe(true);
    expect(await store.subscriptions.save(record, NEW)).toBe(false);
    expect(await store.subscriptions.load('contoso', 'twice')).toEqual({ version: 1, state: record });
  });

  test('of 200 who create the same at once, exactly one does', async () => {
    const saves = Array.from({ length: 200 }, () => store.subscriptions.save(recordOf({ id: 'created once' }), NEW));
    expect((await Promise.all(saves)).filter(Boolean)).toHaveLength(1);
  });

  test('of 200 who save over the same version at once, exactly one does, and its state stands', async () => {
    await store.subscriptions.save(recordOf({ id: 'contended' }), NEW);
    const totals = Array.from({ length: 200 }, (_, index) => 100 + index);
    const saved = await Promise.all(
      totals.map(total => store.subscriptions.save(recordOf({ id: 'contended', total }), 1)),
    );
    const winners = totals.filter((_, index) => saved[index]);
    expect(winners).toHaveLength(1);
    const loaded = await store.subscriptions.load('contoso', 'contended');
    expect(loaded?.version).toBe(2);
    expect(loaded?.state.subscription.total).toBe(winners[0]);
  });

  test('of 200 who save the very same state over the same version at once, exactly one does', async () => {
    await store.subscriptions.save(recordOf({ id: 'same' }), NEW);
    const saves = Array.from({ length: 200 }, () => store.subscriptions.save(recordOf({ id: 'same', total: 11 }), 1));
    expect((await Promise.all(saves)).filter(Boolean)).toHaveLength(1);
  });

  test('200 increments by 20 at once, each tried until it is saved, add up to 200', async () => {
    await store.subscriptions.save(recordOf({ id: 'counter', total: 0 }), NEW);
    const increment = async (): Promise<void> => {
      const loaded = await store.subscriptions.load('contoso', 'counter');
      if (!loaded) throw new Error('the counter is gone');
      const total = loaded.state.subscription.total + 1;
      if (!(await store.subscriptions.save(recordOf({ id: 'counter', total }), loaded.version))) await increment();
    };
    const tenIncrements = async (): Promise<void> => {
      for (let count = 0; count < 10; count += 1) await increment();
    };
    await Promise.all(Array.from({ length: 20 }, tenIncrements));
    const counter = await store.subscriptions.load('contoso', 'counter');
    expect(counter).toMatchObject({ version: 201, state: { subscription: { total: 200 } } });
  });

  test('the same id in another tenant is something else', async () => {
    const here = recordOf({ id: 'shared', tenantId: 'contoso', total: 1 });
    const there = recordOf({ id: 'shared', tenantId: 'fabrikam', total: 2 });
    expect(await store.subscriptions.save(here, NEW)).toBe(true);
    expect(await store.subscriptions.save(there, NEW)).toBe(true);
    expect((await store.subscriptions.load('contoso', 'shared'))?.state).toEqual(here);
    expect((await store.subscriptions.load('fabrikam', 'shared'))?.state).toEqual(there);
    expect(await store.subscriptions.load('northwind', 'shared')).toBeUndefined();
  });

  test('changing what was loaded or saved changes nothing that is stored', async () => {
    const record = recordOf({ id: 'copied', assignments: [{ personId: 'ana', at: 1, operationId: 'op' }] });
    await store.subscriptions.save(record, NEW);
    const loaded = await store.subscriptions.load('contoso', 'copied');
    for (const known of [record, loaded?.state]) Object.assign(known?.subscription ?? {}, { total: 99 });
    const again = await store.subscriptions.load('contoso', 'copied');
    expect(again?.state.subscription.total).toBe(10);
  });

  test('what was saved is there after a restart, with its version', async () => {
    await store.subscriptions.save(recordOf({ id: 'kept' }), NEW);
    await store.subscriptions.save(recordOf({ id: 'kept', total: 7 }), 1);
    store = createStore(await under.reopen());
    expect(await store.subscriptions.load('contoso', 'kept')).toEqual({
      version: 2,
      state: recordOf({ id: 'kept', total: 7 }),
    });
    expect(await store.subscriptions.save(recordOf({ id: 'kept', total: 8 }), 2)).toBe(true);
  });

  test('it answers that it is ready', async () => {
    await expect(store.ready()).resolves.toBeUndefined();
  });
});

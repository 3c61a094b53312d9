import fc from 'fast-check';
import { addDays } from '../../../domain/shared/instant';
import { money } from '../../../domain/shared/money';
import { NEW, type PurchaseQuery, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import type { Subscription } from '../../../domain/subscription/subscription';
import { heldBy } from '../../support/domain';
import { recordOf, START } from '../../support/records';
import { runs } from '../../support/runs';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

const bought = fc.record({
  tenantId: fc.constantFrom('contoso', 'contoso|2', 'fabrikam'),
  purchasedAt: fc.integer({ min: START, max: START + 5 }),
  periodEnd: fc.integer({ min: START + 10, max: START + 15 }),
  status: fc.constantFrom('active' as const, 'expired' as const, 'deleted' as const, 'ordered' as const),
  productId: fc.constantFrom('visio', 'copilot'),
  purchaserId: fc.constantFrom('alex', 'ana'),
  recurring: fc.boolean(),
  total: fc.integer({ min: 1, max: 2 }),
  held: fc.integer({ min: 0, max: 2 }),
  unitPrice: fc.integer({ min: 1, max: 3 }).map(minor => money(minor * 12, 'USD')),
  frequency: fc.constantFrom('monthly' as const, 'annual' as const),
});

const placeIn = {
  newest: (s: Subscription) => -s.purchasedAt,
  ending: (s: Subscription) => s.periodEnd,
  dearest: (s: Subscription) => -(s.unitPrice.minor * s.total) / (s.frequency === 'annual' ? 12 : 1),
  unassigned: (s: Subscription) => s.assignments.length - s.total,
};

const asked = fc.record({
  order: fc.constantFrom('newest' as const, 'ending' as const, 'dearest' as const, 'unassigned' as const),
  status: fc.option(fc.constantFrom('active' as const, 'expired' as const), { nil: undefined }),
  productIds: fc.option(fc.constant(['visio']), { nil: undefined }),
  purchaserIds: fc.option(fc.constant(['ana', 'nobody']), { nil: undefined }),
  either: fc.option(
    fc.constantFrom(
      [{ productIds: ['visio'], purchaserIds: ['alex'] }, { productIds: ['copilot'] }],
      [{ purchaserIds: ['ana'] }],
      [{ productIds: [] }],
    ),
    { nil: undefined },
  ),
  endsBefore: fc.option(fc.integer({ min: START + 9, max: START + 16 }), { nil: undefined }),
  unassigned: fc.option(fc.constant(true), { nil: undefined }),
  limit: fc.integer({ min: 1, max: 4 }),
});

onEveryStore(kind => {
  let under: StoreUnderTest;
  let store: Store;
  beforeEach(async () => {
    under = await kind.open();
    store = createStore(under.documents);
  });
  afterEach(() => under.dispose());

  const pages = async (tenantId: string, query: PurchaseQuery): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let from: string | undefined, page = 0; page < 50; page++) {
      const { found, next } = await store.subscriptions.ofTenant(tenantId, { ...query, from });
      expect(found.length).toBeLessThanOrEqual(query.limit);
      ids.push(...found.map(({ state }) => state.subscription.id));
      if (next === undefined) return ids;
      from = next;
    }
    throw new Error('the pages do not come to an end');
  };

  const fits = (s: Subscription, query: PurchaseQuery): boolean =>
    s.status !== 'deleted' &&
    s.status !== 'ordered' &&
    (query.status === undefined || s.status === query.status) &&
    (query.productIds?.includes(s.productId) ?? true) &&
    (query.purchaserIds?.includes(s.purchaserId) ?? true) &&
    (query.either?.some(
      each => (each.productIds?.includes(s.productId) ?? true) && (each.purchaserIds?.includes(s.purchaserId) ?? true),
    ) ??
      true) &&
    (query.endsBefore === undefined || (s.status === 'active' && !s.recurring && s.periodEnd < query.endsBefore)) &&
    (!query.unassigned || s.assignments.length < s.total);

  test('page after page shows all that fits, once, in order, and nothing of another tenant', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(bought, { maxLength: 12 }), asked, async (all, query) => {
        round += 1;
        const laid = all.map(({ held, ...changes }, at) => {
          const assignments = heldBy(...['p', 'q'].slice(0, Math.min(held, changes.total)));
          const tenantId = `${changes.tenantId}-${round}`;
          return recordOf({ ...changes, tenantId, id: `s|${round}-${at}`, assignments }).subscription;
        });
        for (const subscription of laid) await store.subscriptions.save(recordOf(subscription), NEW);
        const key = (s: Subscription): number => placeIn[query.order](s);
        const tenantId = `contoso-${round}`;
        const wanted = laid.filter(s => s.tenantId === tenantId && fits(s, query)).sort((a, b) => key(a) - key(b));
        const found = await pages(tenantId, query);
        expect([...found].sort()).toEqual(wanted.map(({ id }) => id).sort());
        const keyOf = new Map(laid.map(s => [s.id, key(s)]));
        expect(found.map(id => keyOf.get(id))).toEqual(wanted.map(key));
        const summaries = await store.subscriptions.summaries(tenantId);
        expect(summaries).toHaveLength(
          laid.filter(s => s.tenantId === tenantId && fits(s, { order: 'newest', limit: 1 })).length,
        );
      }),
      { numRuns: runs(kind.name === 'mongo' ? 50 : 300) },
    );
  });

  test('those that end soon are those that are active and do not renew', async () => {
    const day = (days: number) => ({ periodEnd: addDays(START, days) });
    for (const changes of [
      { id: 'soon', recurring: false, ...day(20) },
      { id: 'sooner', recurring: false, ...day(10) },
      { id: 'renews', ...day(10) },
      { id: 'later', recurring: false, ...day(40) },
      { id: 'ended', recurring: false, status: 'expired' as const, ...day(5) },
      { id: 'year', recurring: false, ...day(10), term: { start: START, end: addDays(START, 300) } },
    ]) {
      await store.subscriptions.save(recordOf(changes), NEW);
    }
    const query = { order: 'ending', endsBefore: addDays(START, 30), limit: 10 } as const;
    expect(await pages('contoso', query)).toEqual(['sooner', 'soon']);
    expect(await pages('contoso', { ...query, status: 'active' })).toEqual(['sooner', 'soon']);
    expect(await pages('contoso', { ...query, status: 'expired' })).toEqual([]);
    expect(await pages('contoso', { ...query, order: 'newest', endsBefore: addDays(START, 15) })).toEqual(['sooner']);
  });

  test('what changed stands where it belongs since, also when the store is opened again', async () => {
    await store.subscriptions.save(recordOf({ id: 'a', purchasedAt: START }), NEW);
    await store.subscriptions.save(recordOf({ id: 'b', purchasedAt: START + 1, periodEnd: START + 20 }), NEW);
    await store.subscriptions.save(recordOf({ id: 'a', purchasedAt: START, periodEnd: START + 10 }), 1);
    expect(await pages('contoso', { order: 'ending', limit: 1 })).toEqual(['a', 'b']);
    expect(await pages('contoso', { order: 'newest', limit: 1 })).toEqual(['b', 'a']);
    store = createStore(await under.reopen());
    expect(await pages('contoso', { order: 'ending', limit: 1 })).toEqual(['a', 'b']);
  });
});

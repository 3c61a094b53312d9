import type { LicenseRequest } from '../../../domain/catalog/license-request';
import { DAY } from '../../../domain/shared/instant';
import { NEW, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { START } from '../../support/records';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

const requestOf = (changes: Partial<LicenseRequest> = {}): LicenseRequest => ({
  ...{ tenantId: 'contoso', id: 'req-1', personId: 'alex', productId: 'visio', quantity: 3, at: START },
  ...changes,
});
const answer = { by: 'megan', at: START + DAY, approved: true };

onEveryStore(kind => {
  let place: StoreUnderTest;
  let store: Store;
  beforeEach(async () => {
    place = await kind.open();
    store = createStore(place.documents);
  });
  afterEach(() => place.dispose());

  const lay = async (...changes: readonly Partial<LicenseRequest>[]): Promise<void> => {
    for (const change of changes) expect(await store.requests.save(requestOf(change), NEW)).toBe(true);
  };

  test('a request is kept as it was, over a restart', async () => {
    await lay({ message: '平面圖 "x"' });
    store = createStore(await place.reopen());
    expect(await store.requests.load('contoso', 'req-1')).toEqual({
      version: 1,
      state: requestOf({ message: '平面圖 "x"' }),
    });
    expect(await store.requests.load('fabrikam', 'req-1')).toBeUndefined();
  });

  test('of one person and product one request at a time has no answer, however many come at once', async () => {
    const saved = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(id => store.requests.save(requestOf({ id }), NEW)));
    expect(saved.filter(each => each)).toHaveLength(1);
    await lay(
      { id: 'other', productId: 'project' },
      { id: 'hers', personId: 'ana' },
      { id: 't', tenantId: 'fabrikam' },
    );
  });

  test.each<[string, Partial<LicenseRequest>]>([
    ['answered', { answer }],
    ['withdrawn', { withdrawnAt: START }],
    ['found to have lapsed', { lapsedAt: START }],
  ])('once it is %s, there may be another, and it may change without standing in its way', async (_, ended) => {
    await lay({});
    expect(await store.requests.save(requestOf(ended), 1)).toBe(true);
    await lay({ id: 'req-2', at: START + 2 * DAY });
    expect(await store.requests.save(requestOf({ ...ended, quantity: 4 }), 2)).toBe(true);
    const found = await store.requests.ofPerson('contoso', 'alex');
    expect(found.map(({ state }) => state.id)).toEqual(['req-2', 'req-1']);
  });

  test('a person’s come latest first, with the version to save with, and nobody else’s', async () => {
    await lay({ answer }, { id: 'req-2', at: START + 1 }, { id: 'hers', personId: 'ana' }, { id: 't', tenantId: 'x' });
    const found = await store.requests.ofPerson('contoso', 'alex');
    expect(found.map(({ state, version }) => [state.id, version])).toEqual([
      ['req-2', 1],
      ['req-1', 1],
    ]);
  });

  test('those of a tenant without an answer come oldest first, so many as are wanted', async () => {
    await lay(
      { id: 'late', at: START + 2 },
      { id: 'early', personId: 'ana' },
      { id: 'middle', personId: 'bob', at: START + 1 },
      { id: 'answered', personId: 'cas', answer },
      { id: 'elsewhere', tenantId: 'fabrikam' },
    );
    const ids = async (limit: number) =>
      (await store.requests.unanswered('contoso', limit)).map(({ state }) => state.id);
    expect(await ids(9)).toEqual(['early', 'middle', 'late']);
    expect(await ids(2)).toEqual(['early', 'middle']);
  });

  test('those with something to be told are due when it is, of any tenant', async () => {
    await lay(
      { id: 'told', told: 'asked' },
      { id: 'new', personId: 'ana', tenantId: 'fabrikam', at: START + 1 },
      { id: 'ended', personId: 'bob', answer: { ...answer, approved: false }, told: 'answered' },
      { id: 'withdrawn', personId: 'cas', withdrawnAt: START },
    );
    const ids = async (at: number) => (await store.requests.due(at, 9)).map(({ state }) => state.id);
    expect(await ids(START)).toEqual([]);
    expect(await ids(START + 1)).toEqual(['new']);
    expect(await ids(START + 7 * DAY)).toEqual(['new', 'told']);
  });
});

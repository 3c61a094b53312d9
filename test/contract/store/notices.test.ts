import { NEW, type NoticeRecord, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { START } from '../../support/records';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

onEveryStore(kind => {
  let under: StoreUnderTest;
  let store: Store;
  beforeEach(async () => {
    under = await kind.open();
    store = createStore(under.documents);
  });
  afterEach(() => under.dispose());

  const lay = async (id: string, changes: Partial<NoticeRecord> = {}): Promise<void> => {
    const notice: NoticeRecord = {
      ...{ tenantId: 'contoso', id, to: { type: 'person', personId: 'bob' }, subscriptionId: 'sub-1' },
      ...{ notice: { type: 'license_gained' }, at: START, dueAt: START, tries: 0, ...changes },
    };
    expect(await store.notices.save(notice, NEW)).toBe(true);
  };

  const bob = { type: 'person', personId: 'bob' } as const;

  test('those to one recipient come latest first, no more than are wanted, and nobody else’s', async () => {
    for (const nth of [1, 3, 2]) await lay(`${nth}`, { at: START + nth });
    await lay('ended', { at: START + 9, dueAt: undefined, ended: { type: 'sent', at: START + 9 } });
    await lay('of ana', { to: { type: 'person', personId: 'ana' } });
    await lay('of a channel called bob', { to: { type: 'channel', channelId: 'bob' } });
    await lay('elsewhere', { tenantId: 'fabrikam' });
    const ids = async (limit: number) => (await store.notices.ofRecipient('contoso', bob, limit)).map(({ id }) => id);
    expect(await ids(9)).toEqual(['ended', '3', '2', '1']);
    expect(await ids(2)).toEqual(['ended', '3']);
  });

  test('those that go out together are those of one recipient that are due by now, all of them', async () => {
    await lay('now', { digest: true });
    await lay('before', { digest: true, dueAt: START - 9, at: START - 99 });
    await lay('alone');
    await lay('tomorrow', { digest: true, dueAt: START + 1 });
    await lay('ended', { digest: true, dueAt: undefined, ended: { type: 'sent', at: START } });
    await lay('of ana', { digest: true, to: { type: 'person', personId: 'ana' } });
    await lay('elsewhere', { digest: true, tenantId: 'fabrikam' });
    const found = await store.notices.ofDay('contoso', bob, START);
    expect(found.map(({ state, version }) => [state.id, version]).sort()).toEqual([
      ['before', 1],
      ['now', 1],
    ]);
  });

  test('those of one subscription come latest first, whoever they are for', async () => {
    await lay('first', { at: START + 1 });
    await lay('second', { at: START + 2, to: { type: 'channel', channelId: 'team' } });
    await lay('of another', { subscriptionId: 'sub-2' });
    await lay('of none', { subscriptionId: undefined });
    expect((await store.notices.ofSubscription('contoso', 'sub-1', 9)).map(({ id }) => id)).toEqual([
      'second',
      'first',
    ]);
  });
});

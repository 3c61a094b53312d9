import { appendFile, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditEntry, Audited } from '../../../domain/shared/audit';
import { DAY } from '../../../domain/shared/instant';
import { createAudit } from '../../../domain/store/audit';
import { readAuditFiles } from '../../../domain/store/audit-files';
import type { Documents } from '../../../domain/store/documents';
import { openEmbeddedStore } from '../../../domain/store/embedded';
import type { Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { START } from '../../support/records';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

const entryOf = (changes: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ tenantId: 'contoso', at: START, personId: 'alex', what: 'assign_license', on: { subscriptionId: 'sub-1' } },
  ...{ from: { by: 'text', channel: 'msteams', conversationId: 'chat' }, outcome: { type: 'done' }, ...changes },
});

const all = async (documents: Pick<Documents, 'journal'>, since = 0, until = START + 400 * DAY) => {
  const entries: Audited[] = [];
  for await (const entry of documents.journal.entries({ since, until })) entries.push(entry);
  return entries;
};

onEveryStore(kind => {
  let under: StoreUnderTest;
  let store: Store;
  beforeEach(async () => {
    under = await kind.open();
    store = createStore(under.documents);
  });
  afterEach(() => under.dispose());

  const whats = (entries: readonly AuditEntry[]): readonly string[] => entries.map(({ what }) => what);

  test('what was appended is read as it was, also after a restart', async () => {
    const entry = entryOf({ operationId: 'op', on: { subscriptionId: 'sub-1', people: ['ana', 'bob'] } });
    await store.audit.append(entry);
    const documents = await under.reopen();
    expect(await all(documents)).toEqual([{ ...entry, id: expect.any(String) }]);
  });

  test('of one subscription the latest comes first, a page at a time, also where many are of one moment', async () => {
    for (let nth = 0; nth < 7; nth++) await store.audit.append(entryOf({ what: `command ${nth}` }));
    const first = await store.audit.ofSubscription('contoso', 'sub-1', { limit: 3 });
    expect(whats(first.entries)).toEqual(['command 6', 'command 5', 'command 4']);
    await store.audit.append(entryOf({ what: 'meanwhile' }));
    const second = await store.audit.ofSubscription('contoso', 'sub-1', { limit: 3, from: first.next });
    expect(whats(second.entries)).toEqual(['command 3', 'command 2', 'command 1']);
    const last = await store.audit.ofSubscription('contoso', 'sub-1', { limit: 3, from: second.next });
    expect([whats(last.entries), last.next]).toEqual([['command 0'], undefined]);
  });

  test('other subscriptions, other tenants and what is about none are left out', async () => {
    await store.audit.append(entryOf({ on: { subscriptionId: 'sub-2' } }));
    await store.audit.append(entryOf({ tenantId: 'fabrikam' }));
    await store.audit.append(entryOf({ on: {} }));
    await store.audit.append(entryOf({ what: 'meant', at: START + 40 * DAY }));
    await store.audit.append(entryOf({ what: 'meant before' }));
    expect(whats((await store.audit.ofSubscription('contoso', 'sub-1', { limit: 9 })).entries)).toEqual([
      'meant',
      'meant before',
    ]);
  });

  test('a time is read oldest first, from its first moment on and before its last, over months', async () => {
    for (const days of [-1, 0, 31, 62]) await store.audit.append(entryOf({ at: START + days * DAY, what: `${days}` }));
    expect(whats(await all(under.documents, START, START + 62 * DAY))).toEqual(['0', '31']);
    expect(whats(await all(under.documents))).toEqual(['-1', '0', '31', '62']);
  });

  test('nobody waits for what is only noted, and it is there once the store is closed', async () => {
    store.audit.note(entryOf({ what: 'noted' }));
    await store.close();
    expect(whats(await all(await under.reopen()))).toEqual(['noted']);
    expect(() => store.audit.note(entryOf())).toThrow('closed');
  });

  test('who asks for a page sees what was only noted before', async () => {
    store.audit.note(entryOf({ what: 'noted' }));
    expect(whats((await store.audit.ofSubscription('contoso', 'sub-1', { limit: 9 })).entries)).toEqual(['noted']);
  });

  test('nothing that the store can do changes or removes an entry', async () => {
    await store.audit.append(entryOf());
    const before = await all(under.documents);
    await store.audit.append(entryOf({ outcome: { type: 'refused', code: 'NOT_PURCHASER' } }));
    const [first] = before;
    if (first) await under.documents.journal.append([{ ...first, what: 'something else' }]).catch(() => undefined);
    const after = await all(await under.reopen());
    expect(after.slice(0, 1)).toEqual(before);
    expect(Object.keys(store.audit).sort()).toEqual(['append', 'close', 'note', 'ofSubscription']);
  });

  test('many at once are all there, in the order they came', async () => {
    await Promise.all(Array.from({ length: 300 }, (_, nth) => store.audit.append(entryOf({ what: `${nth}` }))));
    expect(whats(await all(under.documents))).toEqual(Array.from({ length: 300 }, (_, nth) => `${nth}`));
  });
});

describe('in files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'audit-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const fileOf = async (): Promise<string> => {
    const [name] = (await readdir(folder)).filter(file => file.startsWith('audit-'));
    return join(folder, name ?? '');
  };

  test('half a line of a killed process does no harm, is told of, and nothing before or after it is lost', async () => {
    const first = createStore(await openEmbeddedStore({ folder }));
    await first.audit.append(entryOf({ what: 'before' }));
    await first.close();
    const file = await fileOf();
    const kept = await readFile(file, 'utf8');
    await appendFile(file, kept.slice(0, kept.length / 2));
    const second = createStore(await openEmbeddedStore({ folder }));
    await second.audit.append(entryOf({ what: 'after' }));
    expect((await second.audit.ofSubscription('contoso', 'sub-1', { limit: 9 })).entries).toHaveLength(2);
    await second.close();
    let unreadable = 0;
    const whats: string[] = [];
    const reader = readAuditFiles(folder);
    const time = { since: 0, until: START + DAY, unreadable: () => (unreadable += 1) };
    for await (const { what } of reader.entries(time)) whats.push(what);
    expect([whats, unreadable]).toEqual([['before', 'after'], 1]);
    expect((await readFile(file, 'utf8')).startsWith(kept)).toBe(true);
  });

  test('lines longer than is read at once come back whole, whatever letters they hold', async () => {
    const store = createStore(await openEmbeddedStore({ folder }));
    const long = (nth: number) => `${nth}${'陳😀e'.repeat(15_000 + nth)}`;
    for (let nth = 0; nth < 4; nth++) {
      await store.audit.append(entryOf({ outcome: { type: 'failed', trouble: long(nth) } }));
    }
    const { entries } = await store.audit.ofSubscription('contoso', 'sub-1', { limit: 9 });
    expect(entries.map(({ outcome }) => 'trouble' in outcome && outcome.trouble)).toEqual([3, 2, 1, 0].map(long));
    await store.close();
  });

  test('they are for the bot’s own user alone', async () => {
    const store = createStore(await openEmbeddedStore({ folder }));
    await store.audit.append(entryOf());
    await store.close();
    expect((await stat(await fileOf())).mode & 0o777).toBe(0o600);
  });
});

describe('over a journal that fails', () => {
  const failing = () => {
    const written: string[][] = [];
    const journal = {
      ...readAuditFiles('nowhere'),
      fails: true,
      append: async (entries: readonly Audited[]) => {
        if (journal.fails) throw new Error('away');
        written.push(entries.map(({ what }) => what));
      },
    };
    return { journal, written };
  };

  test('whoever waits hears of it, and the entry is written with the next one, before it', async () => {
    const { journal, written } = failing();
    const audit = createAudit(journal);
    await expect(audit.append(entryOf({ what: 'first' }))).rejects.toThrow('away');
    journal.fails = false;
    await audit.append(entryOf({ what: 'second' }));
    expect(written).toEqual([['first', 'second']]);
    await audit.close();
  });

  test('what comes while a write is under way goes into the next one, together', async () => {
    const { journal, written } = failing();
    journal.fails = false;
    const audit = createAudit(journal);
    await Promise.all(['a', 'b', 'c'].map(what => audit.append(entryOf({ what }))));
    expect(written).toEqual([['a', 'b', 'c']]);
    await audit.close();
  });
});

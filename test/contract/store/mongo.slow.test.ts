import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { type CollectionName, collections, type Documents, type Find } from '../../../domain/store/documents';
import { openMongoStore } from '../../../domain/store/mongo';
import { NEW } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { invoiceOf, recordOf, START } from '../../support/records';
import { dropDatabase, onMongo, sharedMongoUri } from '../../support/stores';
import { startUnreliableProxy, type UnreliableProxy } from '../../support/unreliable-proxy';

onMongo(() => {
  const database = `test_${randomUUID()}`;
  const opened: Documents[] = [];

  const open = async (uri = sharedMongoUri()): Promise<Documents> => {
    const documents = await openMongoStore({ uri, database });
    opened.push(documents);
    return documents;
  };

  afterEach(async () => {
    await Promise.all(opened.splice(0).map(documents => documents.close()));
    await dropDatabase(sharedMongoUri(), database);
  });

  const withClient = async <T>(ask: (client: MongoClient) => Promise<T>): Promise<T> => {
    const client = new MongoClient(sharedMongoUri());
    try {
      return await ask(client);
    } finally {
      await client.close();
    }
  };

  test('replicas that open an empty database at once make each index once', async () => {
    await Promise.all([open(), open(), open()]);
    await open();
    const indexed = Object.entries(collections).filter(([, indexes]) => indexes.length > 0);
    expect(indexed.length).toBeGreaterThan(0);
    for (const [name, indexes] of indexed) {
      const found = await withClient(client => client.db(database).collection(name).indexes());
      const wanted = [['_id'], ...indexes.map(({ fields }) => fields)].map(String);
      expect(found.map(({ key }) => String(Object.keys(key))).sort()).toEqual(wanted.sort());
    }
  });

  test('replicas share what they save', async () => {
    const [one, other] = [createStore(await open()), createStore(await open())];
    await one.subscriptions.save(recordOf(), NEW);
    expect(await other.subscriptions.save(recordOf({ total: 11 }), 1)).toBe(true);
    expect(await one.subscriptions.save(recordOf({ total: 12 }), 1)).toBe(false);
    expect((await one.subscriptions.load('contoso', 'sub-1'))?.state.subscription.total).toBe(11);
  });

  test('the database is the one in the URI unless another is given', async () => {
    const uri = new URL(sharedMongoUri());
    uri.pathname = database;
    const documents = await openMongoStore({ uri: String(uri) });
    opened.push(documents);
    await createStore(documents).subscriptions.save(recordOf(), NEW);
    expect(await createStore(await open()).subscriptions.load('contoso', 'sub-1')).toBeDefined();
  });

  test('every query is served by an index', async () => {
    const documents = await open();
    const asked: [CollectionName, Find][] = [];
    const store = createStore({
      ...documents,
      find: (collection, find) => {
        asked.push([collection, find]);
        return documents.find(collection, find);
      },
    });
    await store.subscriptions.save(recordOf(), NEW);
    await store.invoices.add(invoiceOf());
    await store.subscriptions.ofPurchaser('contoso', 'alex');
    await store.subscriptions.due(START, 10);
    await store.invoices.byNumber('contoso', 'alex', 'INV-2026-000001');
    await store.invoices.ofPurchaser('contoso', 'alex', { from: START, to: START + 1, limit: 10 });
    await store.invoices.lastSequence('contoso', 2026);
    expect(asked).toHaveLength(5);
    const plans = await withClient(client =>
      Promise.all(
        asked.map(([name, { filter, sort = {}, limit = 0 }]) =>
          client.db(database).collection(name).find(filter, { sort, limit }).explain('queryPlanner'),
        ),
      ),
    );
    for (const plan of plans) {
      expect(JSON.stringify(plan)).toContain('"IXSCAN"');
      expect(JSON.stringify(plan)).not.toContain('"COLLSCAN"');
    }
  });

  test('an unreachable server is told of within seconds, and the password in the URI is not', async () => {
    const proxy = await startUnreliableProxy({ host: '127.0.0.1', port: 1 });
    await proxy.close();
    const opening = openMongoStore({ uri: `mongodb://somebody:secret@127.0.0.1:${proxy.port}/` });
    const error: unknown = await opening.catch((reason: unknown) => reason);
    expect(String(error)).toContain('ECONNREFUSED');
    expect(String(error)).not.toContain('secret');
  }, 15_000);

  describe('over an unreliable line', () => {
    let proxy: UnreliableProxy;
    let uri: string;

    beforeEach(async () => {
      const line = new URL(sharedMongoUri());
      proxy = await startUnreliableProxy({ host: line.hostname, port: Number(line.port || 27_017) });
      line.hostname = '127.0.0.1';
      line.port = String(proxy.port);
      line.pathname = '/';
      line.searchParams.set('directConnection', 'true');
      uri = String(line);
    });
    afterEach(() => proxy.close());

    test('a save whose answer was lost is known to have succeeded', async () => {
      const store = createStore(await open(uri));
      proxy.loseAnswerTo('insert');
      expect(await store.subscriptions.save(recordOf(), NEW)).toBe(true);
      proxy.loseAnswerTo('update');
      expect(await store.subscriptions.save(recordOf({ total: 11 }), 1)).toBe(true);
      expect(await store.subscriptions.load('contoso', 'sub-1')).toEqual({
        version: 2,
        state: recordOf({ total: 11 }),
      });
    });

    test('a save that came too late is known to have failed, though its answer was lost', async () => {
      const store = createStore(await open(uri));
      await store.subscriptions.save(recordOf(), NEW);
      proxy.loseAnswerTo('insert');
      expect(await store.subscriptions.save(recordOf(), NEW)).toBe(false);
      await store.subscriptions.save(recordOf({ total: 11 }), 1);
      proxy.loseAnswerTo('update');
      expect(await store.subscriptions.save(recordOf({ total: 11 }), 1)).toBe(false);
    });

    test('an invoice whose answer was lost is added, and only once', async () => {
      const store = createStore(await open(uri));
      proxy.loseAnswerTo('insert');
      expect(await store.invoices.add(invoiceOf())).toBe('added');
      expect(await store.invoices.add(invoiceOf())).toBe('exists');
      proxy.loseAnswerTo('insert');
      expect(await store.invoices.add(invoiceOf({ id: 'other' }))).toBe('number_taken');
    });

    test('a server that no longer answers is not ready, and can be told and left within 5 seconds', async () => {
      const documents = await open(uri);
      await documents.ready();
      proxy.fallSilent();
      await expect(documents.ready()).rejects.toThrow();
      await documents.close();
    }, 5_000);
  });
});

import { openMongoStore } from '../../domain/store/mongo';
import { NEW, type Store } from '../../domain/store/port';
import { createStore } from '../../domain/store/store';
import { type MongoServer, startMongo } from '../support/mongo-server';
import { invoiceOf, recordOf } from '../support/records';
import { onOwnMongo } from '../support/stores';
import { startUnreliableProxy, type UnreliableProxy } from '../support/unreliable-proxy';

onOwnMongo(() => {
  let server: MongoServer;
  let proxy: UnreliableProxy;
  let store: Store;

  beforeEach(async () => {
    server = await startMongo();
    proxy = await startUnreliableProxy({ host: '127.0.0.1', port: Number(new URL(server.uri).port) });
    const uri = `mongodb://127.0.0.1:${proxy.port}/?directConnection=true`;
    store = createStore(await openMongoStore({ uri }));
  }, 30_000);
  afterEach(async () => {
    await store.close();
    await proxy.close();
    await server.stop();
  }, 30_000);

  test('while the server is gone every call throws within seconds; when it is back all goes on', async () => {
    await store.subscriptions.save(recordOf(), NEW);
    await server.kill();
    const calls = [
      store.ready(),
      store.subscriptions.load('contoso', 'sub-1'),
      store.subscriptions.save(recordOf({ total: 11 }), 1),
      store.subscriptions.ofPurchaser('contoso', 'alex'),
    ];
    for (const { status } of await Promise.allSettled(calls)) expect(status).toBe('rejected');

    await server.restart();
    await store.ready();
    expect(await store.subscriptions.save(recordOf({ total: 12 }), 1)).toBe(true);
    expect((await store.subscriptions.load('contoso', 'sub-1'))?.version).toBe(2);
  }, 30_000);

  /** Loses the answer to the next write because the server, having carried it out, is killed and comes back. */
  const crashAfter = (word: string): Promise<void> =>
    new Promise((resolve, reject) => {
      proxy.loseAnswerTo(word, () => {
        server
          .kill()
          .then(() => server.restart())
          .then(resolve, reject);
      });
    });

  test('a write that a crashed server had carried out is known to have succeeded, and is done once', async () => {
    const crashed = crashAfter('insert');
    expect(await store.subscriptions.save(recordOf(), NEW)).toBe(true);
    await crashed;
    const crashedAgain = crashAfter('update');
    expect(await store.subscriptions.save(recordOf({ total: 11 }), 1)).toBe(true);
    await crashedAgain;
    expect(await store.subscriptions.load('contoso', 'sub-1')).toEqual({ version: 2, state: recordOf({ total: 11 }) });
  }, 30_000);

  test('an invoice that a crashed server had added is known to be added', async () => {
    const crashed = crashAfter('insert');
    expect(await store.invoices.add(invoiceOf())).toBe('added');
    await crashed;
    expect(await store.invoices.add(invoiceOf())).toBe('exists');
    expect(await store.invoices.add(invoiceOf({ id: 'other' }))).toBe('number_taken');
  }, 30_000);
});

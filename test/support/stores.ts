import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Documents } from '../../domain/store/documents';
import { openEmbeddedStore } from '../../domain/store/embedded';
import { openMongoStore } from '../../domain/store/mongo';
import { canStartMongo, mongoAvailable, URI_VARIABLE } from './mongo-server';

/** A fresh, empty store, and what a test may do to it. */
export interface StoreUnderTest {
  /** Where it lives now: another object after `reopen`. */
  readonly documents: Documents;
  /** Closes it and opens it again on the same data, as a restart would. */
  reopen(): Promise<Documents>;
  /** Closes it and removes its data. */
  dispose(): Promise<void>;
}

export interface StoreKind {
  readonly name: 'embedded' | 'mongo';
  open(): Promise<StoreUnderTest>;
}

export const embedded: StoreKind = {
  name: 'embedded',
  open: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'store-'));
    return underTest(
      () => openEmbeddedStore({ folder }),
      () => rm(folder, { recursive: true, force: true }),
    );
  },
};

/** The server that tests share; each test file makes databases of its own there. */
export const sharedMongoUri = (): string => {
  const uri = process.env[URI_VARIABLE];
  if (uri === undefined) throw new Error(`${URI_VARIABLE} is not set, and no server was started for this run`);
  return uri;
};

export const dropDatabase = async (uri: string, database: string): Promise<void> => {
  const client = new MongoClient(uri);
  await client.db(database).dropDatabase();
  await client.close();
};

/** A database of the shared server for one test, as the store and as a bot's settings name it. */
export interface OwnDatabase {
  readonly place: { readonly uri: string; readonly database: string };
  readonly env: { readonly MONGODB_URI: string };
  drop(): Promise<void>;
}

export const ownDatabase = (purpose: string): OwnDatabase => {
  const place = { uri: sharedMongoUri(), database: `${purpose}_${randomUUID()}` };
  const uri = new URL(place.uri);
  uri.pathname = `/${place.database}`;
  return { place, env: { MONGODB_URI: uri.href }, drop: () => dropDatabase(place.uri, place.database) };
};

const mongo: StoreKind = {
  name: 'mongo',
  open: async () => {
    const place = { uri: sharedMongoUri(), database: `test_${randomUUID()}` };
    return underTest(
      () => openMongoStore(place),
      () => dropDatabase(place.uri, place.database),
    );
  },
};

const underTest = async (open: () => Promise<Documents>, remove: () => Promise<void>): Promise<StoreUnderTest> => {
  let documents = await open();
  return {
    get documents() {
      return documents;
    },
    reopen: async () => {
      await documents.close();
      documents = await open();
      return documents;
    },
    dispose: async () => {
      await documents.close();
      await remove();
    },
  };
};

const storesUnderTest: readonly StoreKind[] = mongoAvailable() ? [embedded, mongo] : [embedded];

/** The same tests on every store. What had to be left out is said aloud, and is a failure where `CI` is `true`. */
export const onEveryStore = (tests: (kind: StoreKind) => void): void => {
  describe.each(storesUnderTest)('on the $name store', tests);
  if (!mongoAvailable()) leaveOutMongo();
};

/** Tests that need MongoDB and make no sense elsewhere. */
export const onMongo = (tests: () => void): void => {
  if (mongoAvailable()) describe('on the mongo store', tests);
  else leaveOutMongo();
};

/** Tests that start, kill and restart a server of their own. */
export const onOwnMongo = (tests: () => void): void => {
  if (canStartMongo()) describe('on the mongo store', tests);
  else leaveOutMongo();
};

const leaveOutMongo = (): void => {
  process.stderr.write(`LEFT OUT: tests over MongoDB (set ${URI_VARIABLE}, or put secantusd-py on the PATH)\n`);
  test('the tests over MongoDB are left out only where nothing depends on them', () => {
    const { CI } = process.env;
    expect(CI).not.toBe('true');
  });
};

import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Collection, type Db, MongoClient, type Filter as MongoFilter, MongoServerError } from 'mongodb';
import { fromBson, toBson } from './bson';
import {
  type CollectionName,
  collections,
  type Documents,
  type Find,
  type Index,
  type Inserted,
  type StoredDocument,
} from './documents';
import type { JournalReader } from './journal';
import { createMongoJournal, prepareJournal } from './mongo-journal';

const DEFAULT_DATABASE = 'self_service_purchases';
const PING_MS = 2_000;
const CLOSE_MS = 2_000;
const DUPLICATE_KEY = 11_000;

/** `write` names the one write that laid the document down, so that a write sent twice recognises itself. */
interface MongoDocument extends StoredDocument {
  readonly write: string;
}

/**
 * The store in a MongoDB, or what speaks its protocol, shared by any number of processes. The database is `database`,
 * else the one in the URI, else `self_service_purchases`. A write resolves when a majority has it in its journal.
 * Creates missing indexes. Throws when the server cannot be reached within about 5 seconds.
 */
export const openMongoStore = async (place: MongoPlace): Promise<Documents> => {
  const { client, database } = await connect(place);
  try {
    await createIndexes(database);
    await prepareJournal(database);
    return mongo(client, database);
  } catch (error) {
    await client.close();
    throw error;
  }
};

interface MongoPlace {
  readonly uri: string;
  readonly database?: string;
}

const connect = async ({
  uri,
  database,
}: MongoPlace): Promise<{ readonly client: MongoClient; readonly database: Db }> => {
  const client = new MongoClient(uri, {
    appName: 'self-service-purchases-bot',
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    writeConcern: { w: 'majority', journal: true },
    ignoreUndefined: true,
    connectTimeoutMS: 5_000,
    serverSelectionTimeoutMS: 5_000,
    socketTimeoutMS: 10_000,
  });
  try {
    await client.connect();
    return { client, database: client.db(database ?? (namesDatabase(uri) ? undefined : DEFAULT_DATABASE)) };
  } catch (error) {
    await client.close();
    throw error;
  }
};

/** What is in the audit of such a store, for reading alone: nothing is made or changed there. */
export const readMongoJournal = async (place: MongoPlace): Promise<JournalReader> => {
  const { client, database } = await connect(place);
  return { ...createMongoJournal(database), close: () => client.close() };
};

const namesDatabase = (uri: string): boolean => /^mongodb(\+srv)?:\/\/[^/?]+\/[^?]/.test(uri);

const createIndexes = async (database: Db): Promise<void> => {
  for (const [name, indexes] of Object.entries(collections)) {
    for (const { fields, ordered: _, ...options } of readonlyIndexes(indexes)) {
      await database.createIndex(name, Object.fromEntries(fields.map(field => [field, 1])), options);
    }
  }
};

const readonlyIndexes = (indexes: readonly Index[]): readonly Index[] => indexes;

const toQuery = ({ filter, either }: Pick<Find, 'filter' | 'either'>): MongoFilter<MongoDocument> => ({
  ...filter,
  ...(either && { $or: [...either] }),
});

const mongo = (client: MongoClient, database: Db): Documents => {
  const of = (name: CollectionName): Collection<MongoDocument> => database.collection<MongoDocument>(name);
  return {
    journal: createMongoJournal(database),
    get: async (collection, id) => {
      const found = await of(collection).findOne({ _id: id });
      return found ? toDocument(found) : undefined;
    },
    insert: async (collection, document) => insert(of(collection), sealed(document)),
    replace: async (collection, document, expected) => replace(of(collection), sealed(document), expected),
    find: async (collection, { sort, limit, withoutState, ...find }) => {
      const found = of(collection).find(toQuery(find), {
        ...(sort && { sort }),
        ...(limit !== undefined && { limit }),
        ...(withoutState && { projection: { state: 0 } }),
      });
      return (await found.toArray()).map(toDocument);
    },
    ready: async () => {
      await database.command({ ping: 1 }, { signal: AbortSignal.timeout(PING_MS) });
    },
    // Closing takes leave of the server and would wait for one that no longer answers.
    close: () => Promise.race([client.close(), setTimeout(CLOSE_MS, undefined, { ref: false })]),
  };
};

const insert = async (collection: Collection<MongoDocument>, document: MongoDocument): Promise<Inserted> => {
  try {
    await collection.insertOne(document);
    return 'inserted';
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== DUPLICATE_KEY) throw error;
    const stored = await writeOf(collection, document._id);
    if (stored === document.write) return 'inserted';
    return stored === undefined ? 'duplicate_key' : 'duplicate_id';
  }
};

const replace = async (
  collection: Collection<MongoDocument>,
  document: MongoDocument,
  expected: number,
): Promise<boolean> => {
  const { matchedCount } = await collection.replaceOne({ _id: document._id, version: expected }, document);
  return matchedCount === 1 || (await writeOf(collection, document._id)) === document.write;
};

/**
 * Which write laid down what is stored. The driver sends a write again when the connection breaks, and then the second
 * answer may say "duplicate" or "nothing matched" although the first one had succeeded. When others have replaced the
 * document since, the write counts as failed; the receipt in it tells the caller, who loads it again.
 */
const writeOf = async (collection: Collection<MongoDocument>, id: string): Promise<string | undefined> =>
  (await collection.findOne({ _id: id }, { projection: { write: 1 } }))?.write;

const sealed = (document: StoredDocument): MongoDocument => ({
  ...document,
  write: randomUUID(),
  state: toBson(document.state),
});

const toDocument = ({ write: _, ...document }: MongoDocument): StoredDocument => ({
  ...document,
  state: document.state === undefined ? undefined : fromBson(document.state),
});

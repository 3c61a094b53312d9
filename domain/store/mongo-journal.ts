import { type Collection, type Db, MongoBulkWriteError } from 'mongodb';
import type { Audited } from '../shared/audit';
import { fromBson, toBson } from './bson';
import { type Journal, placeOf } from './journal';

/** Ids begin with the time, so their order is that of time and no other index is needed for it. */
interface AuditDocument {
  readonly _id: string;
  readonly tenantId: string;
  /** None: it is about no subscription. */
  readonly subscriptionId?: string | undefined;
  readonly entry: unknown;
}

const COLLECTION = 'audit';
const DUPLICATE_KEY = 11_000;

const collectionOf = (database: Db): Collection<AuditDocument> => database.collection<AuditDocument>(COLLECTION);

/** Creates the index where it is missing. */
export const prepareJournal = async (database: Db): Promise<void> => {
  await collectionOf(database).createIndex({ tenantId: 1, subscriptionId: 1, _id: 1 });
};

/** Closing the store closes it. */
export const createMongoJournal = (database: Db): Journal => {
  const audit = collectionOf(database);
  return {
    append: async entries => {
      try {
        await audit.insertMany(entries.map(toDocument), { ordered: false });
      } catch (error) {
        if (!isAllThere(error)) throw error;
      }
    },
    ofSubscription: async ({ tenantId, subscriptionId, before, limit }) => {
      const filter = { tenantId, subscriptionId, ...(before === undefined ? {} : { _id: { $lt: before } }) };
      return (await audit.find(filter).sort({ _id: -1 }).limit(limit).toArray()).map(toEntry);
    },
    entries: async function* ({ since, until }) {
      const found = audit.find({ _id: { $gte: placeOf(since), $lt: placeOf(until) } }).sort({ _id: 1 });
      for await (const document of found) yield toEntry(document);
    },
    close: async () => undefined,
  };
};

/** What was written before by a write whose answer was lost. */
const isAllThere = (error: unknown): boolean => {
  if (!(error instanceof MongoBulkWriteError)) return false;
  const faults = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  return faults.length > 0 && faults.every(({ code }) => code === DUPLICATE_KEY);
};

const toDocument = (entry: Audited): AuditDocument => ({
  _id: entry.id,
  tenantId: entry.tenantId,
  subscriptionId: entry.on.subscriptionId,
  entry: toBson(entry),
});

const toEntry = ({ entry }: AuditDocument): Audited => fromBson(entry) as Audited;

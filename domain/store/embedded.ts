import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { openAuditFiles } from './audit-files';
import { lockFolder } from './data-lock';
import { type Datafile, openDatafile, type Row } from './datafile';
import {
  type CollectionName,
  collections,
  type Documents,
  type Find,
  type Inserted,
  type StoredDocument,
} from './documents';
import { fieldsOf, type Order } from './order';
import { toText } from './plain';

const COMPACTION_CHECK_MS = 60_000;

type Datafiles = Readonly<Record<CollectionName, Datafile>>;

/**
 * The store in files of `folder`, for one process at a time: throws when another one has it open. A write resolves when
 * the operating system has it, so it survives the process being killed, but perhaps not a power cut (files are not
 * synchronised to the disk at each write). After a write that threw, what is in memory is brought to the file before
 * the next one. Throws when a file is damaged in any place but its end.
 */
export const openEmbeddedStore = async ({ folder }: { readonly folder: string }): Promise<Documents> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const release = await lockFolder(folder);
  try {
    return embedded(folder, await openDatafiles(folder), release);
  } catch (error) {
    await release();
    throw error;
  }
};

const openDatafiles = async (folder: string): Promise<Datafiles> => ({
  subscriptions: await openDatafile(folder, 'subscriptions', collections.subscriptions),
  accounts: await openDatafile(folder, 'accounts', collections.accounts),
  people: await openDatafile(folder, 'people', collections.people),
  policies: await openDatafile(folder, 'policies', collections.policies),
  notices: await openDatafile(folder, 'notices', collections.notices),
  channels: await openDatafile(folder, 'channels', collections.channels),
  leases: await openDatafile(folder, 'leases', collections.leases),
  charges: await openDatafile(folder, 'charges', collections.charges),
  gatewayEvents: await openDatafile(folder, 'gatewayEvents', collections.gatewayEvents),
  requests: await openDatafile(folder, 'requests', collections.requests),
  visits: await openDatafile(folder, 'visits', collections.visits),
  secrets: await openDatafile(folder, 'secrets', collections.secrets),
  invoices: await openDatafile(folder, 'invoices', collections.invoices),
});

const embedded = (folder: string, datafiles: Datafiles, release: () => Promise<void>): Documents => {
  let closing: Promise<void> | undefined;
  const of = (collection: CollectionName): Datafile => {
    if (closing !== undefined) throw new Error('The store is closed.');
    return datafiles[collection];
  };
  const timer = keepCompact(Object.values(datafiles));
  const journal = openAuditFiles(folder);
  const close = async (): Promise<void> => {
    clearInterval(timer);
    await Promise.all(Object.values(datafiles).map(datafile => datafile.close()));
    await journal.close();
    await release();
  };
  return {
    journal,
    get: async (collection, id) => {
      const [row] = await of(collection).rows.findAsync({ _id: id });
      return row && toDocument(row);
    },
    insert: async (collection, document) => insert(of(collection), document),
    replace: async (collection, document, expected) =>
      of(collection).write(async rows => {
        const query = { _id: document._id, version: expected };
        const isReplaced = (await rows.updateAsync(query, toRow(document), {})).numAffected === 1;
        if (isReplaced) arrange(of(collection), document);
        return isReplaced;
      }),
    find: async (collection, query) => {
      const datafile = of(collection);
      const [field, ...others] = Object.keys(query.sort ?? {});
      const order = others.length === 0 && field !== undefined ? datafile.orders.get(field) : undefined;
      return order && query.sort?.[field ?? ''] === 1 ? inOrder(datafile, order, query) : sorted(datafile, query);
    },
    ready: async () => {
      if (closing !== undefined) throw new Error('The store is closed.');
      await access(folder, constants.W_OK);
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
};

const sorted = async ({ rows }: Datafile, { filter, sort, limit }: Find): Promise<readonly StoredDocument[]> => {
  const matching = rows.findAsync(toQuery(filter));
  const inOrderOf = sort ? matching.sort(sort) : matching;
  return (await (limit === undefined ? inOrderOf : inOrderOf.limit(limit))).map(toDocument);
};

const inOrder = async (
  { rows }: Datafile,
  order: Order,
  { filter, limit, withoutState }: Find,
): Promise<readonly StoredDocument[]> => {
  const found = order.first(filter, limit);
  if (withoutState) return found;
  const ids = found.map(({ _id }) => _id);
  const documents = new Map((await rows.findAsync({ _id: { $in: ids } })).map(row => [row._id, row]));
  return ids.flatMap(id => documents.get(id) ?? []).map(toDocument);
};

const toQuery = (filter: Find['filter']): Record<string, unknown> => ({ ...filter });

const arrange = ({ orders }: Datafile, document: StoredDocument): void => {
  for (const order of orders.values()) order.put(fieldsOf(document));
};

const keepCompact = (datafiles: readonly Datafile[]): NodeJS.Timeout => {
  const timer = setInterval(() => {
    // A file that could not be rewritten is as good as before and is tried again the next time.
    for (const datafile of datafiles) datafile.compact().catch(() => undefined);
  }, COMPACTION_CHECK_MS);
  return timer.unref();
};

const insert = (datafile: Datafile, document: StoredDocument): Promise<Inserted> =>
  datafile.write(async rows => {
    try {
      await rows.insertAsync(toRow(document));
      arrange(datafile, document);
      return 'inserted';
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return (await rows.countAsync({ _id: document._id })) > 0 ? 'duplicate_id' : 'duplicate_key';
    }
  });

const isUniqueViolation = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errorType' in error && error.errorType === 'uniqueViolated';

const toRow = ({ state, ...fields }: StoredDocument): Row => ({ ...fields, state: toText(state) });

const toDocument = (row: Row): StoredDocument => ({ ...row, state: JSON.parse(row.state) });

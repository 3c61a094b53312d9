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

type Datafiles = ReadonlyMap<string, Datafile>;

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

/** All at once: most of the time goes into waiting for the disk. One that fails is told of when no other is still at it. */
const openDatafiles = async (folder: string): Promise<Datafiles> => {
  const opening = Object.entries(collections).map(
    async ([name, indexes]) => [name, await openDatafile(folder, name, indexes)] as const,
  );
  await Promise.allSettled(opening);
  return new Map(await Promise.all(opening));
};

const embedded = (folder: string, datafiles: Datafiles, release: () => Promise<void>): Documents => {
  let closing: Promise<void> | undefined;
  const of = (collection: CollectionName): Datafile => {
    const datafile = closing === undefined ? datafiles.get(collection) : undefined;
    if (!datafile) throw new Error('The store is closed.');
    return datafile;
  };
  const timer = keepCompact([...datafiles.values()]);
  const journal = openAuditFiles(folder);
  const close = async (): Promise<void> => {
    clearInterval(timer);
    await Promise.all([...datafiles.values()].map(datafile => datafile.close()));
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

const sorted = async ({ rows }: Datafile, { sort, limit, ...find }: Find): Promise<readonly StoredDocument[]> => {
  const matching = rows.findAsync(toQuery(find));
  const inOrderOf = sort ? matching.sort(sort) : matching;
  return (await (limit === undefined ? inOrderOf : inOrderOf.limit(limit))).map(toDocument);
};

const inOrder = async (
  { rows }: Datafile,
  order: Order,
  { limit, withoutState, ...find }: Find,
): Promise<readonly StoredDocument[]> => {
  const found = order.first(find, limit);
  if (withoutState) return found;
  const ids = found.map(({ _id }) => _id);
  const documents = new Map((await rows.findAsync({ _id: { $in: ids } })).map(row => [row._id, row]));
  return ids.flatMap(id => documents.get(id) ?? []).map(toDocument);
};

const toQuery = ({ filter, either }: Pick<Find, 'filter' | 'either'>): Record<string, unknown> => ({
  ...filter,
  ...(either && { $or: either }),
});

const arrange = ({ orders }: Datafile, document: StoredDocument): void => {
  if (orders.size === 0) return;
  const fields = fieldsOf(document);
  for (const order of orders.values()) order.put(fields);
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

const toRow = (document: StoredDocument): Row => ({ ...document, state: toText(document.state) });

const toDocument = (row: Row): StoredDocument => ({ ...row, state: JSON.parse(row.state) });

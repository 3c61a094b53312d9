import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import Datastore from '@seald-io/nedb';
import { type Appender, createAppender } from './appender';
import type { Index, StoredDocument } from './documents';
import { createOrder, fieldsOf, type Order } from './order';

/** Rewriting a file is worth it from this size on, and when it has doubled since the last time. */
const WORTH_COMPACTING_BYTES = 1_048_576;

/** One collection as NeDB holds it: the state as JSON text, so that no key in it can be mistaken for an operator. */
export interface Row extends StoredDocument {
  readonly state: string;
}

/** One collection in one append-only file. */
export interface Datafile {
  /** Runs `task` when the writes before it are done. After a throw it is unknown whether its write has happened. */
  write<T>(task: (rows: Datastore<Row>) => Promise<T>): Promise<T>;
  readonly rows: Datastore<Row>;
  /** By the field they are in the order of. */
  readonly orders: ReadonlyMap<string, Order>;
  /** Rewrites the file without what is outdated, if that is worth it. */
  compact(): Promise<void>;
  /** Lets go of the file once all writes are done. */
  close(): Promise<void>;
}

/**
 * Opens or creates the file. The last line may be half written (the process was killed in the middle of a write that
 * nobody was told had succeeded) and is cut off; any other unreadable line throws, and the file is left as it is.
 */
export const openDatafile = async (folder: string, name: string, indexes: readonly Index[]): Promise<Datafile> => {
  const filename = join(folder, `${name}.jsonl`);
  await cutHalfLine(filename);
  const rows = new Datastore<Row>({
    filename,
    corruptAlertThreshold: 0,
    modes: { fileMode: 0o600, dirMode: 0o700 },
    afterSerialization: escapeLineBreaks,
    beforeDeserialization: line => line,
  });
  await rows.loadDatabaseAsync().catch((cause: unknown) => {
    throw new Error(`The data file ${filename} cannot be read; it was left as it is.`, { cause });
  });
  const orders = new Map<string, Order>();
  for (const { fields, unique, sparse, ordered } of indexes) {
    const [fieldName = '_id'] = fields;
    if (ordered) orders.set(fieldName, createOrder(fieldName, rows.getAllData().map(fieldsOf)));
    else await rows.ensureIndexAsync({ fieldName, unique: unique ?? false, sparse: sparse ?? false });
  }
  return withQueue({ filename, rows, orders }, (await stat(filename)).size);
};

/** NeDB reads these as the end of a line, but JSON leaves them as they are: a text with one in it would be torn. */
const escapeLineBreaks = (line: string): string =>
  line.replace(/[\u0085\u2028\u2029]/g, found => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * NeDB opens, appends to and closes its file for each write, and begins no other before. Here it only hands its lines
 * over, so that writes that come together go to the file together; each still waits for its own.
 */
const handLinesTo = (appender: Appender, { persistence }: Datastore<Row>): void => {
  const hand = (documents: readonly object[]): Promise<void> => {
    const lines = documents.map(document => `${escapeLineBreaks(JSON.stringify(document))}\n`);
    if (lines.length > 0) appender.add(lines.join(''));
    return Promise.resolve();
  };
  if (!Reflect.set(persistence, 'persistNewStateAsync', hand)) throw new Error('NeDB keeps its writing to itself');
};

const withQueue = (
  { filename, rows, orders }: Pick<Datafile, 'rows' | 'orders'> & { readonly filename: string },
  compactedSize: number,
): Datafile => {
  const appender = createAppender(filename);
  handLinesTo(appender, rows);
  let last: Promise<unknown> = Promise.resolve();
  let damaged = false;
  let compacted = compactedSize;
  const rewrite = async (): Promise<void> => {
    await appender.release();
    await rows.compactDatafileAsync();
    damaged = false;
    compacted = (await stat(filename)).size;
  };
  const queued = <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
  return {
    rows,
    orders,
    write: async task => {
      try {
        const { answer, written } = await queued(async () => {
          if (damaged) await rewrite();
          return { answer: await task(rows), written: appender.written() };
        });
        await written;
        return answer;
      } catch (error) {
        damaged = true;
        throw error;
      }
    },
    compact: () =>
      queued(async () => {
        const { size } = await stat(filename);
        if (damaged || size > Math.max(WORTH_COMPACTING_BYTES, 2 * compacted)) await rewrite();
      }),
    close: async () => {
      await last;
      await appender.release();
    },
  };
};

const NEW_LINE = 0x0a;

const cutHalfLine = async (filename: string): Promise<void> => {
  const file = await open(filename, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const end = await endOfLastLine(file, size);
    if (end < size) await file.truncate(end);
  } finally {
    await file.close();
  }
};

/** Lines may be megabytes long, so the end is looked for backwards, a block at a time. */
const endOfLastLine = async (file: Awaited<ReturnType<typeof open>>, size: number): Promise<number> => {
  const block = Buffer.alloc(65_536);
  for (let end = size; end > 0; end -= block.length) {
    const start = Math.max(0, end - block.length);
    const { bytesRead } = await file.read(block, 0, end - start, start);
    const found = block.subarray(0, bytesRead).lastIndexOf(NEW_LINE);
    if (found >= 0) return start + found + 1;
  }
  return 0;
};

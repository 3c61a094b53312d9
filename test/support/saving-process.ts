import { writeSync } from 'node:fs';
import type { Documents } from '../../domain/store/documents';
import { openEmbeddedStore } from '../../domain/store/embedded';
import { openMongoStore } from '../../domain/store/mongo';
import { NEW, type Store } from '../../domain/store/port';
import { createStore } from '../../domain/store/store';
import { invoiceOf, recordOf, START } from './records';

/** Where a saving process finds its store. */
export type Place = { readonly folder: string } | { readonly uri: string; readonly database: string };

export const WRITERS = ['one', 'two', 'three', 'four'] as const;

export const openPlace = (place: Place): Promise<Documents> =>
  'folder' in place ? openEmbeddedStore(place) : openMongoStore(place);

/** The version of a subscription decides everything else in it, so that a torn or mixed-up one is recognised. */
export const recordOfVersion = (id: string, version: number): ReturnType<typeof recordOf> =>
  recordOf({
    id,
    total: version,
    assignments: Array.from({ length: 100 + (version % 100) }, (_, index) => ({
      personId: `person-${index}`,
      at: START + version,
      operationId: `operation-${version}`,
    })),
  });

/** Promises on standard output what has been acknowledged: a line `subscription ID VERSION` or `invoice NUMBER`. */
const promise = (line: string): void => {
  writeSync(1, `${line}\n`);
};

const saveForEver = async (store: Store, id: string): Promise<void> => {
  let version = (await store.subscriptions.load('contoso', id))?.version ?? NEW;
  for (;;) {
    const saved = await store.subscriptions.save(recordOfVersion(id, version + 1), version);
    if (!saved) throw new Error(`somebody else saves ${id}`);
    version += 1;
    promise(`subscription ${id} ${version}`);
    const number = `${id}-${version}`;
    if ((await store.invoices.add(invoiceOf({ id: number, number }))) === 'added') promise(`invoice ${number}`);
  }
};

/** Saves until it is killed, or until the store throws. */
const main = async (place: Place): Promise<void> => {
  promise('started');
  const store = createStore(await openPlace(place));
  await Promise.all(WRITERS.map(id => saveForEver(store, id)));
};

if (require.main === module) {
  main(JSON.parse(process.argv[2] ?? '{}')).catch(() => process.exit(1));
}

import type { MongoServer } from './mongo-server';

/** What the start of a jest run leaves for its end; the two are loaded apart from each other. */
const run: typeof globalThis & { sharedMongo?: { server?: MongoServer } } = globalThis;
run.sharedMongo ??= {};
export const shared = run.sharedMongo;

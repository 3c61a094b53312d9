import { canStartMongo, startMongo, URI_VARIABLE } from './mongo-server';
import { shared } from './shared-mongo';

/** Before a jest run (which takes a default export): one server for all test files, unless one is named. */
export default async (): Promise<void> => {
  if (process.env[URI_VARIABLE] !== undefined || !canStartMongo()) return;
  shared.server = await startMongo();
  process.env[URI_VARIABLE] = shared.server.uri;
};

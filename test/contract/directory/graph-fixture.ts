import { createGraphDirectory } from '../../../domain/directory/graph';
import { readPeopleFile } from '../../../domain/directory/local';
import demo from '../../../domain/directory/people.json';
import type { Directory } from '../../../domain/directory/port';
import type { Instant } from '../../../domain/shared/instant';
import { CLIENT, type GraphUser, graphUserOf, startGraphServer, TENANT } from '../../support/graph-server';

export const ANA = '10000000-0000-4000-8000-000000000010';
export const BOB = '10000000-0000-4000-8000-000000000012';
export const NOBODY = '10000000-0000-4000-8000-00000000ffff';
export const TIMEOUT = 400;

/** A directory over a Graph that knows the demo people and some others, with a clock that the test moves. */
export const openGraph = async (others: readonly GraphUser[] = []) => {
  const server = await startGraphServer([...readPeopleFile(demo).people.map(graphUserOf), ...others]);
  const clock: { now: Instant } = { now: Date.UTC(2026, 10, 24) };
  const open = (timeoutMs: number = TIMEOUT, clientSecret: string = CLIENT.clientSecret): Directory =>
    createGraphDirectory({
      ...CLIENT,
      clientSecret,
      tenantId: TENANT,
      loginBase: `${server.loginBase}/`,
      graphBase: server.graphBase,
      now: () => clock.now,
      timeoutMs,
    });
  return { server, clock, open, directory: open() };
};

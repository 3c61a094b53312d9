import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { MongoClient } from 'mongodb';

/** Names a server that is there already, for the whole run. */
export const URI_VARIABLE = 'MONGODB_TEST_URI';

const PROGRAM = 'secantusd-py';
const READY_WITHIN_MS = 20_000;
const STOP_WITHIN_MS = 5_000;

/** A server of our own in a temporary folder. */
export interface MongoServer {
  readonly uri: string;
  /** As a crash would end it: SIGKILL, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts it again on the same folder and port. */
  restart(): Promise<void>;
  /** Ends it and removes the folder. */
  stop(): Promise<void>;
}

/** Whether a server of our own can be started. */
export const canStartMongo = (): boolean => foldersOfPrograms().some(folder => isExecutable(join(folder, PROGRAM)));

/** Whether tests over MongoDB can run at all: on the server named in `MONGODB_TEST_URI`, or on one of our own. */
export const mongoAvailable = (): boolean => process.env[URI_VARIABLE] !== undefined || canStartMongo();

/** Starts a server and resolves when it answers. */
export const startMongo = async (): Promise<MongoServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'mongo-'));
  const port = await freePort();
  const uri = `mongodb://127.0.0.1:${port}`;
  let server = await launch(folder, port, uri);
  return {
    uri,
    kill: () => end(server, 'SIGKILL'),
    restart: async () => {
      server = await launch(folder, port, uri);
    },
    stop: async () => {
      await end(server, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const foldersOfPrograms = (): readonly string[] => {
  const { PATH = '' } = process.env;
  return PATH.split(delimiter);
};

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A port that nobody listens on at the moment. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
};

const launch = async (folder: string, port: number, uri: string): Promise<ChildProcess> => {
  const place = ['--host', '127.0.0.1', '--port', String(port), '--storage-path', folder];
  const server = spawn(PROGRAM, [...place, '--log-level', 'WARNING', '--sync-on-commit'], { stdio: 'ignore' });
  const atExit = (): boolean => server.kill('SIGKILL');
  process.once('exit', atExit);
  server.once('exit', () => process.removeListener('exit', atExit));
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: READY_WITHIN_MS });
  try {
    await client.connect();
    await client.db('admin').command({ ping: 1 });
  } catch (error) {
    await end(server, 'SIGKILL');
    throw error;
  } finally {
    await client.close();
  }
  return server;
};

const end = async (server: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill(signal);
  const last = setTimeout(() => server.kill('SIGKILL'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(last);
};

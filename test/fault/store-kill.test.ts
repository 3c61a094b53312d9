import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createStore } from '../../domain/store/store';
import { type MongoServer, startMongo } from '../support/mongo-server';
import { openPlace, type Place, recordOfVersion, WRITERS } from '../support/saving-process';
import { onOwnMongo } from '../support/stores';

/** More of them where there is time for it. */
const KILLS = Number(process.env['KILLS'] ?? 8);
const SERVER_KILLS = 5;
/** A kill comes after this many promises at most; 0 is while the store is being opened. */
const PROMISES = 60;

type Saver = ChildProcessByStdio<null, Readable, null>;

const startSaver = (place: Place): Saver => {
  const support = join(__dirname, '..', 'support');
  const program = [join(support, 'ts-hook.cjs'), join(support, 'saving-process.ts'), JSON.stringify(place)];
  return spawn(process.execPath, ['--require', ...program], { stdio: ['ignore', 'pipe', 'ignore'] });
};

/** What a saving process promised until its end, which `kill` brings about after a random number of promises. */
const promisesUntil = async (saver: Saver, kill: () => unknown): Promise<readonly string[]> => {
  const ended = once(saver, 'exit');
  const lines: string[] = [];
  const killAt = randomInt(1, PROMISES + 1);
  try {
    for await (const line of createInterface({ input: saver.stdout })) {
      lines.push(line);
      if (lines.length === killAt) kill();
    }
  } finally {
    saver.kill('SIGKILL');
  }
  await ended;
  if (lines.length < killAt) throw new Error('the saving process ended by itself');
  return lines;
};

/** Opens the store anew and looks for everything that was promised. */
const expectKept = async (place: Place, promises: readonly string[]): Promise<void> => {
  const store = createStore(await openPlace(place));
  try {
    for (const id of WRITERS) {
      const versions = promises.filter(line => line.startsWith(`subscription ${id} `)).map(line => line.split(' ')[2]);
      const promised = Math.max(0, ...versions.map(Number));
      const loaded = await store.subscriptions.load('contoso', id);
      expect(loaded?.version ?? 0).toBeGreaterThanOrEqual(promised);
      if (loaded) expect(loaded.state).toEqual(recordOfVersion(id, loaded.version));
    }
    for (const number of promises.filter(line => line.startsWith('invoice ')).map(line => line.slice(8))) {
      expect(await store.invoices.byNumber('contoso', 'alex', number)).toMatchObject({ number });
    }
  } finally {
    await store.close();
  }
};

const killSavers = async (place: Place): Promise<void> => {
  const promises: string[] = [];
  for (let kills = 0; kills < KILLS; kills += 1) {
    const saver = startSaver(place);
    promises.push(...(await promisesUntil(saver, () => saver.kill('SIGKILL'))));
    await expectKept(place, promises);
  }
  expect(promises.length).toBeGreaterThan(2 * KILLS);
};

describe('on the embedded store', () => {
  test(`nothing acknowledged is lost when the process is killed, ${KILLS} times over`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kill-'));
    try {
      await killSavers({ folder });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);
});

onOwnMongo(() => {
  let server: MongoServer;

  beforeAll(async () => {
    server = await startMongo();
  }, 30_000);
  afterAll(() => server.stop());

  test(`nothing acknowledged is lost when the process is killed, ${KILLS} times over`, async () => {
    await killSavers({ uri: server.uri, database: 'process_killed' });
  }, 120_000);

  test(`nothing acknowledged is lost when the server is killed, ${SERVER_KILLS} times over`, async () => {
    const place = { uri: server.uri, database: 'server_killed' };
    const promises: string[] = [];
    for (let kills = 0; kills < SERVER_KILLS; kills += 1) {
      let killed: Promise<void> | undefined;
      const saver = startSaver(place);
      promises.push(
        ...(await promisesUntil(saver, () => {
          killed = server.kill();
        })),
      );
      await killed;
      await server.restart();
      await expectKept(place, promises);
    }
  }, 120_000);
});

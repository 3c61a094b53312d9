import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../../domain/store/embedded';
import { NEW, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { recordOf } from '../../support/records';

describe('the folder of the embedded store', () => {
  let parent: string;
  let folder: string;
  const opened: Store[] = [];

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'folder-'));
    folder = join(parent, 'deep', 'data');
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(store => store.close()));
    await rm(parent, { recursive: true, force: true });
  });

  const open = async (): Promise<Store> => {
    const store = createStore(await openEmbeddedStore({ folder }));
    opened.push(store);
    return store;
  };

  const laidDown = async (...ids: readonly string[]): Promise<void> => {
    const store = await open();
    for (const id of ids) await store.subscriptions.save(recordOf({ id }), NEW);
    await store.close();
  };

  /** As the lock file has it: clock ticks from boot to the start of the process, 0 where the system does not tell. */
  const startOf = async (pid: number | undefined): Promise<string> => {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  };

  const subscriptionsFile = (): string => join(folder, 'subscriptions.jsonl');

  test('is created when missing, and nobody else may look into it', async () => {
    await laidDown('first');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const file of await readdir(folder)) expect((await stat(join(folder, file))).mode & 0o077).toBe(0);
  });

  describe('used twice', () => {
    test('is refused to a second opening, with its name, and free again after closing', async () => {
      const first = await open();
      await expect(open()).rejects.toThrow(`The data folder ${folder} is in use by process ${process.pid}`);
      expect(await first.subscriptions.save(recordOf(), NEW)).toBe(true);
      await first.close();
      const second = await open();
      expect(await second.subscriptions.load('contoso', 'sub-1')).toBeDefined();
    });

    test('of ten openings at once, one gets it', async () => {
      const openings = await Promise.allSettled(Array.from({ length: 10 }, open));
      expect(openings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    test('is refused while another process that holds it lives, and taken over when that one is gone', async () => {
      await laidDown('before');
      const other = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
      await once(other, 'spawn');
      try {
        await writeFile(join(folder, 'lock'), `${other.pid} ${await startOf(other.pid)}`);
        await expect(open()).rejects.toThrow(`in use by process ${other.pid}`);
      } finally {
        other.kill('SIGKILL');
      }
      await once(other, 'exit');
      expect(await (await open()).subscriptions.load('contoso', 'before')).toBeDefined();
    });

    test.each([
      ['of a process whose pid now belongs to another', `${process.ppid} 1`],
      ['of an earlier process of our own pid', `${process.pid} 1`],
      ['that says nothing', ''],
    ])('a lock %s is taken over', async (_, content) => {
      await laidDown('before');
      await writeFile(join(folder, 'lock'), content);
      expect(await (await open()).subscriptions.load('contoso', 'before')).toBeDefined();
    });
  });

  describe('with a damaged file', () => {
    test('opens when the last line is half written, without that line', async () => {
      await laidDown('first', 'second');
      const written = await readFile(subscriptionsFile());
      const store = await open();
      await store.subscriptions.save(recordOf({ id: '三' }), NEW);
      await store.close();
      const whole = await readFile(subscriptionsFile());
      for (const cut of [1, 2, 100, whole.length - written.length - 1]) {
        await writeFile(subscriptionsFile(), whole.subarray(0, whole.length - cut));
        const reopened = await open();
        expect(await reopened.subscriptions.load('contoso', '三')).toBeUndefined();
        expect(await reopened.subscriptions.load('contoso', 'first')).toBeDefined();
        expect(await reopened.subscriptions.load('contoso', 'second')).toBeDefined();
        expect(await reopened.subscriptions.save(recordOf({ id: '三' }), NEW)).toBe(true);
        await reopened.close();
        const again = await open();
        expect(await again.subscriptions.load('contoso', '三')).toBeDefined();
        await again.close();
      }
    });

    test('opens when a very long last line is half written', async () => {
      await laidDown('first');
      await appendFile(subscriptionsFile(), `{"_id":"${'x'.repeat(300_000)}`);
      expect(await (await open()).subscriptions.load('contoso', 'first')).toBeDefined();
    });

    test('does not open when a line before the last is damaged, and leaves the file as it is', async () => {
      await laidDown('first', 'second');
      const damaged = (await readFile(subscriptionsFile(), 'utf8')).replace('{', '?');
      await writeFile(subscriptionsFile(), damaged);
      await expect(open()).rejects.toThrow(`The data file ${subscriptionsFile()} cannot be read`);
      expect(await readFile(subscriptionsFile(), 'utf8')).toBe(damaged);
    });

    test('is not left locked by an opening that failed', async () => {
      await laidDown('first');
      const whole = await readFile(subscriptionsFile(), 'utf8');
      await writeFile(subscriptionsFile(), `garbage\n${whole}`);
      await expect(open()).rejects.toThrow('cannot be read');
      await writeFile(subscriptionsFile(), whole);
      expect(await (await open()).subscriptions.load('contoso', 'first')).toBeDefined();
    });
  });

  test('is rid of outdated lines by the next start', async () => {
    const store = await open();
    await store.subscriptions.save(recordOf(), NEW);
    for (let version = 1; version < 50; version += 1) await store.subscriptions.save(recordOf(), version);
    await store.close();
    const before = (await stat(subscriptionsFile())).size;
    const reopened = await open();
    expect((await stat(subscriptionsFile())).size).toBeLessThan(before / 10);
    expect((await reopened.subscriptions.load('contoso', 'sub-1'))?.version).toBe(50);
  });

  test('that vanishes makes writes and readiness fail; when it is back nothing acknowledged is missing', async () => {
    const store = await open();
    await store.subscriptions.save(recordOf({ id: 'before' }), NEW);
    const away = join(parent, 'away');
    await rename(folder, away);
    await expect(store.ready()).rejects.toThrow('ENOENT');
    await expect(store.subscriptions.save(recordOf({ id: 'while away' }), NEW)).rejects.toThrow('ENOENT');
    await expect(store.subscriptions.save(recordOf({ id: 'while away too' }), NEW)).rejects.toThrow('ENOENT');
    await rename(away, folder);

    await store.ready();
    expect(await store.subscriptions.save(recordOf({ id: 'after' }), NEW)).toBe(true);
    const seen = await store.subscriptions.load('contoso', 'while away');
    await store.close();
    const reopened = await open();
    expect(await reopened.subscriptions.load('contoso', 'before')).toBeDefined();
    expect(await reopened.subscriptions.load('contoso', 'after')).toBeDefined();
    expect(await reopened.subscriptions.load('contoso', 'while away')).toEqual(seen);
  });

  test('holds every write that was begun before closing, and takes none afterwards', async () => {
    const store = await open();
    const saves = Array.from({ length: 50 }, (_, index) =>
      store.subscriptions.save(recordOf({ id: `s${index}`, purchasedAt: index }), NEW),
    );
    await store.close();
    expect(await Promise.all(saves)).not.toContain(false);
    await expect(store.subscriptions.save(recordOf({ id: 'late' }), NEW)).rejects.toThrow('closed');
    await expect(store.subscriptions.load('contoso', 's1')).rejects.toThrow('closed');
    await expect(store.ready()).rejects.toThrow('closed');
    await expect(store.close()).resolves.toBeUndefined();
    expect(await (await open()).subscriptions.ofPurchaser('contoso', 'alex')).toHaveLength(50);
  });

  test('that is a file is refused', async () => {
    await mkdir(join(parent, 'deep'));
    await writeFile(folder, '');
    await expect(open()).rejects.toThrow(folder);
  });
});

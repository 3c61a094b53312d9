import { randomUUID } from 'node:crypto';
import { link, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders this very process has open: its own pid in a lock file tells nothing about them. */
const openHere = new Set<string>();

/**
 * Claims `folder`, which must exist, for this process and resolves to the release. A lock whose process is gone is
 * taken over. Throws when a living process (this one included) has the folder open. Processes of other machines and
 * containers are not seen: a folder must not be shared with them.
 */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  const path = await realpath(folder);
  if (openHere.has(path)) throw inUse(folder, process.pid);
  openHere.add(path);
  const file = join(path, 'lock');
  const mine = `${process.pid} ${await startOf(process.pid)}`;
  try {
    await claim(folder, file, mine);
  } catch (error) {
    openHere.delete(path);
    throw error;
  }
  return async () => {
    if ((await contentOf(file)) === mine) await rm(file, { force: true });
    openHere.delete(path);
  };
};

const inUse = (folder: string, pid: number): Error =>
  new Error(`The data folder ${folder} is in use by process ${pid}; only one process may use a data folder.`);

const claim = async (folder: string, file: string, mine: string): Promise<void> => {
  const prepared = `${file}.${randomUUID()}`;
  await writeFile(prepared, mine, { mode: 0o600 });
  try {
    while (!(await linked(prepared, file))) {
      const found = await contentOf(file);
      if (found === undefined) continue;
      const pid = await ownerOf(found);
      if (pid !== undefined) throw inUse(folder, pid);
      await setAside(file, found);
    }
  } finally {
    await rm(prepared, { force: true });
  }
};

/** Linking makes the lock appear with its content in one step, and only for one of those who try. */
const linked = (from: string, to: string): Promise<boolean> => unless('EEXIST', link(from, to));

/** Removes the lock that was judged stale; a lock that somebody else put there meanwhile is put back. */
const setAside = async (file: string, stale: string): Promise<void> => {
  const aside = `${file}.${randomUUID()}`;
  if (!(await unless('ENOENT', rename(file, aside)))) return;
  if ((await contentOf(aside)) !== stale) await linked(aside, file);
  await rm(aside, { force: true });
};

/** The process that holds the lock, if it lives. Pids are given anew, so the start of the process must fit as well. */
const ownerOf = async (content: string): Promise<number | undefined> => {
  const [pid = Number.NaN, start] = content.split(' ').map(Number);
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid || !isAlive(pid)) return undefined;
  return (await startOf(pid)) === start ? pid : undefined;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
};

/** When a process started, in clock ticks since boot, where the system tells (Linux); 0 elsewhere. */
const startOf = async (pid: number): Promise<number> => {
  const stat = (await contentOf(`/proc/${pid}/stat`)) ?? '';
  const afterName = stat.slice(stat.lastIndexOf(')') + 2);
  return Number(afterName.split(' ')[19] ?? 0);
};

const contentOf = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return undefined;
    throw error;
  });

const unless = async (code: string, attempt: Promise<unknown>): Promise<boolean> => {
  try {
    await attempt;
    return true;
  } catch (error) {
    if (hasCode(error, code)) return false;
    throw error;
  }
};

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

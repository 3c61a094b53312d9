import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { talkTo } from './bot';

type Talk = ReturnType<typeof talkTo>;

/** The bot as a process of its own, as in production, that can be ended as processes are. */
export interface BotProcess extends Talk {
  readonly pid: number | undefined;
  /** Ends it with a signal; resolves to its exit code, or the signal when that killed it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
}

const ROOT = join(__dirname, '..', '..');
const HOOK = join(__dirname, 'ts-hook.cjs');

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** The sources as they are, or what was built of them where a test says so. */
const program = (): readonly string[] =>
  process.env['BOT_DIST'] === '1'
    ? [join(ROOT, 'dist', 'bot', 'main.js')]
    : ['--require', HOOK, join(ROOT, 'bot', 'main.ts')];

/** Only what a test sets reaches the bot: nothing of the environment the tests run in but the path. */
export const spawnBot = (env: Readonly<Record<string, string>>): Child =>
  spawn(process.execPath, ['--no-deprecation', ...program()], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Resolves once it listens, on a port of its own choosing; rejects with what it said when it ends before. */
export const startBotProcess = async (env: Readonly<Record<string, string>>): Promise<BotProcess> => {
  const child = spawnBot({ PORT: '0', LOG_LEVEL: 'info', RATE_LIMIT: '0', ...env });
  const exited = once(child, 'exit');
  const port = await portOf(child);
  return {
    ...talkTo(`http://127.0.0.1:${port}`),
    pid: child.pid,
    end: async signal => {
      child.kill(signal);
      const [code, killedBy] = await exited;
      return code ?? killedBy;
    },
  };
};

const portOf = (child: Child): Promise<number> =>
  new Promise((resolve, reject) => {
    const said: string[] = [];
    child.stderr.on('data', data => said.push(String(data)));
    child.once('exit', code => reject(new Error(`the bot ended with ${code}: ${said.join('')}`)));
    createInterface(child.stdout).on('line', line => {
      const port = /"port":(\d+)/.exec(line)?.[1];
      if (port) resolve(Number(port));
    });
  });

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import autocannon from 'autocannon';
import { TENANT } from '../support/bot';
import { mailOf } from '../support/crowd';

export const ROOT = join(__dirname, '..', '..');
const CONNECTIONS = 16;
const MIB = 1_024;

export interface Started {
  readonly url: string;
  /** From the start of the process until it takes requests, in milliseconds. */
  readonly startMs: number;
  /** Resident memory in MiB; the most there was, where that is asked for. Linux only, else 0. */
  memory(which?: 'VmRSS' | 'VmHWM'): Promise<number>;
  end(): Promise<void>;
}

/** A program as a process of its own, once it has told its port. */
export const start = async (program: readonly string[], env: Readonly<Record<string, string>>): Promise<Started> => {
  const from = performance.now();
  const child: ChildProcessByStdio<null, Readable, null> = spawn(process.execPath, ['--no-deprecation', ...program], {
    ...{ cwd: ROOT, env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'test', ...env } },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('it did not start')));
    createInterface(child.stdout).on('line', line => {
      const told = /"port":(\d+)/.exec(line)?.[1];
      if (told) resolve(told);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    startMs: performance.now() - from,
    memory: async (which = 'VmRSS') => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      return Number(new RegExp(`${which}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / MIB;
    },
    end: async () => {
      child.kill();
      await exited;
    },
  };
};

export const startBot = (env: Readonly<Record<string, string>>): Promise<Started> =>
  start([join(ROOT, 'dist/bot/main.js')], { PORT: '0', RATE_LIMIT: '0', LOG_LEVEL: 'info', ...env });

/** What `crowd` people say in turn, each with one subscription; nobody's grows beyond what a team has. */
export const texts = {
  list: () => 'my subscriptions',
  show: () => 'show Visio Plan 2',
  assign: (turn: number, crowd: number) =>
    `assign Visio Plan 2 to ${mailOf((turn + 1 + Math.floor(turn / crowd)) % crowd)}`,
  /** A durable change that nobody else is told of. */
  recurring: (turn: number, crowd: number) =>
    `turn ${Math.floor(turn / crowd) % 2 === 0 ? 'off' : 'on'} recurring billing for Visio Plan 2`,
  echo: () => 'hello',
} as const;

let activities = 0;

const bodyOf = (text: (typeof texts)[keyof typeof texts], crowd: number): string => {
  activities += 1;
  const purchaser = `person-${activities % crowd}`;
  return JSON.stringify({
    ...{ type: 'message', id: `a${activities}`, text: text(activities, crowd), channelId: 'msteams' },
    ...{ deliveryMode: 'expectReplies', locale: 'en-US', serviceUrl: 'http://127.0.0.1:9/' },
    from: { id: purchaser, name: purchaser, aadObjectId: purchaser },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: `chat-of-${purchaser}`, conversationType: 'personal', tenantId: TENANT },
  });
};

/** Turns a second for some seconds. Throws when one of them fails. */
export const turnsPerSecond = async (
  { url }: Started,
  kind: keyof typeof texts,
  crowd: number,
  seconds: number,
): Promise<number> => {
  const result = await autocannon({
    ...{ url: `${url}/api/messages`, method: 'POST', connections: CONNECTIONS, duration: seconds },
    requests: [
      {
        headers: { 'content-type': 'application/json' },
        setupRequest: request => ({ ...request, body: bodyOf(texts[kind], crowd) }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx + result.errors} turns failed`);
  return result['2xx'] / result.duration;
};

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

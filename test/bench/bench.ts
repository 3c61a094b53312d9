import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import autocannon from 'autocannon';
import { NEW } from '../../domain/store/port';
import { createStore } from '../../domain/store/store';
import { TENANT } from '../support/bot';
import { crowdSubscription, mailOf, writeCrowd } from '../support/crowd';
import { openPlace } from '../support/saving-process';

type Child = ChildProcessByStdio<null, Readable, null>;

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 16;
/** So many people, each with a subscription, speak in turn; nobody's subscription grows beyond what a team has. */
const CROWD = 2_000;
const LICENSES = 100;
const ROOT = join(__dirname, '..', '..');

/** What a turn may cost: at least this part of the baseline's turns a second. */
const cases = [
  { name: 'list', atLeast: 0.8, text: () => 'my subscriptions' },
  { name: 'show', atLeast: 0.8, text: () => 'show Visio Plan 2' },
  {
    name: 'assign (durable)',
    atLeast: 0.7,
    text: (turn: number) => `assign Visio Plan 2 to ${mailOf((turn + Math.floor(turn / CROWD)) % CROWD)}`,
  },
] as const;

const start = async (program: readonly string[], env: Readonly<Record<string, string>>): Promise<[Child, string]> => {
  const child = spawn(process.execPath, ['--no-deprecation', ...program], {
    ...{ cwd: ROOT, env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'test', ...env } },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    const port = /"port":(\d+)/.exec(line)?.[1];
    if (port) return [child, `http://127.0.0.1:${port}/api/messages`];
  }
  throw new Error('it did not start');
};

let activities = 0;
const bodyOf = (text: (turn: number) => string): string => {
  activities += 1;
  const purchaser = `person-${activities % CROWD}`;
  return JSON.stringify({
    ...{
      type: 'message',
      id: `a${activities}`,
      text: text(activities),
      channelId: 'msteams',
      deliveryMode: 'expectReplies',
      locale: 'en-US',
    },
    serviceUrl: 'http://127.0.0.1:9/',
    from: { id: purchaser, name: purchaser, aadObjectId: purchaser },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: `chat-of-${purchaser}`, conversationType: 'personal', tenantId: TENANT },
  });
};

const turnsPerSecond = async (url: string, text: (turn: number) => string): Promise<number> => {
  const result = await autocannon({
    ...{ url, method: 'POST', connections: CONNECTIONS, duration: SECONDS },
    requests: [
      {
        headers: { 'content-type': 'application/json' },
        setupRequest: request => ({ ...request, body: bodyOf(text) }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx + result.errors} turns failed`);
  return result['2xx'] / result.duration;
};

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

interface Result {
  readonly name: string;
  /** A second. */
  readonly turns: number;
  readonly echo: number;
  readonly ratio: number;
  readonly atLeast: number;
}

/** Each case in turn with the baseline, several rounds, so that a slow moment of the machine strikes both. */
const bench = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const people = await writeCrowd(folder, CROWD);
  const data = join(folder, 'data');
  const store = await openPlace({ folder: data });
  const { subscriptions } = createStore(store);
  for (let person = 0; person < CROWD; person++) await subscriptions.save(crowdSubscription(person, LICENSES), NEW);
  await store.close();
  const [echo, echoUrl] = await start(
    ['--require', join(__dirname, '../support/ts-hook.cjs'), join(__dirname, 'echo-bot.ts')],
    {},
  );
  const [bot, botUrl] = await start([join(ROOT, 'dist/bot/main.js')], {
    ...{ PORT: '0', DATA_DIR: data, PEOPLE_FILE: people, RATE_LIMIT: '0', LOG_LEVEL: 'info' },
  });
  try {
    const results: Result[] = [];
    for (const { name, atLeast, text } of cases) {
      const [ours, baseline]: [number[], number[]] = [[], []];
      await turnsPerSecond(botUrl, text);
      for (let round = 0; round < ROUNDS; round++) {
        baseline.push(await turnsPerSecond(echoUrl, () => 'hello'));
        ours.push(await turnsPerSecond(botUrl, text));
      }
      const ratio = median(ours.map((turns, round) => turns / (baseline[round] ?? 1)));
      results.push({ name, turns: Math.round(median(ours)), echo: Math.round(median(baseline)), ratio, atLeast });
      process.stdout.write(
        `${name.padEnd(18)} ${Math.round(median(ours))} turns/s, echo ${Math.round(median(baseline))}, ratio ${ratio.toFixed(2)} (at least ${atLeast})\n`,
      );
    }
    const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model };
    await writeFile(
      join(__dirname, 'results.json'),
      `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`,
    );
  } finally {
    echo.kill();
    bot.kill();
    await rm(folder, { recursive: true, force: true });
  }
};

void bench();

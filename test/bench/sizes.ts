import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addMonths, DAY } from '../../domain/shared/instant';
import { NEW, type SubscriptionRecord } from '../../domain/store/port';
import { createStore } from '../../domain/store/store';
import { ALEX, talkTo } from '../support/bot';
import { crowdSubscription, writeCrowd } from '../support/crowd';
import { canStartMongo, startMongo } from '../support/mongo-server';
import { openPlace, type Place } from '../support/saving-process';
import { median, type Started, startBot, turnsPerSecond } from './load';

const EMBEDDED = [100, 10_000, 100_000];
/** The server of the tests is slow to fill. */
const MONGO = [100, 2_000];
const KINDS = ['list', 'show', 'assign'] as const;
const [ROUNDS, SECONDS, WARM, ASKED] = [3, 2, 1, 7];
const LICENSES = 100;
const AT_ONCE = 500;
const SPREAD = 20 * DAY;

/** Bought over the last weeks, none of which is due for anything. */
const purchaseOf = (index: number, size: number): SubscriptionRecord => {
  const record = crowdSubscription(index, LICENSES);
  const at = record.subscription.purchasedAt - Math.floor((index / size) * SPREAD);
  const period = { purchasedAt: at, statusSince: at, countedFrom: at, periodStart: at, periodEnd: addMonths(at, 1) };
  return { ...record, subscription: { ...record.subscription, ...period } };
};

/** Through the store itself, not turn by turn; resolves to how many milliseconds it took. */
export const layPurchases = async (place: Place, size: number): Promise<number> => {
  const from = performance.now();
  const store = createStore(await openPlace(place));
  for (let first = 0; first < size; first += AT_ONCE) {
    const indexes = Array.from({ length: Math.min(AT_ONCE, size - first) }, (_, at) => first + at);
    await Promise.all(indexes.map(index => store.subscriptions.save(purchaseOf(index, size), NEW)));
  }
  await store.close();
  return performance.now() - from;
};

interface Sized {
  readonly size: number;
  readonly bot: Started;
  readonly fillMs: number;
}

const admin = { id: ALEX, name: 'Alex Wilber' };

/** Milliseconds of the median of several; the first does not count. */
const timed = async (ask: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  await ask();
  for (let round = 0; round < ASKED; round++) {
    const from = performance.now();
    await ask();
    times.push(performance.now() - from);
  }
  return median(times);
};

/** What an admin asks for, and what becomes of others while a file is written. */
const benchAdmin = async ({ bot, size }: Sized) => {
  const { say, press, post } = talkTo(bot.url);
  const first = await say('show all self-service purchases', admin);
  const filter = first.button('Filter');
  const filtered = (inputs: Readonly<Record<string, string>>) => () =>
    press(filter, { text: '', status: 'all', show: 'all', ...inputs }, admin);
  const pages = {
    firstPageMs: await timed(() => say('show all self-service purchases', admin)),
    personPageMs: await timed(filtered({ text: `person-${size - 1}` })),
    emptyPageMs: await timed(filtered({ status: 'expired' })),
    totalsMs: await timed(() => press(first.button('Totals'), {}, admin)),
  };
  const link = (await say("export the organisation's purchases as a file", admin)).link('Purchases (CSV)');
  const before = await bot.memory();
  const from = performance.now();
  let isOver = false;
  const exporting = fetch(link)
    .then(response => response.arrayBuffer())
    .finally(() => {
      isOver = true;
    });
  let longest = 0;
  let most = before;
  while (!isOver) {
    const asked = performance.now();
    await (await post({ type: 'message', text: 'help' }, { id: 'person-1' })).arrayBuffer();
    longest = Math.max(longest, performance.now() - asked);
    most = Math.max(most, await bot.memory());
    await pause(5);
  }
  const { byteLength } = await exporting;
  const exportMs = performance.now() - from;
  return { ...pages, exportMs, exportBytes: byteLength, exportMiB: most - before, longestTurnMeanwhileMs: longest };
};

const benchStore = async (name: string, bots: readonly Sized[]) => {
  const turns = new Map<string, number[]>();
  for (const kind of KINDS) {
    for (const { bot, size } of bots) await turnsPerSecond(bot, kind, size, WARM);
    for (let round = 0; round < ROUNDS; round++) {
      for (const { bot, size } of bots) {
        const key = `${kind} ${size}`;
        turns.set(key, [...(turns.get(key) ?? []), await turnsPerSecond(bot, kind, size, SECONDS)]);
      }
    }
  }
  const results = [];
  for (const sized of bots) {
    const { size, bot, fillMs } = sized;
    const perSecond = Object.fromEntries(
      KINDS.map(kind => [kind, Math.round(median(turns.get(`${kind} ${size}`) ?? []))]),
    );
    const mib = await bot.memory();
    results.push({ store: name, size, fillMs, startMs: bot.startMs, mib, ...perSecond, ...(await benchAdmin(sized)) });
  }
  return results;
};

const print = (results: readonly Readonly<Record<string, string | number>>[]): void => {
  for (const name of Object.keys(results[0] ?? {})) {
    const cells = results.map(result => {
      const value = result[name] ?? '';
      return (typeof value === 'number' ? String(Math.round(value * 10) / 10) : value).padStart(11);
    });
    process.stdout.write(`${name.padEnd(24)}${cells.join('')}\n`);
  }
};

/** The same turns and what admins ask for, with few, many and very many subscriptions in the store. */
export const benchSizes = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-sizes-'));
  const mongo = canStartMongo() ? await startMongo() : undefined;
  const open: Started[] = [];
  const sized = async (size: number, place: Place, env: Readonly<Record<string, string>>): Promise<Sized> => {
    const fillMs = await layPurchases(place, size);
    const people = await writeCrowd(await mkdtemp(join(folder, 'people-')), size);
    const bot = await startBot({ ...env, PEOPLE_FILE: people, ADMIN_IDS: ALEX });
    open.push(bot);
    return { size, bot, fillMs };
  };
  const closed = async (): Promise<void> => {
    await Promise.all(open.splice(0).map(bot => bot.end()));
  };
  try {
    const bots: Sized[] = [];
    for (const size of EMBEDDED) {
      const data = join(folder, `data-${size}`);
      bots.push(await sized(size, { folder: data }, { DATA_DIR: data }));
    }
    const results = [...(await benchStore('embedded', bots))];
    await closed();
    if (mongo) {
      const others: Sized[] = [];
      for (const size of MONGO) {
        const database = `bench_${randomUUID()}`;
        others.push(await sized(size, { uri: mongo.uri, database }, { MONGODB_URI: `${mongo.uri}/${database}` }));
      }
      results.push(...(await benchStore('mongodb', others)));
    }
    print(results);
    return results;
  } finally {
    await closed();
    await mongo?.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

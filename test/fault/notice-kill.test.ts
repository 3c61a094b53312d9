import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NEW } from '../../domain/store/port';
import { createStore } from '../../domain/store/store';
import { type BotProcess, startBotProcess } from '../support/bot-process';
import { recordOf } from '../support/records';
import { openPlace, type Place } from '../support/saving-process';
import { onMongo, ownDatabase } from '../support/stores';

const RECIPIENTS = Number(process.env['NOTICE_RECIPIENTS'] ?? 1_000);
const KILLS = 3;
/** One in so many answers is none, or a fault, each kind as often as any other. */
const FAULTY = 20;
const FAULTS = ['cut', 'silence', 403, 429, 502, 503] as const;
/** So many are on their way at once: of the last ones taken before a kill the sender may not have learned it. */
const IN_FLIGHT = 10;
const MOST_A_SECOND = 50;

jest.setTimeout(600_000);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notice-kill-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/**
 * The channel as it behaves on a bad day: of twenty requests one is refused, for now or by whoever it is for, cut off or
 * never answered.
 */
const startBadChannel = async () => {
  const arrivals: number[] = [];
  const acknowledged: string[] = [];
  const answered: string[] = [];
  const blocked = new Set<string>();
  const faults = new Map<string, number>();
  const listeners = new Set<() => void>();
  const misbehave = (response: ServerResponse, whose: string): void => {
    const fault = FAULTS[randomInt(0, FAULTS.length)] ?? 'cut';
    faults.set(`${fault}`, (faults.get(`${fault}`) ?? 0) + 1);
    if (fault === 'silence') return;
    if (fault === 'cut') {
      response.destroy();
      return;
    }
    if (fault === 403) {
      answered.push(whose);
      blocked.add(whose);
    }
    refuse(response, fault);
    for (const listen of listeners) listen();
  };
  // Not chained: restify, where it is loaded, changes what writeHead returns for the whole process.
  const refuse = (response: ServerResponse, status: number): void => {
    response.writeHead(status, status === 429 ? { 'Retry-After': '1' } : {});
    response.end('{}');
  };
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    arrivals.push(performance.now());
    const whose = /conversations\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? '';
    if (randomInt(0, FAULTY) === 0) {
      misbehave(response, whose);
      return;
    }
    answered.push(whose);
    acknowledged.push(whose);
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end('{"id":"1"}');
    for (const listen of listeners) listen();
  };
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => take(request, response));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    ...{ arrivals, answered, acknowledged, blocked, faults },
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`,
    /** Resolves once so many different ones have been told, or did not take it. */
    told: (count: number) =>
      new Promise<void>(resolve => {
        const look = (): void => {
          if (new Set([...acknowledged, ...blocked]).size < count) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      }),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const nameOf = (index: number): string => `person-${index}`;

/** Everybody is to be told that they have a license now, and has spoken with the bot before. */
const lay = async (place: Place, serviceUrl: string): Promise<void> => {
  const documents = await openPlace(place);
  const store = createStore(documents);
  const now = Date.now();
  await store.subscriptions.save(recordOf({ periodEnd: now + 20 * 86_400_000, reminded: 1 }), NEW);
  for (let index = 0; index < RECIPIENTS; index++) {
    const personId = nameOf(index);
    const conversation = { id: personId, tenantId: 'contoso', conversationType: 'personal' };
    const reference = { serviceUrl, channelId: 'msteams', conversation, user: { id: personId }, bot: { id: 'bot' } };
    await store.people.save({ tenantId: 'contoso', personId, reach: { reference, locale: 'en' } }, NEW);
    const to = { type: 'person' as const, personId };
    const notice = { type: 'license_gained' as const };
    const due = { at: now, dueAt: now, tries: 0 };
    await store.notices.save({ tenantId: 'contoso', id: personId, to, subscriptionId: 'sub-1', notice, ...due }, NEW);
  }
  await documents.close();
};

/** Those whose notice ended as neither sent nor blocked, and those with whom it was the latter. */
const notSent = async (place: Place) => {
  const documents = await openPlace(place);
  const store = createStore(documents);
  const missing: string[] = [];
  const blocked: string[] = [];
  for (let index = 0; index < RECIPIENTS; index++) {
    const ended = (await store.notices.load('contoso', nameOf(index)))?.state.ended;
    if (ended?.type === 'not_sent' && ended.why === 'blocked') blocked.push(nameOf(index));
    else if (ended?.type !== 'sent') missing.push(nameOf(index));
  }
  await documents.close();
  return { missing, blocked };
};

const mostInOneSecond = (arrivals: readonly number[]): number => {
  let most = 0;
  for (let from = 0, to = 0; to < arrivals.length; to++) {
    while ((arrivals[to] ?? 0) - (arrivals[from] ?? 0) >= 1_000) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
};

const tellEverybody = async (place: Place, env: Readonly<Record<string, string>>, replicas: number): Promise<void> => {
  const channel = await startBadChannel();
  await lay(place, channel.url);
  const start = (): Promise<BotProcess> => startBotProcess(env);
  const bots = await Promise.all(Array.from({ length: replicas }, start));
  const unlearned = new Set<string>();
  for (let kill = 1; kill <= KILLS; kill++) {
    await channel.told(Math.floor((RECIPIENTS * kill) / (KILLS + 1)) - randomInt(0, 20));
    // Whichever of them sends just now is among those.
    await Promise.all(bots.map(bot => bot.end('SIGKILL')));
    for (const name of channel.answered.slice(-IN_FLIGHT)) unlearned.add(name);
    bots.splice(0, bots.length, ...(await Promise.all(Array.from({ length: replicas }, start))));
  }
  await channel.told(RECIPIENTS);
  await Promise.all(bots.map(bot => bot.end('SIGTERM')));
  const twice = channel.acknowledged.filter((name, index, all) => all.indexOf(name) !== index);
  process.stdout.write(
    `notices: ${RECIPIENTS - channel.blocked.size} told, ${twice.length} of them twice, ${channel.blocked.size} blocked, at most ${mostInOneSecond(channel.arrivals)} a second, ${replicas} replicas, faults ${JSON.stringify(Object.fromEntries(channel.faults))}\n`,
  );
  channel.stop();
  const { missing, blocked } = await notSent(place);
  expect(missing).toEqual([]);
  // Whoever's 403 was lost with a bot that was killed was asked once more, and may have taken it then.
  const unheard = (name: string): boolean => unlearned.has(name);
  expect(blocked.filter(name => !channel.blocked.has(name))).toEqual([]);
  expect([...channel.blocked].filter(name => !blocked.includes(name) && !unheard(name))).toEqual([]);
  expect(twice.filter(name => !unlearned.has(name))).toEqual([]);
  expect(new Set(twice).size).toBe(twice.length);
  expect(mostInOneSecond(channel.arrivals)).toBeLessThanOrEqual(MOST_A_SECOND);
};

const title = `${RECIPIENTS} are told, with faults in between and kill -9 ${KILLS} times: each is but who blocks it, and the pace is kept`;

test(`on the embedded store: ${title}`, () => {
  const data = join(folder, 'data');
  return tellEverybody({ folder: data }, { DATA_DIR: data }, 1);
});

onMongo(() => {
  test(`by two replicas: ${title}`, async () => {
    const { place, env, drop } = ownDatabase('notices');
    await tellEverybody(place, env, 2).finally(drop);
  });
});

import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Documents } from '../../domain/store/documents';
import { type BotProcess, startBotProcess } from '../support/bot-process';
import { buyForCrowd, holdersIn, mailOf, writeCrowd } from '../support/crowd';
import { openPlace, type Place } from '../support/saving-process';
import { onMongo, ownDatabase } from '../support/stores';

const ASSIGNMENTS = 100;
const AT_ONCE = 4;
/** The bot is killed after this many acknowledgements at most. */
const MOST_BEFORE_KILL = 25;

jest.setTimeout(120_000);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bot-kill-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Assigns until `enough` are acknowledged or the bot is gone; what was in flight then was promised to nobody. */
const assignUntil = async (
  bot: BotProcess,
  open: number[],
  acknowledged: Set<number>,
  enough: number,
): Promise<void> => {
  const worker = async (): Promise<void> => {
    for (let person = open.pop(); person !== undefined; person = open.pop()) {
      const card = await bot.say(`assign Visio Plan 2 to ${mailOf(person)}`).catch(() => undefined);
      if (!card) {
        open.push(person);
        return;
      }
      expect(card.text).toMatch(/Got a license|already/i);
      acknowledged.add(person);
      if (acknowledged.size >= enough) await bot.end('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

/** Whom the audit says that licenses were given to, or that they had one already. */
const assignedIn = async ({ journal }: Documents): Promise<ReadonlySet<string>> => {
  const people = new Set<string>();
  for await (const { what, on, outcome } of journal.entries({ since: 0, until: Date.UTC(2100, 0) })) {
    const isAnswered = what === 'assign_license' && (outcome.type === 'done' || outcome.type === 'unchanged');
    for (const person of isAnswered ? (on.people ?? []) : []) people.add(person);
  }
  return people;
};

const killUntilAllAreAssigned = async (place: Place, env: Readonly<Record<string, string>>): Promise<void> => {
  const people = await writeCrowd(folder, ASSIGNMENTS);
  const documents = await openPlace(place);
  await buyForCrowd(documents, ASSIGNMENTS);
  await documents.close();

  const acknowledged = new Set<number>();
  const open = Array.from({ length: ASSIGNMENTS }, (_, index) => index);
  let kills = 0;
  while (acknowledged.size < ASSIGNMENTS) {
    const bot = await startBotProcess({ PEOPLE_FILE: people, ...env });
    await assignUntil(bot, open, acknowledged, acknowledged.size + randomInt(1, MOST_BEFORE_KILL + 1));
    await bot.end('SIGKILL');
    kills += 1;

    const after = await openPlace(place);
    const holders = await holdersIn(after);
    const audited = await assignedIn(after);
    await after.close();
    expect(holders).toEqual(expect.arrayContaining([...acknowledged].map(person => `person-${person}`)));
    expect(new Set(holders).size).toBe(holders.length);
    expect([...audited]).toEqual(expect.arrayContaining([...acknowledged].map(person => `person-${person}`)));
  }
  expect(kills).toBeGreaterThanOrEqual(ASSIGNMENTS / MOST_BEFORE_KILL);
};

describe('on the embedded store', () => {
  test(`${ASSIGNMENTS} acknowledged assignments, with kill -9 in between: none is lost, nor its audit entry, none is given twice`, () =>
    killUntilAllAreAssigned({ folder: join(folder, 'data') }, { DATA_DIR: join(folder, 'data') }));
});

onMongo(() => {
  test(`${ASSIGNMENTS} acknowledged assignments, with kill -9 in between: none is lost, nor its audit entry, none is given twice`, async () => {
    const { place, env, drop } = ownDatabase('kill');
    await killUntilAllAreAssigned(place, env).finally(drop);
  });
});

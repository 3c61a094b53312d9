import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BotUnderTest, startBotUnderTest } from '../../support/bot';
import { buyForCrowd, holdersIn, mailOf, writeCrowd } from '../../support/crowd';
import { openPlace, type Place } from '../../support/saving-process';
import { onMongo, ownDatabase } from '../../support/stores';

const RACERS = 50;
const LICENSES = 5;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'race-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const race = async (place: Place, env: Readonly<Record<string, string>>, replicas: number): Promise<void> => {
  const people = await writeCrowd(folder, RACERS);
  const before = await openPlace(place);
  await buyForCrowd(before, LICENSES);
  await before.close();

  const bots: BotUnderTest[] = [];
  for (let replica = 0; replica < replicas; replica++) {
    bots.push(await startBotUnderTest({ env: { DEMO_DATA: '0', RATE_LIMIT: '0', PEOPLE_FILE: people, ...env } }));
  }
  const answers = await Promise.all(
    Array.from({ length: RACERS }, (_, index) =>
      bots[index % replicas]?.say(`assign Visio Plan 2 to ${mailOf(index)}`),
    ),
  );
  await Promise.all(bots.map(bot => bot.close()));

  const texts = answers.map(answer => answer?.text ?? '');
  expect(texts.filter(text => text.includes('Got a license'))).toHaveLength(LICENSES);
  expect(texts.filter(text => text.includes('Nobody was assigned'))).toHaveLength(RACERS - LICENSES);
  const after = await openPlace(place);
  const holders = await holdersIn(after);
  await after.close();
  expect(new Set(holders).size).toBe(LICENSES);
  expect(holders).toHaveLength(LICENSES);
};

describe('on the embedded store', () => {
  test('50 concurrent assignments for the last 5 licenses: exactly 5 hold one, and everyone gets an answer', () =>
    race({ folder: join(folder, 'data') }, { DATA_DIR: join(folder, 'data') }, 1));
});

onMongo(() => {
  test('50 concurrent assignments for the last 5 licenses on two replicas: exactly 5 hold one, and everyone gets an answer', async () => {
    const { place, env, drop } = ownDatabase('race');
    await race(place, env, 2).finally(drop);
  });
});

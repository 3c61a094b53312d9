import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCrowd } from '../support/crowd';
import { median, start, startBot, turnsPerSecond } from './load';
import { benchSizes, layPurchases } from './sizes';

const ROUNDS = 4;
const SECONDS = 3;
const CROWD = 2_000;

/** What a turn may cost: at least this part of the baseline's turns a second. */
const cases = [
  { name: 'list', atLeast: 0.8 },
  { name: 'show', atLeast: 0.8 },
  { name: 'recurring', atLeast: 0.7 },
  { name: 'assign', atLeast: 0.7 },
] as const;

/** Each case in turn with the baseline, several rounds, so that a slow moment of the machine strikes both. */
const benchTurns = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const people = await writeCrowd(folder, CROWD);
  const data = join(folder, 'data');
  await layPurchases({ folder: data }, CROWD);
  const echo = await start(
    ['--require', join(__dirname, '../support/ts-hook.cjs'), join(__dirname, 'echo-bot.ts')],
    {},
  );
  const bot = await startBot({ DATA_DIR: data, PEOPLE_FILE: people });
  try {
    const results = [];
    for (const { name, atLeast } of cases) {
      const [ours, baseline]: [number[], number[]] = [[], []];
      await turnsPerSecond(bot, name, CROWD, SECONDS);
      for (let round = 0; round < ROUNDS; round++) {
        baseline.push(await turnsPerSecond(echo, 'echo', CROWD, SECONDS));
        ours.push(await turnsPerSecond(bot, name, CROWD, SECONDS));
      }
      const ratio = median(ours.map((turns, round) => turns / (baseline[round] ?? 1)));
      results.push({ name, turns: Math.round(median(ours)), echo: Math.round(median(baseline)), ratio, atLeast });
      process.stdout.write(
        `${name.padEnd(18)} ${Math.round(median(ours))} turns/s, echo ${Math.round(median(baseline))}, ratio ${ratio.toFixed(2)} (at least ${atLeast})\n`,
      );
    }
    return results;
  } finally {
    await Promise.all([echo.end(), bot.end()]);
    await rm(folder, { recursive: true, force: true });
  }
};

const bench = async (): Promise<void> => {
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model };
  const results = await benchTurns();
  const sizes = await benchSizes();
  await writeFile(
    join(__dirname, 'results.json'),
    `${JSON.stringify({ at: new Date().toISOString(), machine, results, sizes }, null, 2)}\n`,
  );
};

void bench();

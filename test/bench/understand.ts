import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createUnderstand } from '../../bot/language/understand';
import catalog from '../../domain/catalog/catalog.json';
import { labelled } from '../support/language/labelled';
import { NASTY, stuffed } from '../support/language/nasty';

const ROUNDS = 20;
const TRIES = 15;
const LENGTHS = [500, 1000, 2000, 4000];
const AT_LEAST = 20_000;
const AT_MOST_MS = 5;
const SETS = ['sample', 'tuned', 'held', 'later', 'colleague', 'fresh'];
const RESULTS = join(__dirname, 'understand.json');

const understand = createUnderstand(catalog);
const texts = SETS.flatMap(name => labelled(name).map(({ text }) => text));

const timed = (run: () => void): number => {
  const from = performance.now();
  run();
  return performance.now() - from;
};

/** Processor time, so that what else the machine does counts little. */
const busy = (run: () => void): number => {
  const from = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};

/** Sentences a second on one core: every labelled sentence in turn, the median of the rounds after the first few. */
const perSecond = (): number => {
  const rounds = Array.from({ length: ROUNDS }, () =>
    busy(() => {
      for (const text of texts) understand(text);
    }),
  );
  const warm = rounds.slice(ROUNDS / 4).sort((a, b) => a - b);
  return texts.length / ((warm[warm.length >> 1] ?? 1) / 1000);
};

/** The longest any nasty text takes, at its best of a few tries: what the text costs, not what the machine did meanwhile. */
const slowest = (): { text: string; ms: number } => {
  const all = NASTY.flatMap(piece => LENGTHS.map(length => stuffed(piece, length))).map(text => ({
    text: `${text.slice(0, 20)}… (${text.length})`,
    ms: Math.min(...Array.from({ length: TRIES }, () => timed(() => understand(text)))),
  }));
  return all.reduce((a, b) => (b.ms > a.ms ? b : a));
};

const rate = perSecond();
const worst = slowest();
const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model };
const found = {
  sentences: Math.round(rate),
  atLeast: AT_LEAST,
  slowestMs: worst.ms,
  slowest: worst.text,
  atMostMs: AT_MOST_MS,
};
writeFileSync(RESULTS, `${JSON.stringify({ at: new Date().toISOString(), machine, results: found }, null, 2)}\n`);
process.stdout.write(
  `understand         ${Math.round(rate)} sentences/s on one core (at least ${AT_LEAST}), ` +
    `slowest of up to 4,000 characters ${worst.ms.toFixed(2)} ms: ${JSON.stringify(worst.text)} (at most ${AT_MOST_MS})\n`,
);

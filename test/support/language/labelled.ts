import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { decodeEntities } from '../../../bot/language/entities';
import { type IntentName, MUTATING } from '../../../bot/language/intents';
import type { Slots } from '../../../bot/language/slots';
import type { Understand } from '../../../bot/language/understand';

/** A sentence and what it asks for. */
export interface Labelled {
  readonly id: string;
  readonly locale: string;
  readonly text: string;
  readonly intent: IntentName;
  readonly slots: Slots;
}

export interface Figures {
  readonly count: number;
  readonly intent: number;
  readonly intentEnglish: number;
  readonly intentChinese: number;
  readonly slots: number;
  /** Sentences that ask for no change and were read as one. */
  readonly falseChanges: readonly string[];
  /** Sentences that ask for one change and were read as another, as a share. */
  readonly wrongChanges: number;
  readonly faults: readonly string[];
}

/** The labelled sentences of one file beside this one. */
export const labelled = (name: string): Labelled[] =>
  readFileSync(join(__dirname, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Labelled);

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** A negated command asks for nothing; to read it as "no" is right too. */
const isRight = (label: Labelled, intent: IntentName): boolean =>
  intent === label.intent || (label.intent === 'none' && intent === 'decline');

/** Runs the sentences through and counts. */
export const score = (understand: Understand, sentences: readonly Labelled[]): Figures => {
  const read = sentences.map(label => ({ label, ...understand(decodeEntities(label.text), label.locale) }));
  const right = read.filter(({ label, intent }) => isRight(label, intent));
  const whole = right.filter(({ label, slots }) => isDeepStrictEqual({ ...slots }, label.slots));
  const of = (chinese: boolean): number => {
    const some = read.filter(({ label }) => label.locale.startsWith('zh') === chinese);
    return share(some.filter(({ label, intent }) => isRight(label, intent)).length, some.length);
  };
  const wrong = read.filter(
    ({ label, intent }) => MUTATING.has(label.intent) && MUTATING.has(intent) && intent !== label.intent,
  );
  return {
    count: sentences.length,
    intent: share(right.length, read.length),
    intentEnglish: of(false),
    intentChinese: of(true),
    slots: share(whole.length, read.length),
    falseChanges: read
      .filter(({ label, intent }) => !MUTATING.has(label.intent) && MUTATING.has(intent))
      .map(({ label }) => label.text),
    wrongChanges: share(wrong.length, read.length),
    faults: read
      .filter(each => !whole.includes(each))
      .map(({ label, intent }) => `${label.id} ${label.intent} → ${intent}`),
  };
};

export const asLine = (name: string, figures: Figures): string => {
  const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
  return (
    `understanding, ${name} (${figures.count} sentences): intent ${percent(figures.intent)} ` +
    `(English ${percent(figures.intentEnglish)}, Chinese and mixed ${percent(figures.intentChinese)}), ` +
    `intent and all slots ${percent(figures.slots)}, read as a change without asking for one ${figures.falseChanges.length}, ` +
    `one change for another ${percent(figures.wrongChanges)}\n`
  );
};

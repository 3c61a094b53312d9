import type { Words } from './words';

/** In characters; whatever would be longer is cut, because it stands on a card twice and nobody listens that long. */
const LONGEST = 1_500;

/** The parts as sentences in a row, each ended as the language ends them; empty parts are left out. */
export const sentences = (words: Words, parts: readonly string[]): string => {
  const stop = words.t('sentence.stop');
  const text = present(parts)
    .map(part => (/[.!?。！？：:]$/u.test(part) ? part : part + stop))
    .join(words.t('sentence.space'))
    .replace(/\{(?=\{)/g, '{\u200b');
  const letters = text.length > LONGEST ? [...text] : [];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : text;
};

/** The parts as one sentence, without its end: "Power BI Pro, Active, 3 of 10 assigned". */
export const inOne = (words: Words, parts: readonly string[]): string => present(parts).join(words.t('sentence.comma'));

/** What something is, in one breath: "Refund: $14.00". */
export const labelled = (words: Words, title: string, value: string): string =>
  words.t('sentence.labelled', { title, value });

const present = (parts: readonly string[]): readonly string[] =>
  parts.map(part => part.trim()).filter(part => part !== '');

import type { Words } from './words';

/** The parts as sentences in a row, each ended as the language ends them; empty parts are left out. */
export const sentences = (words: Words, parts: readonly string[]): string => {
  const stop = words.t('sentence.stop');
  return parts
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => (/[.!?。！？：:]$/u.test(part) ? part : part + stop))
    .join(words.t('sentence.space'));
};

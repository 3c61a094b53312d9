import traditionalAndSimplified from './simplified.json';

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  traditionalAndSimplified.flatMap(row => row.split(' ').map(pair => [pair.slice(0, 1), pair.slice(1)] as const)),
);

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]);

const APOSTROPHES = /['’‘‛ʼ´`′ʹ＇]/gu;
const PLAIN = /^[a-z0-9 .@-]*$/u;

/** Lower case, half width, O’Brien as obrien; accents and Chinese characters stay as they were typed. */
export const plain = (text: string): string => text.toLowerCase().replace(APOSTROPHES, '').normalize('NFKC');

const WORD_BREAK = /[^\p{L}\p{N}\p{M}]+/u;

/** The words of a `plain` name. */
export const plainWords = (text: string): string[] =>
  plain(text)
    .split(WORD_BREAK)
    .filter(word => word !== '');

/**
 * A name as it is compared: lower case, half width, without accents and apostrophes, Chinese characters simplified,
 * so that José is jose, O’Brien is obrien and 陳 is 陈. Other punctuation stays; `words` removes it.
 */
export const fold = (text: string): string => {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return plain(text)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþı]/gu, letter => LETTERS.get(letter) ?? letter)
    .replace(/\p{Script=Han}/gu, character => SIMPLIFIED.get(character) ?? character);
};

/** The folded words of a name, in order; Chinese and other writing side by side are separate words. */
export const words = (text: string): string[] =>
  fold(text)
    .split(WORD_BREAK)
    .flatMap(word => word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []);

/** Whether a folded word is written in Chinese characters. */
export const isChinese = (word: string): boolean => /^\p{Script=Han}/u.test(word);

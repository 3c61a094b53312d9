import { passesLuhn } from '../../domain/shared/card-number';

const SHORTEST = 13;
const LONGEST = 19;
/** Looked through at most, when digits run on and on. */
const MOST = 300;
/** A number of an invoice, unless more digits follow: then it may be a card number that somebody put `inv` before. */
const INVOICE = /inv[\s_-]{0,3}\d{4}[\s_-]{0,3}\d{1,6}(?![^\p{L}\p{N}]{0,12}\d)/giu;
const DATE =
  /(?<!\d)(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)(?!\d)/gu;
/** Digits of one number may be parted by anything but words and other numbers, and not by a whole line of it. */
const RUN = /\d(?:[^\p{L}\p{N}]{0,12}\d)*/gu;
const INVISIBLE = /\p{Cf}|\p{Mn}|\p{Me}/gu;
/** What is no part of a card number stands between others like a word. */
const SOMETHING_ELSE = ' x ';

const isCard = (digits: string): boolean =>
  digits.length >= SHORTEST && digits.length <= LONGEST && !digits.startsWith('0') && passesLuhn(digits);

const begins = (groups: readonly string[]): string[] => groups.map((_, i) => groups.slice(0, i + 1).join(''));

/** Groups of digits next to each other: an expiry or a security code behind a card number does not hide it. */
const holdsInGroups = (groups: readonly string[]): boolean =>
  groups.some((_, from) => begins(groups.slice(from, from + LONGEST)).some(isCard));

const holdsWithin = (digits: string): boolean =>
  [...digits].some((_, from) => begins([...digits.slice(from, from + LONGEST)]).some(isCard));

/** Whether there are digits enough at all, of whatever width; Chinese characters never become any. */
const mayHold = (text: string): boolean => {
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
    else if (code >= 128 && (code < 0x3400 || code > 0x9fff)) digits += 4;
  }
  return digits >= SHORTEST;
};

/**
 * Whether a text holds what may be the number of a payment card: 13 to 19 digits passing Luhn, with any spacing,
 * width or dashes. Such a text is neither kept, logged nor repeated.
 */
export const holdsCardNumber = (text: string): boolean => {
  if (!mayHold(text)) return false;
  const plain = text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DATE, SOMETHING_ELSE)
    .replace(INVOICE, SOMETHING_ELSE);
  return (plain.match(RUN) ?? []).some(run => {
    const groups = run.split(/\D+/u);
    return holdsInGroups(groups) || groups.some(group => group.length > LONGEST && holdsWithin(group.slice(0, MOST)));
  });
};

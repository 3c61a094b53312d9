const SHORTEST = 13;
const LONGEST = 19;
/** Digits of one number may be parted by a space, a dash or a dot, of any width, and nothing else. */
const RUN = /\d(?:[\s.\u00b7_\p{Pd}]{0,3}\d)*/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/gu;

const passesLuhn = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

const holdsOneWithin = (digits: string): boolean => {
  for (let length = SHORTEST; length <= Math.min(LONGEST, digits.length); length++) {
    for (let from = 0; from + length <= digits.length; from++) {
      if (digits[from] !== '0' && passesLuhn(digits.slice(from, from + length))) return true;
    }
  }
  return false;
};

/**
 * Whether a text holds what may be the number of a payment card: 13 to 19 digits passing Luhn, with any spacing,
 * width or dashes. Such a text is neither kept, logged nor repeated.
 */
export const holdsCardNumber = (text: string): boolean => {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '');
  for (const run of plain.match(RUN) ?? []) {
    const digits = run.replace(/\D/g, '');
    const isOne = digits.length >= SHORTEST && digits.length <= LONGEST && passesLuhn(digits);
    // A card number typed next to an expiry or a security code is still a card number.
    if (isOne || (digits.length > SHORTEST && digits.length <= 64 && holdsOneWithin(digits))) return true;
  }
  return false;
};

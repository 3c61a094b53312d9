import type { CardBrand } from './card-brand';

/** How the numbers of each brand begin, as regular expressions, so that a web page may look at them as well. */
export const BRAND_PREFIXES: Readonly<Record<Exclude<CardBrand, 'other'>, string>> = {
  visa: '^4',
  mastercard: '^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)',
  amex: '^3[47]',
  jcb: '^35(2[89]|[3-8])',
};

const brands = ['visa', 'mastercard', 'amex', 'jcb'] as const;

/** The brand of a number, or of as much of it as there is yet. */
export const brandOf = (digits: string): CardBrand =>
  brands.find(brand => new RegExp(BRAND_PREFIXES[brand]).test(digits)) ?? 'other';

/** ISO/IEC 7812-1: every second digit from the right counts double, and all together are a multiple of ten. */
export const passesLuhn = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

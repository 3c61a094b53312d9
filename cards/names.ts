import type { PaymentMethod } from '../domain/billing/account';
import type { Product } from '../domain/catalog/catalog';
import type { Person } from '../domain/shared/person';
import type { Words } from './words';

/** In characters. Names are repeated on a card, and a card must stay small. */
const LONGEST = 60;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const [ISOLATE, END_ISOLATE, ZERO_WIDTH] = ['\u2068', '\u2069', '\u200b'];

const oneLine = (written: string): string =>
  written
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\{(?=\{)/g, `{${ZERO_WIDTH}`)
    .trim();

/**
 * A name somebody else wrote, safe to put into a sentence: one line, not overlong, no control characters and none that
 * turn the direction of what follows. Right-to-left names stay as a whole within the sentence around them.
 */
export const cleanName = (written: string): string => {
  const line = oneLine(written);
  const letters = [...line];
  const short = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : line;
  return rightToLeft.test(short) ? `${ISOLATE}${short}${END_ISOLATE}` : short;
};

/** In characters. */
const LONGEST_TEXT = 1_000;

/** What somebody else wrote, in one paragraph, safe to be shown as such. */
export const cleanText = (written: string): string => {
  const letters = [...oneLine(written)];
  return letters.length > LONGEST_TEXT ? `${letters.slice(0, LONGEST_TEXT - 1).join('')}…` : letters.join('');
};

export const nameOf = (person: Person): string => cleanName(person.displayName) || cleanName(person.mail) || person.id;

export const nameOfProduct = (product: Product): string => cleanName(product.name) || product.id;

const joined = (parts: readonly string[]): string =>
  parts
    .map(cleanName)
    .filter(part => part !== '')
    .join(' · ');

/** Tells people of the same name apart: "Ana Souza · Finance · ana.souza@contoso.com". */
export const personTitle = (person: Person): string => joined([nameOf(person), person.department, person.mail]);

/** What stands behind a name on a line of its own. */
export const personDetail = (person: Person): string => joined([person.department, person.mail]);

export const brandNames = { visa: 'Visa', mastercard: 'Mastercard', amex: 'American Express', jcb: 'JCB' } as const;

/** "Visa ending in 4242"; a brand that has no name is called a card. */
export const nameOfCard = (words: Words, card: Pick<PaymentMethod, 'brand' | 'lastFour'>): string =>
  card.brand === 'other'
    ? words.t('card.other', { lastFour: card.lastFour })
    : words.t('card.branded', { brand: brandNames[card.brand], lastFour: card.lastFour });

/** The month until whose end a card is good, written out: "Expires September 2028". */
export const expiryOf = (words: Words, card: Pick<PaymentMethod, 'expiryMonth' | 'expiryYear'>): string =>
  words.t('card.expires', { month: words.month(card.expiryYear, card.expiryMonth) });

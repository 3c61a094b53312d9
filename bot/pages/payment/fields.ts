import { hasExpired } from '../../../domain/billing/account';
import type { CardChange, CardGiven } from '../../../domain/payments/port';
import type { CardBrand } from '../../../domain/shared/card-brand';
import { brandOf, passesLuhn } from '../../../domain/shared/card-number';
import type { Instant } from '../../../domain/shared/instant';
import { fail, ok, type Result } from '../../../domain/shared/result';
import { holdsCardNumber } from '../../language/card-number';
import { isCountry } from './countries';

/** The fields are called what browsers that fill in forms call them (HTML, autofill). */
export const TEXT_FIELDS = [
  'cc-name',
  'cc-exp',
  'organization',
  'street-address',
  'address-level2',
  'address-level1',
  'postal-code',
  'country',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
/** Never shown again, whatever happens. */
export type SecretField = 'cc-number' | 'cc-csc';
export type Field = TextField | SecretField;

export type FieldFault =
  | 'missing'
  | 'too_long'
  | 'card_number_here'
  | 'number'
  | 'expiry'
  | 'expired'
  | 'csc'
  | 'country';

export type TextValues = Readonly<Partial<Record<TextField, string>>>;

/** What was entered and may be shown again, and what is wrong, field by field. */
export interface Faulty {
  readonly values: TextValues;
  readonly faults: Readonly<Partial<Record<Field, FieldFault>>>;
}

export interface Entered<C> {
  readonly card: C;
  readonly organization: string;
  readonly values: TextValues;
}

/** A new card, as it was entered. Nothing that is returned when it is faulty holds the number or the code. */
export const readCard = (form: URLSearchParams, now: Instant): Result<Entered<CardGiven>, Faulty> => {
  const number = digitsOf(form.get('cc-number'));
  const isNumber = /^\d{13,19}$/.test(number) && passesLuhn(number);
  const rest = readRest(form, isNumber ? brandOf(number) : undefined, now);
  if (isNumber && rest.ok) return ok({ ...rest.value, card: { ...rest.value.card, number } });
  const { values, faults } = rest.ok ? { values: rest.value.values, faults: {} } : rest.error;
  if (isNumber) return fail({ values, faults });
  return fail({ values, faults: { 'cc-number': number === '' ? 'missing' : 'number', ...faults } });
};

/** Other details of a card that is on file. */
export const readChange = (
  form: URLSearchParams,
  brand: CardBrand,
  now: Instant,
): Result<Entered<CardChange>, Faulty> => readRest(form, brand, now);

/** Without a brand a security code of either length is let pass, since the number is wrong anyway. */
const readRest = (
  form: URLSearchParams,
  brand: CardBrand | undefined,
  now: Instant,
): Result<Entered<CardChange>, Faulty> => {
  const written = Object.fromEntries(TEXT_FIELDS.map(field => [field, plain(form.get(field))]));
  const text = (field: TextField): string => written[field] ?? '';
  const securityCode = digitsOf(form.get('cc-csc'));
  const expiry = expiryIn(text('cc-exp'));
  const faults: Faulty['faults'] = {
    ...textFaults(text),
    ...expiryFault(text('cc-exp'), expiry, now),
    ...codeFault(securityCode, brand),
    ...(isCountry(text('country')) ? {} : { country: text('country') === '' ? 'missing' : 'country' }),
  };
  const values = shownAgain(text);
  if (!expiry || Object.keys(faults).length > 0) return fail({ values, faults });
  const address = {
    street: text('street-address'),
    city: text('address-level2'),
    region: text('address-level1'),
    postalCode: text('postal-code'),
    country: text('country'),
  };
  return ok({
    card: { ...expiry, securityCode, holder: text('cc-name'), address },
    organization: text('organization'),
    values,
  });
};

const LONGEST: Readonly<Record<TextField, number>> = {
  'cc-name': 100,
  'cc-exp': 10,
  organization: 100,
  'street-address': 200,
  'address-level2': 80,
  'address-level1': 80,
  'postal-code': 20,
  country: 2,
};
const REQUIRED: ReadonlySet<TextField> = new Set(['cc-name', 'street-address']);

const textFaults = (text: (field: TextField) => string): Faulty['faults'] =>
  Object.fromEntries(
    TEXT_FIELDS.flatMap(field => {
      const fault = textFault(field, text(field));
      return fault ? [[field, fault]] : [];
    }),
  );

/** What is written here is kept, so a number that went astray must not get past. */
const textFault = (field: TextField, text: string): FieldFault | undefined => {
  if (holdsCardNumber(text)) return 'card_number_here';
  if (text.length > LONGEST[field]) return field === 'country' ? 'country' : 'too_long';
  return text === '' && REQUIRED.has(field) ? 'missing' : undefined;
};

const shownAgain = (text: (field: TextField) => string): TextValues =>
  Object.fromEntries(TEXT_FIELDS.flatMap(field => (holdsCardNumber(text(field)) ? [] : [[field, text(field)]])));

const plain = (text: string | null): string =>
  (text ?? '')
    .normalize('NFC')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();

/** Digits of any width, without what people put between them. */
const digitsOf = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/[\s.\p{Pd}\p{Cf}]/gu, '');

interface Expiry {
  readonly expiryMonth: number;
  readonly expiryYear: number;
}

const MONTH_FIRST = /^(\d{1,2})\s*[/.\-\s]?\s*(\d{2}|\d{4})$/;
/** As a browser fills it in. */
const YEAR_FIRST = /^(\d{4})\s*[/.-]\s*(\d{1,2})$/;

const expiryIn = (text: string): Expiry | undefined => {
  const typed = text.normalize('NFKC').trim();
  const yearFirst = YEAR_FIRST.exec(typed);
  const [, month, year] = yearFirst ? [undefined, yearFirst[2], yearFirst[1]] : (MONTH_FIRST.exec(typed) ?? []);
  const expiryMonth = Number(month);
  if (!(expiryMonth >= 1 && expiryMonth <= 12) || year === undefined) return undefined;
  return { expiryMonth, expiryYear: year.length === 2 ? 2000 + Number(year) : Number(year) };
};

/** No card is good for longer. */
const YEARS_AHEAD = 20;

const expiryFault = (text: string, expiry: Expiry | undefined, now: Instant): Faulty['faults'] => {
  if (text === '') return { 'cc-exp': 'missing' };
  if (!expiry || expiry.expiryYear > new Date(now).getUTCFullYear() + YEARS_AHEAD) return { 'cc-exp': 'expiry' };
  return hasExpired(expiry, now) ? { 'cc-exp': 'expired' } : {};
};

const codeFault = (code: string, brand: CardBrand | undefined): Faulty['faults'] => {
  if (code === '') return { 'cc-csc': 'missing' };
  if (brand === undefined) return /^\d{3,4}$/.test(code) ? {} : { 'cc-csc': 'csc' };
  return (brand === 'amex' ? /^\d{4}$/ : /^\d{3}$/).test(code) ? {} : { 'cc-csc': 'csc' };
};

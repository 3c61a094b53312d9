import type { Instant } from '../domain/shared/instant';
import type { Money } from '../domain/shared/money';
import en from './text/en.json';
import zhTW from './text/zh-TW.json';

export type Locale = 'en' | 'zh-TW';
export const locales: readonly Locale[] = ['en', 'zh-TW'];

export type TextKey = keyof typeof en;
type Text = string | { readonly one?: string; readonly other: string };
type Params = Readonly<Record<string, string | number>>;

const texts: Readonly<Record<Locale, Readonly<Record<TextKey, Text>>>> = { en, 'zh-TW': zhTW };
/** English is American: the catalog's prices read "$14.00" there. */
const formats: Readonly<Record<Locale, string>> = { en: 'en-US', 'zh-TW': 'zh-TW' };

/** The language for what a channel says of its user; whatever Chinese it is, Traditional is nearest. */
export const channelLocale = (locale: string | undefined): Locale =>
  locale?.toLowerCase().startsWith('zh') ? 'zh-TW' : 'en';

/** Everything a person reads, in one language and one time zone. */
export interface Words {
  readonly locale: Locale;
  /** The text of a key; `params.count` chooses its plural form, and numbers are written as the language writes them. */
  t(key: TextKey, params?: Params): string;
  money(amount: Money): string;
  /** "8.25%", of basis points. */
  percent(basisPoints: number): string;
  /** A day, in the person's time zone. */
  date(at: Instant): string;
  /** A day and the time of it, in the person's time zone. */
  moment(at: Instant): string;
  /** "September 2028"; months count from 1. */
  month(year: number, month: number): string;
  number(n: number): string;
  /** "a, b, and c" */
  list(items: readonly string[]): string;
  /** "a, b, or c" */
  choiceList(items: readonly string[]): string;
}

const ZONES_KEPT = 200;
const kept = new Map<string, Words>();

/** Words of a language; a time zone that does not exist is taken as UTC. Made once a process and zone. */
export const wordsFor = (locale: Locale, timeZone = 'UTC'): Words => {
  const key = `${locale} ${timeZone}`;
  const known = kept.get(key);
  if (known) return known;
  const made = makeWords(locale, timeZone);
  const oldest = kept.size >= ZONES_KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
  return made;
};

const makeWords = (locale: Locale, timeZone: string): Words => {
  const format = formats[locale];
  const days = dayFormat(format, timeZone);
  const months = new Intl.DateTimeFormat(format, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(format);
  const plurals = new Intl.PluralRules(format);
  const lists = new Intl.ListFormat(format, { type: 'conjunction' });
  const choices = new Intl.ListFormat(format, { type: 'disjunction' });
  const percents = new Intl.NumberFormat(format, { style: 'percent', maximumFractionDigits: 2 });
  const number = (n: number): string => numbers.format(n);
  // Few turns need it, and a format is slow to make.
  let moments: Intl.DateTimeFormat | undefined;

  const setOff = locale === 'zh-TW' ? setOffLatin : (text: string): string => text;

  const t = (key: TextKey, params?: Params): string => {
    const text = texts[locale][key];
    const template = typeof text === 'string' ? text : chooseForm(text, plurals, params?.['count']);
    return params ? fill(template, params, number, locale === 'zh-TW' ? spaced : joined) : template;
  };
  return {
    locale,
    t,
    number,
    percent: basisPoints => percents.format(basisPoints / 10_000),
    money: amount => formatMoney(format, amount),
    date: at => days.format(at),
    moment: at => {
      moments ??= momentFormat(format, timeZone);
      return moments.format(at);
    },
    month: (year, month) => months.format(Date.UTC(year, month - 1, 15)),
    list: items => setOff(lists.format(items)),
    choiceList: items => setOff(choices.format(items)),
  };
};

const dayFormat = (format: string, timeZone: string): Intl.DateTimeFormat =>
  timeFormat(format, { dateStyle: 'long', timeZone });

const momentFormat = (format: string, timeZone: string): Intl.DateTimeFormat =>
  timeFormat(format, { dateStyle: 'medium', timeStyle: 'short', timeZone });

const timeFormat = (format: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat(format, options);
  } catch {
    return new Intl.DateTimeFormat(format, { ...options, timeZone: 'UTC' });
  }
};

const chooseForm = (
  text: { readonly one?: string; readonly other: string },
  plurals: Intl.PluralRules,
  count: string | number | undefined,
): string => (plurals.select(Number(count)) === 'one' && text.one !== undefined ? text.one : text.other);

/** With the spaces that part it from Chinese. */
const PLACEHOLDER = /((?<=\p{Script=Han}) )?\{(\w+)\}( (?=\p{Script=Han}))?/gu;

type Place = (before: string, value: string, after: string) => string;

const joined: Place = (before, value, after) => before + value + after;

/** Chinese is set off from Latin letters by a space, but not from other Chinese. */
const spaced: Place = (before, value, after) =>
  (/^\p{Script=Han}/u.test(value) ? '' : before) + value + (/\p{Script=Han}$/u.test(value) ? '' : after);

/** As `spaced`, of what Intl has joined. */
const setOffLatin = (text: string): string =>
  text.replace(/([A-Za-z0-9)])([和或])/gu, '$1 $2').replace(/([和或])(?=[A-Za-z0-9(])/gu, '$1 ');

/** A place of a text that something is put into. */
interface Gap {
  /** What stands between the gap before, or the beginning, and this one. */
  readonly lead: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

interface Form {
  readonly gaps: readonly Gap[];
  readonly rest: string;
}

/** Texts are looked through once a process: there are as many as in the files of words. */
const forms = new Map<string, Form>();

const formOf = (template: string): Form => {
  const known = forms.get(template);
  if (known) return known;
  const gaps: Gap[] = [];
  let end = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    const [whole, before = '', name = '', after = ''] = match;
    gaps.push({ lead: template.slice(end, match.index), name, before, after });
    end = match.index + whole.length;
  }
  const form = { gaps, rest: template.slice(end) };
  forms.set(template, form);
  return form;
};

const fill = (template: string, params: Params, number: (n: number) => string, place: Place): string => {
  const { gaps, rest } = formOf(template);
  let filled = '';
  for (const { lead, name, before, after } of gaps) {
    const value = params[name];
    const shown = typeof value === 'number' ? number(value) : value;
    filled += lead + (shown === undefined ? `${before}{${name}}${after}` : place(before, shown, after));
  }
  return filled + rest;
};

/** How an amount of a currency is written; asking the format for its digits costs more than formatting. */
interface Currency {
  readonly format: Intl.NumberFormat;
  readonly minorUnits: number;
}

const currencies = new Map<string, Currency>();

const formatMoney = (format: string, { minor, currency }: Money): string => {
  const key = `${format} ${currency}`;
  const known = currencies.get(key) ?? currencyOf(format, currency);
  currencies.set(key, known);
  return known.format.format(minor / known.minorUnits);
};

const currencyOf = (locale: string, currency: string): Currency => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return { format, minorUnits: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
};

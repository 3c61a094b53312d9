import { means } from './items';
import type { Narrowed } from './narrowed';
import { has, type Reading } from './reading';
import type { Status } from './statuses';
import { yearOfMonthIn } from './topics/ranges';
import { takesRequestBack } from './topics/requests';

/** What is said beside the slots: how something is to be bought, which are to be seen, whether the past is asked for. */
export interface Terms {
  readonly trial?: true;
  /** `annual_by_month`: agreed for a year and charged every month. */
  readonly frequency?: 'monthly' | 'annual' | 'annual_by_month';
  /** The order history is asked for. */
  readonly history?: true;
  /** Of the subscriptions, those that are so are asked for. */
  readonly status?: Status;
  /** Of what everybody bought, that is asked for; by a text that does not say so, if an admin typed it. */
  readonly everybodys?: Narrowed;
  /** One's own are asked for. */
  readonly mine?: true;
  /** Of which year, as seen from today, a month is that stands without one. */
  readonly year?: 'this_year' | 'last_year';
  /** It is to be sent as a file. */
  readonly file?: true;
}

/** "/ year". */
const isPer = ({ items }: Reading, concept: 'perYear' | 'perMonth'): boolean =>
  items.some((item, i) => item.text === '/' && means(items[i + 1], concept));

/** "Monthly or yearly?" compares and chooses neither. */
const compares = (reading: Reading): boolean => has(reading, 'or') || reading.items.some(({ text }) => text === '?');

/** Both words at once: a year that is charged every month. */
const frequencyOf = (reading: Reading): Pick<Terms, 'frequency'> => {
  const isAnnual = has(reading, 'yearly') || isPer(reading, 'perYear');
  const isMonthly = has(reading, 'monthly') || isPer(reading, 'perMonth');
  if (isAnnual && isMonthly) return compares(reading) ? {} : { frequency: 'annual_by_month' };
  if (isAnnual) return { frequency: 'annual' };
  return isMonthly ? { frequency: 'monthly' } : {};
};

/** "as a file", "as a PDF attachment", 以檔案傳送, 傳檔案給我, 附件. */
const AS_FILE =
  /\b(?:as|in) an? (?:pdf )?(?:file|attachment)\b|\b(?:file|attachment) of\b|\b(?:the|a) (?:pdf )?file\b|(?:以|用|傳|传|寄|要)(?:送|成|給我|给我)?(?:pdf ?)?(?:檔案|档案|文件|附件)/;

/** What is said of invoices alone. */
const ofInvoices = (reading: Reading): Pick<Terms, 'year' | 'file'> => {
  if (!has(reading, 'invoice') && !reading.items.some(({ kind }) => kind === 'invoice')) return {};
  const year = yearOfMonthIn(reading.original);
  const isFile = AS_FILE.test(reading.original.normalize('NFKC').toLowerCase());
  return { ...(year === undefined ? {} : { year }), ...(isFile ? { file: true } : {}) };
};

export const termsOf = (reading: Reading): Terms => ({
  ...ofInvoices(reading),
  ...(has(reading, 'trial', 'try', 'gratis') ? { trial: true } : {}),
  ...frequencyOf(reading),
  ...(has(reading, 'history') ? { history: true } : {}),
  ...(has(reading, 'myRequests') || takesRequestBack(reading) ? { mine: true } : {}),
});

import { channelLocale, type Locale, locales } from '../../cards/words';
import type { PersonRecord } from '../../domain/store/port';

export const isLocale = (value: unknown): value is Locale => locales.some(locale => locale === value);

/** DESIGN, Conversation: the explicit choice, else the language used when that is clear, else the channel's. */
export const localeOf = (record: PersonRecord, used: Locale | undefined, channel: string | undefined): Locale => {
  if (isLocale(record.language)) return record.language;
  return used ?? channelLocale(channel);
};

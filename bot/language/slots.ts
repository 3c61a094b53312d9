/** A month or a year of the calendar, by name or as seen from today, or a month of whichever year is nearest. */
export interface Moment {
  readonly year?: number | 'this_year' | 'last_year';
  readonly month?: number | 'this_month' | 'last_month';
  /** Of the month; none: all of it. */
  readonly day?: number;
}

/**
 * A calendar month or year, one counted from today, or a range of whole months: without an end until today, without a
 * start from the first there is, up to the end of a month or year (`to`) or up to its beginning (`before`). A month
 * without a year is the latest such month.
 */
export type Period =
  | 'this_month'
  | 'last_month'
  | 'this_year'
  | 'last_year'
  | `last_${number}_months`
  | 'this_week'
  | 'last_week'
  | 'today'
  | 'yesterday'
  | `last_${number}_days`
  | { readonly quarter: number; readonly year?: number }
  | { readonly year: number; readonly month: number }
  | { readonly year: number }
  | { readonly month: number }
  | { readonly from: Moment; readonly to?: Moment }
  | { readonly to: Moment }
  | { readonly before: Moment };

/** Of what admins are told, and how. */
export type NoticeKind = 'requests' | 'purchases' | 'totals' | 'cancellations' | 'failed_payments' | 'expiries';
export type Telling = 'now' | 'daily' | 'off';

/** What was said about a card: never more than its brand and last four digits. */
export interface PaymentSlot {
  readonly brand?: string;
  readonly last4?: string;
}

/** What a text said, names still unresolved. A key is present only when the text named it. */
export interface Slots {
  /** Canonical name from the catalog, or the name of a family of several products. */
  readonly product?: string;
  readonly quantity?: number;
  /** Names and addresses exactly as written, "me" and 我 included. */
  readonly people?: readonly string[];
  readonly period?: Period;
  /** Number of an invoice, upper case and half width. */
  readonly invoice?: string;
  readonly payment?: PaymentSlot;
  readonly profile?: string;
  readonly policy?: 'enabled' | 'disabled' | 'trials_only';
  readonly language?: 'en' | 'zh-TW';
  /** Of which kind of thing that others do an admin is told, and how. */
  readonly notice?: NoticeKind;
  readonly telling?: Telling;
}

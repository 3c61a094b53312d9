/** Milliseconds since 1970-01-01T00:00Z. The pure domain is handed the time and never asks for it. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const addDays = (at: Instant, days: number): Instant => at + days * DAY;

/** Same day of the month in UTC; 31 January plus one month is the last day of February. */
export const addMonths = (at: Instant, months: number): Instant => {
  const from = new Date(at);
  const day = from.getUTCDate();
  const target = new Date(at);
  target.setUTCDate(1);
  target.setUTCMonth(from.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(day, lastDay));
  return target.getTime();
};

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

const MORNING = 8 * HOUR;

/** The next time it is eight in the morning there; an hour off when clocks are changed in between. */
export const nextMorning = (at: Instant, timeZone = 'UTC'): Instant => {
  const minute = Math.floor(at / MINUTE) * MINUTE;
  const passed = sinceMidnight(minute, timeZone);
  return minute + ((MORNING - passed + DAY - MINUTE) % DAY) + MINUTE;
};

const sinceMidnight = (at: Instant, timeZone: string): number => {
  const parts = clockIn(timeZone).formatToParts(at);
  const numberOf = (type: string): number => Number(parts.find(part => part.type === type)?.value ?? 0);
  return numberOf('hour') * HOUR + numberOf('minute') * MINUTE;
};

/** A zone that is not known is UTC. */
const clockIn = (timeZone: string): Intl.DateTimeFormat => {
  const format = { hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en', { ...format, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en', { ...format, timeZone: 'UTC' });
  }
};

import { types } from 'node:util';
import { z } from 'zod';
import type { Instant } from '../../domain/shared/instant';

/** The channel could not be reached or did not take what was sent; the turn or notice itself may have done its work. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered';
  /** The channel's HTTP status, when it answered. */
  readonly status: number | undefined;
  /** Seconds the channel asks to wait, when it says so. */
  readonly retryAfter: number | undefined;

  constructor(cause: Error, now: () => Instant = Date.now) {
    super('an activity could not be delivered', { cause });
    this.status = numberIn(cause, 'statusCode');
    this.retryAfter = retryAfterOf(cause, now);
  }
}

/** The channel's answers after which it may take the same yet; no answer at all is one, too. */
const WORTH_ANOTHER_TRY: ReadonlySet<number | undefined> = new Set([undefined, 412, 429, 502, 503, 504]);
/** The person blocked the bot, or is gone. */
const BLOCKED = 403;

export const mayBeTakenYet = (status: number | undefined): boolean => WORTH_ANOTHER_TRY.has(status);

export const isBlocked = (failure: unknown): boolean => statusOf(failure) === BLOCKED;

/** The channel's HTTP status, if that is why something failed. */
export const statusOf = (failure: unknown): number | undefined =>
  failure instanceof Undelivered ? failure.status : undefined;

/** Runs one request to the channel. Throws Undelivered when it fails for want of a channel or of its consent. */
export const delivering = async <T>(send: () => Promise<T>): Promise<T> => {
  try {
    return await send();
  } catch (error) {
    throw types.isNativeError(error) && isOutage(error) ? new Undelivered(error) : error;
  }
};

/** The names are those of the SDK's transport; `errorCode` is how its token library marks its own. */
const isOutage = (error: Error): boolean =>
  error.name === 'RestError' || error.name === 'AbortError' || 'errorCode' in error;

const numberIn = (error: Error, field: string): number | undefined => {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'number' ? value : undefined;
};

interface Headers {
  get(name: string): unknown;
}
const ANSWERED = z.object({
  response: z.object({
    headers: z.custom<Headers>(
      value => typeof value === 'object' && value !== null && typeof Reflect.get(value, 'get') === 'function',
    ),
  }),
});

/** A number of seconds, or a date; that is told from the channel's own clock where it says what time it is there. */
const retryAfterOf = (error: Error, now: () => Instant): number | undefined => {
  const headers = ANSWERED.safeParse(error).data?.response.headers;
  const asked = headers?.get('retry-after');
  if (typeof asked !== 'string' || asked.trim() === '') return undefined;
  const seconds = Number(asked);
  if (Number.isFinite(seconds)) return seconds;
  const until = Date.parse(asked);
  if (Number.isNaN(until)) return undefined;
  const date = Date.parse(String(headers?.get('date')));
  return Math.max(0, Math.ceil((until - (Number.isNaN(date) ? now() : date)) / SECOND));
};

const SECOND = 1_000;

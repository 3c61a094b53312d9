import { types } from 'node:util';
import { z } from 'zod';

/** The channel could not be reached or did not take what was sent; the turn or notice itself may have done its work. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered';
  /** The channel's HTTP status, when it answered. */
  readonly status: number | undefined;
  /** Seconds the channel asks to wait, when it says so. */
  readonly retryAfter: number | undefined;

  constructor(cause: Error) {
    super('an activity could not be delivered', { cause });
    this.status = numberIn(cause, 'statusCode');
    this.retryAfter = retryAfterOf(cause);
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

const retryAfterOf = (error: Error): number | undefined => {
  const answered = ANSWERED.safeParse(error);
  const seconds = Number(answered.data?.response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
};

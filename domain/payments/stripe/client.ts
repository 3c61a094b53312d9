import Stripe from 'stripe';

/** Where Stripe is and who we are to it. */
export interface StripeSettings {
  readonly secretKey: string;
  /** What webhooks are signed with. */
  readonly webhookSecret: string;
  /** Without a trailing slash. Unset: Stripe's own. */
  readonly apiBase?: string | undefined;
}

/** A fault that somebody should see to. Nothing in it tells of a person or a card. */
export interface StripeProblem {
  readonly asked: string;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly param: string | undefined;
  /** Under which Stripe knows it. */
  readonly requestId: string | undefined;
}

export type Report = (problem: StripeProblem) => void;

/**
 * What came of one call. `declined`: the bank said no. `wrong`: Stripe will never do this, whoever is at fault.
 * `unknown`: it may have been done or not.
 */
export type Asked<T> =
  | { readonly type: 'done'; readonly value: T }
  | { readonly type: 'declined' | 'wrong'; readonly fault: StripeFault }
  | { readonly type: 'unknown' };

export type StripeFault = Partial<Stripe.errors.StripeError>;

/** Makes one call, and tells what came of it; a fault is reported unless its status is `expected`. Never throws. */
export type Ask = <T>(
  asked: string,
  call: (stripe: Stripe) => Promise<T>,
  expected?: readonly number[],
) => Promise<Asked<T>>;

/** Asked at each call for the signal at which it is left to itself. */
export type GiveUp = () => AbortSignal;

/** After so many milliseconds, unless somebody says otherwise. */
const TIME_LIMIT = 6_000;

const inTime: GiveUp = () => AbortSignal.timeout(TIME_LIMIT);

export const createAsk = (settings: StripeSettings, report: Report, giveUp = inTime): Ask => {
  // Our worker tries again, under the same keys; the SDK's own tries would only make people wait.
  const options = { maxNetworkRetries: 0, timeout: TIME_LIMIT, telemetry: false };
  const stripe = new Stripe(settings.secretKey, { ...options, ...placeOf(settings.apiBase) });
  return async (asked, call, expected = []) => {
    const answered = await answerOf(() => before(giveUp(), call(stripe)));
    if (answered.type === 'done') return answered;
    const type = kindOf(answered.fault);
    const isExpected = expected.includes(answered.fault.statusCode ?? 0);
    if (isOurFault(type, answered.fault) && !isExpected) report(problemOf(asked, answered.fault));
    return type === 'unknown' ? { type } : { type, fault: answered.fault };
  };
};

const placeOf = (apiBase: string | undefined): Stripe.StripeConfig => {
  if (apiBase === undefined) return {};
  const { protocol, hostname, port } = new URL(apiBase);
  return {
    protocol: protocol === 'http:' ? 'http' : 'https',
    host: hostname,
    port: port || (protocol === 'http:' ? 80 : 443),
  };
};

const answerOf = async <T>(
  call: () => Promise<T>,
): Promise<{ readonly type: 'done'; readonly value: T } | { readonly type: 'failed'; readonly fault: StripeFault }> => {
  try {
    return { type: 'done', value: await call() };
  } catch (error) {
    return { type: 'failed', fault: typeof error === 'object' && error !== null ? error : {} };
  }
};

/** The SDK's own limit is one of silence: an answer that trickles in would never reach it. */
const before = <T>(end: AbortSignal, call: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const tooLate = (): void => reject(new Error('no answer in time'));
    end.addEventListener('abort', tooLate, { once: true });
    call.then(resolve, reject).finally(() => end.removeEventListener('abort', tooLate));
  });

/** 401 and 403 are of our key, not of what was asked: a key can be mended, and then it will be done. */
const MAY_STILL_BE = new Set([401, 403, 408, 409, 424, 425, 429]);

const kindOf = ({ statusCode, rawType }: StripeFault): 'declined' | 'wrong' | 'unknown' => {
  if (statusCode === 402) return 'declined';
  if (statusCode === undefined || statusCode < 400 || statusCode >= 500) return 'unknown';
  return MAY_STILL_BE.has(statusCode) || rawType === 'idempotency_error' ? 'unknown' : 'wrong';
};

const isOurFault = (type: 'declined' | 'wrong' | 'unknown', { statusCode, rawType }: StripeFault): boolean =>
  type === 'wrong' || statusCode === 401 || statusCode === 403 || rawType === 'idempotency_error';

const problemOf = (asked: string, { statusCode, code, param, requestId }: StripeFault): StripeProblem => ({
  asked,
  status: statusCode,
  code,
  param,
  requestId,
});

/** The key under which Stripe is asked. Ours may be longer than the 255 characters it takes. */
export const keyFor = async (...parts: readonly string[]): Promise<string> => {
  const text = new TextEncoder().encode(parts.map(encodeURIComponent).join(' '));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
};

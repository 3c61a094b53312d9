import { setTimeout as wait } from 'node:timers/promises';
import type { Instant } from '../shared/instant';

/** How requests are sent: `timeoutMs` is what one of them may take in all, its repetitions included. */
export interface Http {
  readonly fetch: typeof fetch;
  readonly now: () => Instant;
  readonly timeoutMs: number;
}

/** `body` is undefined when what came was not JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface Attempt {
  readonly answer?: Answer;
  /** What went wrong, free of addresses and names. */
  readonly fault: string;
  readonly retryAfter: string | null;
}

const NOT_NOW: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const FIRST_PAUSE = 200;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const propertyOf = (value: unknown, key: 'name' | 'cause' | 'code'): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** Only codes are taken from an error: messages and addresses may hold names or secrets. */
const faultOf = (error: unknown): string => {
  if (propertyOf(error, 'name') === 'TimeoutError') return 'no answer in time';
  const code = propertyOf(propertyOf(error, 'cause'), 'code');
  return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? `no connection (${code})` : 'no connection';
};

const attempt = async (http: Http, url: string, init: RequestInit, ms: number): Promise<Attempt> => {
  try {
    const signal = AbortSignal.timeout(Math.max(1, Math.ceil(ms)));
    const response = await http.fetch(url, { ...init, redirect: 'error', signal });
    const body = parse(await response.text());
    const answer = { status: response.status, body };
    return { answer, fault: `answered ${response.status}`, retryAfter: response.headers.get('retry-after') };
  } catch (error) {
    return { fault: faultOf(error), retryAfter: null };
  }
};

/** Milliseconds that a Retry-After header asks for: seconds or a date; undefined when it says neither. */
const askedPause = (header: string | null, now: Instant): number | undefined => {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
};

/** The end of the time a request has, on the clock that never jumps. */
export const deadlineOf = (http: Http): number => performance.now() + http.timeoutMs;

/**
 * Sends a request, again where the service says "not now" or the connection breaks, after the pause it asks for and
 * only while the deadline allows it. One silent attempt takes half of the time at most, so a second one fits.
 * Throws an Error naming `what` and the fault.
 */
export const send = async (
  http: Http,
  what: string,
  deadline: number,
  url: string,
  init: RequestInit,
): Promise<Answer> => {
  for (let pause = FIRST_PAUSE; ; pause *= 2) {
    const left = deadline - performance.now();
    const { answer, fault, retryAfter } = await attempt(http, url, init, Math.min(left, http.timeoutMs / 2));
    if (answer !== undefined && !NOT_NOW.has(answer.status)) return answer;
    const ms = askedPause(retryAfter, http.now()) ?? pause;
    if (performance.now() + ms >= deadline) throw new Error(`${what}: ${fault}`);
    await wait(ms);
  }
};

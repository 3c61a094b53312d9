import { z } from 'zod';
import { type Instant, MINUTE } from '../shared/instant';
import { type Answer, type Http, send } from './graph-http';

/** What the bot signs in to Graph with; `scopeBase` is the origin of the Graph that is asked. */
export interface Credentials {
  readonly loginBase: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopeBase: string;
}

/** The token to ask Graph with, kept until five minutes before it expires; however many ask, one request is made. */
export interface Tokens {
  /** Throws when signing in fails or takes longer than the deadline (and half of the time of a request) allows. */
  current(deadline: number): Promise<string>;
  /** The token is not accepted any more; unless it has been renewed already, the next caller signs in again. */
  forget(token: string): void;
}

interface Token {
  readonly value: string;
  readonly until: Instant;
}

const EARLY = 5 * MINUTE;

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** The OAuth name of the fault; the description beside it repeats ids and is left out. */
const codeOf = (body: unknown): string => {
  const read = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) }).safeParse(body);
  return read.success ? ` (${read.data.error})` : '';
};

const readToken = ({ status, body }: Answer, now: Instant): Token => {
  if (status !== 200) throw new Error(`directory sign-in: answered ${status}${codeOf(body)}`);
  const read = tokenAnswer.safeParse(body);
  if (!read.success) throw new Error('directory sign-in: the answer cannot be read');
  const life = read.data.expires_in * 1_000;
  return { value: read.data.access_token, until: now + Math.max(life - EARLY, life / 2) };
};

/** Signs in with client credentials. */
export const createTokens = (http: Http, credentials: Credentials): Tokens => {
  let kept: Token | undefined;
  let flight: Promise<string> | undefined;

  const signIn = async (deadline: number): Promise<string> => {
    const url = `${credentials.loginBase}/${encodeURIComponent(credentials.tenantId)}/oauth2/v2.0/token`;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      scope: `${credentials.scopeBase}/.default`,
    });
    // Those who wait for the same answer may have more time left than the one who asked first.
    const until = Math.max(deadline, performance.now() + http.timeoutMs / 2);
    const token = readToken(await send(http, 'directory sign-in', until, url, { method: 'POST', body }), http.now());
    kept = token;
    return token.value;
  };

  return {
    current: async deadline => {
      if (kept !== undefined && http.now() < kept.until) return kept.value;
      flight ??= signIn(deadline).finally(() => {
        flight = undefined;
      });
      return flight;
    },
    forget: token => {
      if (kept?.value === token) kept = undefined;
    },
  };
};

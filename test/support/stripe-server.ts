import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DAY } from '../../domain/shared/instant';
import { StripeBooks } from './stripe-books';
import type { Answered, Params } from './stripe-objects';

/**
 * How the next request of a kind fares. `hang`: no answer ever; `cut`: the connection breaks in the middle of the
 * answer; each before it was done or after. `trickle`: done, and the answer begins again and again and never ends. A
 * status is answered instead of doing it.
 */
export type Mishap =
  | 'hang_before'
  | 'hang_after'
  | 'cut_before'
  | 'cut_after'
  | 'trickle'
  | { readonly status: number };

export interface StripeRequest {
  /** Such as `POST /v1/refunds`. */
  readonly what: string;
  readonly idempotencyKey: string | undefined;
  readonly params: Params;
}

export interface StripeServer {
  readonly url: string;
  readonly books: StripeBooks;
  readonly requests: readonly StripeRequest[];
  /** Whatever of this comes next fares so, as often as is said. */
  mishap(what: RegExp, how: Mishap, times?: number): void;
  close(): Promise<void>;
}

export interface StripeServerOptions {
  /** By which idempotency keys are forgotten after a day. */
  readonly now?: () => number;
  /** The address of stripe-mock, which looks at the shape of each request first. */
  readonly judge?: string | undefined;
  /**
   * Told when a request hangs, is cut off before it is done (the SDK tries that once more by itself) or its answer
   * trickles; after whatever is done of it.
   */
  readonly onSilence?: () => void;
}

interface Remembered {
  readonly said: string;
  readonly at: number;
  answer?: Answered;
}

/** A local server with the part of Stripe's API that we use: its state, its idempotency keys, and mishaps at will. */
export const startStripeServer = async ({
  now = Date.now,
  judge,
  onSilence = () => {},
}: StripeServerOptions = {}): Promise<StripeServer> => {
  const books = new StripeBooks();
  const requests: StripeRequest[] = [];
  const mishaps: { readonly what: RegExp; readonly how: Mishap; left: number }[] = [];
  const keys = new Map<string, Remembered>();

  /** Once a key, as long as it is remembered; 400, 409 and 429 come before anything is done, and are not remembered. */
  const once24h = async (key: string | undefined, said: string, run: () => Promise<Answered>): Promise<Answered> => {
    if (key === undefined) return run();
    const known = keys.get(key);
    if (known && now() - known.at < DAY) {
      if (known.said !== said) return idempotencyError(400);
      return known.answer ?? idempotencyError(409);
    }
    const remembered: Remembered = { said, at: now() };
    keys.set(key, remembered);
    const answer = await run();
    if ([400, 404, 409, 429].includes(answer.status)) keys.delete(key);
    else remembered.answer = structuredClone(answer);
    return answer;
  };

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const asked = requestOf(request, text);
    const { what, idempotencyKey, params } = asked;
    requests.push(asked);
    const mishap = mishaps.find(({ what: which, left }) => left > 0 && which.test(what));
    if (mishap) mishap.left -= 1;
    const how = mishap?.how;
    if (how === 'cut_before') request.socket.destroy();
    if (how === 'cut_before' || how === 'hang_before') return onSilence();
    const answer = await once24h(idempotencyKey, `${what} ${text}`, async () => {
      if (typeof how === 'object') return { status: how.status, body: { error: { type: typeFor(how.status) } } };
      const judged = judge === undefined ? undefined : await judgedBy(judge, request, text);
      return judged ?? books.answer(request.method ?? '', what.slice(what.indexOf(' ') + 1), params);
    });
    if (how !== 'trickle' && how !== 'hang_after') return send(response, answer, how === 'cut_after');
    if (how === 'trickle') trickle(response);
    onSilence();
  };

  const server = createServer((request, response) => {
    take(request, response).catch(() => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}`, books, requests },
    mishap: (what, how, times = 1) => void mishaps.push({ what, how, left: times }),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const requestOf = (request: IncomingMessage, text: string): StripeRequest => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://stripe');
  const header = request.headers['idempotency-key'];
  return {
    what: `${request.method} ${pathname}`,
    idempotencyKey: typeof header === 'string' ? header : undefined,
    params: Object.fromEntries([...searchParams, ...new URLSearchParams(text)]),
  };
};

const idempotencyError = (status: number): Answered => ({ status, body: { error: { type: 'idempotency_error' } } });

const typeFor = (status: number): string => {
  if (status === 401) return 'authentication_error';
  return status === 429 ? 'rate_limit_error' : status < 500 ? 'invalid_request_error' : 'api_error';
};

/** What stripe-mock has against a request, if anything. */
const judgedBy = async (judge: string, request: IncomingMessage, body: string): Promise<Answered | undefined> => {
  const { authorization = '', 'content-type': type = '', 'stripe-version': version } = request.headers;
  const answer = await fetch(`${judge}${request.url}`, {
    method: request.method ?? 'GET',
    headers: { authorization, 'content-type': type, 'stripe-version': String(version) },
    ...(body === '' ? {} : { body }),
  });
  if (answer.ok) return undefined;
  const said: unknown = await answer.json();
  return { status: answer.status, body: typeof said === 'object' && said !== null ? said : {} };
};

const send = (response: ServerResponse, { status, body }: Answered, isCut: boolean): void => {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
  if (!isCut) {
    response.end(text);
    return;
  }
  response.write(text.slice(0, 20), () => response.destroy());
};

const trickle = (response: ServerResponse): void => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.once('close', () => clearInterval(timer));
};

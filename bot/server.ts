import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { pino } from 'pino';
import * as restify from 'restify';
import { z } from 'zod';
import type { Instant } from '../domain/shared/instant';
import { isLoopback } from './config/rules';
import type { Log } from './logging';
import type { Metrics } from './metrics';
import { type Answer, json, type RefusalCode, refusal, send } from './server/answer';
import { type Hook, serveHook } from './server/hook';
import { createInFlight } from './server/in-flight';
import { createMessages } from './server/messages';
import { type Page, servePage } from './server/page';
import { createRateLimit } from './server/rate-limit';
import { createProbe } from './server/readiness';
import type { TeamsAdapter, TurnLogic } from './turn/adapter';
import type { TellTrouble } from './turn/trouble';

export interface ServerOptions {
  readonly adapter: Pick<TeamsAdapter, 'admit' | 'run'>;
  readonly logic: TurnLogic;
  /** Tells the person that a turn failed. */
  readonly trouble: TellTrouble;
  /** Resolves when what the bot needs can be reached. */
  readonly ready: () => Promise<void>;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Messages a minute a person, ten times that an address; 0 is no limit. */
  readonly rateLimit: number;
  /** Without credentials nothing but this machine is listened to. */
  readonly credentialsSet: boolean;
  readonly pages?: readonly Page[];
  readonly hooks?: readonly Hook[];
  readonly now?: () => Instant;
}

export interface BotServer {
  /** Resolves once requests are taken, with the port chosen when it was 0. Rejects when the port is taken. */
  listen(port: number, host: string): Promise<{ readonly port: number }>;
  /** Takes nothing new, lets turns in flight finish for up to ten seconds, and resolves when all is closed. */
  close(): Promise<void>;
}

/** How long turns in flight may take to finish when the server closes, in milliseconds. */
const PATIENCE = 10_000;
const ADDRESS_FACTOR = 10;

/** What serves is nobody's business. */
const NAMELESS = '';
/**
 * Restify's own log would repeat what is asked for; its types want the logger it had before this one. Signed tokens are
 * longer than the 100 characters that its router takes a part of a path to have.
 */
const QUIET: object = { log: pino({ level: 'silent' }), maxParamLength: 4_000 };

type Handler = (request: restify.Request) => Promise<Answer> | Answer;

/** The bot over HTTP: activities, pages, health and metrics. */
export const createServer = (options: ServerOptions): BotServer => {
  const { log, metrics, rateLimit, credentialsSet, pages = [], hooks = [], now = Date.now } = options;
  const server = restify.createServer({ name: NAMELESS, ...QUIET });
  const inFlight = createInFlight();
  const addresses = createRateLimit(rateLimit * ADDRESS_FACTOR, now);
  const isReady = createProbe(options.ready);
  const messages = createMessages({ ...options, now });
  let closing = false;

  const answer = async (handler: Handler, request: restify.Request, response: ServerResponse): Promise<void> => {
    const outcome = await attempt(handler, request);
    if (closing) response.setHeader('Connection', 'close');
    await send(response, outcome).catch(error => {
      // Who reads too slowly or goes away in the middle is not our trouble.
      if (!isGone(error)) log.error({ err: error, path: request.getRoute().path }, 'an answer broke off');
    });
  };

  const attempt = async (handler: Handler, request: restify.Request): Promise<Answer> => {
    try {
      return await handler(request);
    } catch (error) {
      log.error({ err: error, path: request.getRoute().path }, 'a request failed');
      return refusal('InternalError');
    }
  };

  const serving = (handler: Handler) => async (request: restify.Request, response: restify.Response) => {
    const work = answer(handler, request, response);
    inFlight.add(work, response);
    await work;
  };

  /** For what strangers can ask: neither after closing nor too often. */
  const guarded = (handler: Handler): Handler => {
    return request => {
      if (closing) return refusal('Unavailable', undefined, { 'Retry-After': '5' });
      const wait = addresses.take(request.socket.remoteAddress ?? '');
      if (wait === 0) return handler(request);
      metrics.refused('rate_address');
      return refusal('TooManyRequests', undefined, { 'Retry-After': String(wait) });
    };
  };

  server.post(
    '/api/messages',
    serving(guarded(request => (credentialsSet || isForLoopback(request) ? messages(request) : refusal('Forbidden')))),
  );
  for (const page of pages) {
    const handler = serving(guarded(request => servePage(page, request, request.params)));
    if (page.method === 'POST') server.post(page.path, handler);
    else {
      server.get(page.path, handler);
      server.head(page.path, handler);
    }
  }
  for (const hook of hooks) server.post(hook.path, serving(guarded(request => serveHook(hook, request))));
  const alive: Handler = () => json(200, { status: 'alive' });
  const ready: Handler = async () =>
    !closing && (await isReady()) ? json(200, { status: 'ready' }) : refusal('Unavailable');
  for (const [path, handler] of [
    ['/healthz', alive],
    ['/readyz', ready],
  ] as const) {
    server.get(path, serving(handler));
    server.head(path, serving(handler));
  }
  server.get(
    '/metrics',
    serving(async () => ({
      status: 200,
      headers: { 'Content-Type': metrics.contentType },
      body: await metrics.text(),
    })),
  );
  server.on('restifyError', (_request, response: restify.Response, error: unknown, done: () => void) => {
    const { status, body, headers } = refusal(codeOf(error));
    // In restify's own way, so that it does not answer once more.
    response.sendRaw(status, body, { ...headers });
    done();
  });
  // Nothing here speaks another protocol, and restify leaves the connection of one who asks for it open for ever.
  server.on('upgrade', (_request: IncomingMessage, socket: Duplex) => socket.destroy());
  limitTimes(server.server);

  return {
    listen: async (port, host) => {
      if (!credentialsSet && !isLoopback(host)) throw new Error('without credentials only loopback is listened on');
      const listening = once(server, 'listening');
      server.listen(port, host);
      await listening;
      return { port: server.address().port };
    },
    close: async () => {
      closing = true;
      const closed = new Promise<void>(resolve => server.close(resolve));
      await inFlight.settled(PATIENCE);
      server.server.closeAllConnections();
      await closed;
    },
  };
};

const GONE = z.object({ code: z.literal('ERR_STREAM_PREMATURE_CLOSE') });

const isGone = (error: unknown): boolean => GONE.safeParse(error).success;

/** A page of another site, led here by a name of its own for this machine, still names itself as the host. */
const isForLoopback = ({ headers }: IncomingMessage): boolean => isLoopback((headers.host ?? '').replace(/:\d+$/, ''));

const ANSWERED_WITH = z.object({ statusCode: z.number() });

const codeOf = (error: unknown): RefusalCode => {
  const { statusCode: status } = ANSWERED_WITH.safeParse(error).data ?? {};
  if (status === 404) return 'NotFound';
  if (status === 405) return 'MethodNotAllowed';
  return status === 400 ? 'BadRequest' : 'InternalError';
};

/** A sender who dawdles does not hold a connection; a channel that keeps one is not made to open another. */
const limitTimes = (server: Server): void => {
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
};

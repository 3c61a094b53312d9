import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What goes back over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is not there as a whole is sent as it comes; when it breaks off, so does the connection. */
  readonly body?: string | Buffer | AsyncIterable<string>;
}

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { ...JSON_TYPE, ...headers },
  body: JSON.stringify(value),
});

const REFUSALS = {
  BadRequest: { status: 400, message: 'The request is not as it should be.' },
  Unauthorized: { status: 401, message: 'The token is missing or not good for this activity.' },
  Forbidden: { status: 403, message: 'Without credentials the bot answers to this machine alone.' },
  NotFound: { status: 404, message: 'There is nothing here.' },
  MethodNotAllowed: { status: 405, message: 'This address does not take that method.' },
  TooLarge: { status: 413, message: 'The request is too large.' },
  UnsupportedMediaType: { status: 415, message: 'The request is not in a format that is taken here.' },
  TooManyRequests: { status: 429, message: 'Too many messages: wait a moment and try again.' },
  InternalError: { status: 500, message: 'Something went wrong here. Try again later.' },
  Unavailable: { status: 503, message: 'Not available at the moment. Try again shortly.' },
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** A refusal as every route gives it: a code for programs, a sentence for people, nothing about the inside. */
export const refusal = (code: RefusalCode, message?: string, headers?: Readonly<Record<string, string>>): Answer =>
  json(REFUSALS[code].status, { code, message: message ?? REFUSALS[code].message }, headers);

/** Writes an answer out, unless the caller has gone. Throws when what is sent as it comes breaks off. */
export const send = async (response: ServerResponse, { status, headers = {}, body = '' }: Answer): Promise<void> => {
  if (response.destroyed || response.headersSent) return;
  const isWhole = typeof body === 'string' || Buffer.isBuffer(body);
  response.writeHead(status, {
    'X-Content-Type-Options': 'nosniff',
    ...headers,
    ...(isWhole ? { 'Content-Length': Buffer.byteLength(body) } : {}),
  });
  if (isWhole) response.end(body);
  else if (response.req.method === 'HEAD') response.end();
  else await pipeline(Readable.from(body), response);
};

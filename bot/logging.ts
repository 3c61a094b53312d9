import { isNativeError } from 'node:util/types';
import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

/** Fields that hold what people say, who they are or what proves it; however deep a caller puts them, up to three. */
const PRIVATE = [
  'text',
  'summary',
  'value',
  'activity',
  'name',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'email',
  'from',
  'recipient',
  'aadObjectId',
  'userPrincipalName',
  'authorization',
  'Authorization',
  'token',
  'access_token',
  'password',
  'secret',
  'headers',
  'body',
  'request',
  'response',
  'config',
];

/**
 * A log of JSON lines. What is private is left out even where a caller hands it over by mistake, and errors lose what
 * their messages quote: a parser's or a driver's message repeats the text or the key it stumbled over.
 */
export const createLog = (level: string, destination?: DestinationStream): Log => {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: plainError, error: plainError },
    redact: { paths: PRIVATE.flatMap(key => [key, `*.${key}`, `*.*.${key}`]), remove: true },
  };
  return destination ? pino(options, destination) : pino(options);
};

/** What of a thrown value may stand in a log: its kind, its code, where it came from, and its message without quotes. */
export interface PlainError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly stack?: string;
  readonly cause?: PlainError;
}

const plainError = (thrown: unknown): PlainError => {
  if (!isNativeError(thrown)) return { type: typeof thrown, message: 'not an error' };
  const code = 'code' in thrown ? thrown.code : undefined;
  const status = 'statusCode' in thrown ? thrown.statusCode : undefined;
  const frames = thrown.stack
    ?.split('\n')
    .filter(line => /^\s+at /.test(line))
    .join('\n');
  return {
    type: thrown.name,
    message: withoutQuotes(thrown.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    ...(frames ? { stack: frames } : {}),
    ...(isNativeError(thrown.cause) ? { cause: plainError(thrown.cause) } : {}),
  };
};

const withoutQuotes = (message: string): string =>
  message
    .replace(/"[^"]*"?|'[^']*'|`[^`]*`|“[^”]*”|\{[^}]*\}?/g, '…')
    .replace(/\b[a-z][a-z+]*:\/\/[^\s/]*@/gi, '…@')
    .replace(/[^\s@]+@[^\s@]+/g, '…')
    .replace(/\b(Bearer\s+)?eyJ[\w.-]+/g, '…')
    .replace(/\d(?:[ -]?\d){7,}/g, '…')
    .slice(0, 300);

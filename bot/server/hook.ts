import type { IncomingMessage } from 'node:http';
import { type Answer, json, refusal } from './answer';
import { isOfType, readBody } from './body';

/** Where another service tells us something, whoever takes it. */
export interface Hook {
  /** Such as `/webhooks/stripe`. */
  readonly path: string;
  /** In lower case: the header that says who sent it. */
  readonly signedIn: string;
  /** False: it is not from whom it says it is. Throws when it could not be taken and is to be sent again. */
  take(message: string, signature: string | undefined): Promise<boolean>;
}

const BODY_LIMIT = 512 * 1024;

/** Serves one message to a hook. Throws what the hook throws. */
export const serveHook = async (hook: Hook, request: IncomingMessage): Promise<Answer> => {
  if (!isOfType(request, 'application/json')) return refusal('UnsupportedMediaType');
  const body = await readBody(request, BODY_LIMIT);
  if (!body.ok) return refusal(body.error === 'too_large' ? 'TooLarge' : 'BadRequest');
  const signature = request.headers[hook.signedIn];
  const isTaken = await hook.take(body.value, Array.isArray(signature) ? undefined : signature);
  return isTaken ? json(200, { received: true }) : refusal('BadRequest', 'The signature is not good.');
};

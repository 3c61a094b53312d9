import type { IncomingMessage } from 'node:http';
import { fail, ok, type Result } from '../../domain/shared/result';

export type BodyRefusal = 'too_large' | 'encoded' | 'cut_off';

/** Of a body that is too large so much is read and thrown away, so that its sender gets to see the answer. */
const PATIENCE = 16;

/** The body of a request as text, of at most `limit` bytes. */
export const readBody = (request: IncomingMessage, limit: number): Promise<Result<string, BodyRefusal>> => {
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return Promise.resolve(fail('encoded'));
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    let size = 0;
    if (Number(request.headers['content-length']) > limit) resolve(fail('too_large'));
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else resolve(fail('too_large'));
      if (size > limit * PATIENCE) request.destroy();
    });
    request.on('end', () => resolve(ok(Buffer.concat(chunks).toString('utf8'))));
    request.on('error', () => resolve(fail('cut_off')));
    request.on('close', () => resolve(fail('cut_off')));
  });
};

/** Whether a request says that its body is of this media type. */
export const isOfType = (request: IncomingMessage, mediaType: string): boolean =>
  (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === mediaType;

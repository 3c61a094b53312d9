import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * How the next file fares. `hang`: no answer ever. `cut`: the connection breaks in the middle of the request; `cut_after`:
 * in the middle of the answer. `flood`: an answer that never ends. A status is answered instead of taking it.
 */
export type Fate = 'hang' | 'cut' | 'cut_after' | 'flood' | { readonly status: number; readonly retryAfter?: string };

export interface SavedFile {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
}

/** Where files go: keeps what comes, and behaves badly at will. */
export interface OneDrive {
  readonly url: string;
  readonly saved: readonly SavedFile[];
  /** Requests of any kind, as method and path. */
  readonly asked: readonly string[];
  readonly fates: Fate[];
  close(): Promise<void>;
}

export const startOneDrive = async (): Promise<OneDrive> => {
  const saved: SavedFile[] = [];
  const asked: string[] = [];
  const fates: Fate[] = [];

  const answer = (fate: Fate | undefined, response: ServerResponse, file: SavedFile): void => {
    if (typeof fate === 'object') {
      const { status, retryAfter } = fate;
      // Wherever it leads, nothing of ours is to follow.
      response.writeHead(status, { Location: '/elsewhere', ...(retryAfter ? { 'Retry-After': retryAfter } : {}) });
      response.end();
      return;
    }
    saved.push(file);
    if (fate === 'cut_after') {
      response.destroy();
      return;
    }
    response.writeHead(201, { 'Content-Type': 'application/json' });
    if (fate !== 'flood') {
      response.end('{"id":"item"}');
      return;
    }
    const timer = setInterval(() => response.write('x'.repeat(1_000)), 1);
    response.once('close', () => clearInterval(timer));
  };

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked.push(`${request.method} ${request.url?.split('?')[0]}`);
    const fate = fates.shift();
    if (fate === 'hang') return;
    if (fate === 'cut') return void request.socket.destroy();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    answer(fate, response, { path: request.url ?? '', headers: request.headers, bytes: Buffer.concat(chunks) });
  };

  const server = createServer((request, response) => {
    take(request, response).catch(() => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}`, saved, asked, fates },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

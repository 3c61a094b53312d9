import { createServer, type Server } from 'node:http';
import { z } from 'zod';

export interface SentActivity {
  readonly path: string;
  /** What a screen reader says of it. */
  readonly text: string;
  /** The card, when it has one. */
  readonly card: unknown;
}

/** The channel's side of a conversation: keeps what is sent to people unasked, and answers as it is told. */
export interface Channel {
  readonly url: string;
  readonly sent: readonly SentActivity[];
  /** The status it answers with from now on. */
  answers: number;
  /** Resolves once so many were sent whose text or path holds `part`; to them. */
  sentAtLeast(count: number, part: string): Promise<readonly SentActivity[]>;
  close(): void;
}

const activity = z.object({
  summary: z.string().optional(),
  attachments: z.array(z.object({ content: z.unknown() })).optional(),
});

export const startChannel = async (): Promise<Channel> => {
  const sent: SentActivity[] = [];
  const waiting = new Set<() => void>();
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', data => {
      body += String(data);
    });
    request.on('end', () => {
      const { summary = '', attachments } = activity.parse(JSON.parse(body));
      sent.push({ path: request.url ?? '', text: summary, card: attachments?.[0]?.content });
      response.statusCode = channel.answers;
      response.setHeader('Content-Type', 'application/json');
      response.end('{"id":"1"}');
      for (const look of waiting) look();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const channel: Channel = {
    ...{ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`, sent, answers: 200 },
    sentAtLeast: (count, part) =>
      new Promise(resolve => {
        const look = (): void => {
          const found = sent.filter(({ path, text }) => text.includes(part) || path.includes(part));
          if (found.length >= count) resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => server.close(),
  };
  return channel;
};

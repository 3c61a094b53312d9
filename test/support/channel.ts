import { createServer, type Server } from 'node:http';
import { z } from 'zod';

export interface SentActivity {
  /** POST for a new message, PUT for one that takes the place of an earlier one, DELETE for one that is taken away. */
  readonly method: string;
  readonly path: string;
  readonly type: string;
  /** What a screen reader says of it, or its plain words. */
  readonly text: string;
  /** The card, when it has one. */
  readonly card: unknown;
  /** What it holds, as the channel's client is given it. */
  readonly attachment: unknown;
}

/** The channel's side of a conversation: keeps what is sent to people unasked, and answers as it is told. */
export interface Channel {
  readonly url: string;
  readonly sent: readonly SentActivity[];
  /** The status it answers with from now on. */
  answers: number;
  /** The same for messages that are to take the place of an earlier one; 0: as all others. */
  answersUpdates: number;
  /** What it answers in conversations whose id holds this; it may take its time. */
  readonly answersIn: Map<string, () => number | Promise<number>>;
  /** Resolves once so many were sent whose text or path holds `part`; to them. */
  sentAtLeast(count: number, part: string): Promise<readonly SentActivity[]>;
  close(): void;
}

const activity = z.object({
  type: z.string(),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.looseObject({ content: z.unknown() })).optional(),
});
/** What is taken away has no words. */
const NOTHING = { type: 'nothing' };

export const startChannel = async (): Promise<Channel> => {
  const sent: SentActivity[] = [];
  const waiting = new Set<() => void>();
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', data => {
      body += String(data);
    });
    request.on('end', () => {
      const { type, summary = '', text = '', attachments } = activity.parse(body === '' ? NOTHING : JSON.parse(body));
      const { method = '', url = '' } = request;
      const [attachment] = attachments ?? [];
      sent.push({ method, path: url, text: summary || text, type, card: attachment?.content, attachment });
      for (const look of waiting) look();
      const [, inThere] = [...channel.answersIn].find(([part]) => url.includes(part)) ?? [];
      const everywhere = method === 'PUT' && channel.answersUpdates ? channel.answersUpdates : channel.answers;
      void Promise.resolve(inThere?.() ?? everywhere).then(status => {
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end('{"id":"1"}');
      });
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const channel: Channel = {
    ...{
      url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`,
      sent,
      answers: 200,
      answersUpdates: 0,
      answersIn: new Map(),
    },
    sentAtLeast: (count, part) =>
      new Promise(resolve => {
        const look = (): void => {
          const found = sent.filter(({ path, text }) => text.includes(part) || path.includes(part));
          if (found.length >= count) resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return channel;
};

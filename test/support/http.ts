import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { createLog } from '../../bot/logging';
import { createMetrics } from '../../bot/metrics';
import { createServer, type ServerOptions } from '../../bot/server';
import { createAdapter } from '../../bot/turn/adapter';
import type { ChannelAuthOptions } from '../../bot/turn/channel-auth';

/** Where the channel would be answered; nobody listens there. */
export const SERVICE_URL = 'http://127.0.0.1:1/';

/** Says what it hears; answers an invoke with its value. */
export const echo = async (context: TurnContext): Promise<void> => {
  const { type, text, value } = context.activity;
  if (type === ActivityTypes.Invoke)
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: { heard: value } } });
  else if (text) await context.sendActivity(`heard: ${text}`);
};

export interface RunningServer {
  readonly url: string;
  readonly logged: string[];
  post(activity: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

export const NO_CREDENTIALS: ChannelAuthOptions = {
  bot: undefined,
  openIdMetadataUrl: undefined,
  tokenIssuer: undefined,
};

/** The bot's own server around an echo, on a port of its own. */
export const startServer = async (
  options: Partial<ServerOptions> = {},
  auth: ChannelAuthOptions = NO_CREDENTIALS,
): Promise<RunningServer> => {
  const logged: string[] = [];
  const server = createServer({
    adapter: createAdapter(auth),
    logic: echo,
    trouble: (_context, error) => Promise.reject(error),
    ready: () => Promise.resolve(),
    log: createLog('trace', { write: line => logged.push(line) }),
    metrics: createMetrics(),
    rateLimit: 0,
    credentialsSet: auth.bot !== undefined,
    ...options,
  });
  const { port } = await server.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    logged,
    post: (activity, headers = {}) =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      }),
    close: () => server.close(),
  };
};

/** A message as Teams sends it, answered in the response, but for what is given. */
export const message = (fields: object = {}): Record<string, unknown> => ({
  type: 'message',
  id: '1700000000000',
  timestamp: '2026-01-02T03:04:05.678Z',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  deliveryMode: 'expectReplies',
  from: { id: '29:one', name: 'Ana Souza', aadObjectId: 'person-one' },
  recipient: { id: '28:bot', name: 'Purchases' },
  conversation: { id: 'a:conversation', conversationType: 'personal', tenantId: 'tenant-one' },
  channelData: { tenant: { id: 'tenant-one' } },
  entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US' }],
  text: 'hello',
  locale: 'en-US',
  ...fields,
});

/** The texts of the replies in a response. */
export const repliesIn = async (response: Response): Promise<(string | undefined)[]> => {
  const { activities } = (await response.json()) as { activities: Partial<Activity>[] };
  return activities.map(({ text }) => text);
};

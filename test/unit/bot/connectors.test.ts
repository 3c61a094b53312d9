import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { ConnectorClient, ConnectorFactory, MicrosoftAppCredentials } from 'botframework-connector';
import { OneTryConnectors } from '../../../bot/turn/connectors';
import { delivering, Undelivered } from '../../../bot/turn/undelivered';

/** Connectors as the SDK makes them, counted. */
class Plain extends ConnectorFactory {
  made = 0;
  override create(serviceUrl: string): Promise<ConnectorClient> {
    this.made += 1;
    return Promise.resolve(new ConnectorClient(MicrosoftAppCredentials.Empty, { baseUri: serviceUrl }));
  }
}

let channel: Server;
let url: string;
let tries: number;
let answer: { status: number; headers?: Record<string, string> } | 'never';
let asked: () => void;

beforeEach(async () => {
  tries = 0;
  asked = () => {};
  channel = createServer((_request, response) => {
    tries += 1;
    asked();
    if (answer === 'never') return;
    response.writeHead(answer.status, answer.headers);
    response.end();
  });
  channel.listen(0, '127.0.0.1');
  await once(channel, 'listening');
  const address = channel.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
});
afterEach(async () => {
  channel.closeAllConnections();
  channel.close();
  await once(channel, 'close');
});

const send = async (connectors: ConnectorFactory): Promise<unknown> => {
  const connector = await connectors.create(url);
  const sending = delivering(() => connector.conversations.sendToConversation('chat', { type: 'message', text: 'hi' }));
  return sending.then(
    () => 'delivered',
    error => error,
  );
};

describe('a connector', () => {
  it.each([429, 500, 502, 503])('tries once when the channel answers %i, and says so', async status => {
    answer = { status, headers: { 'Retry-After': '7' } };
    expect(await send(new OneTryConnectors(new Plain()))).toMatchObject({ name: 'Undelivered', status, retryAfter: 7 });
    expect(tries).toBe(1);
  });

  it('says how long the channel asks to wait when it names the moment, by the channel’s own clock', async () => {
    const at = Date.UTC(2026, 0, 31, 12);
    const [date, until] = [at, at + 90_000].map(time => new Date(time).toUTCString());
    answer = { status: 429, headers: { Date: date ?? '', 'Retry-After': until ?? '' } };
    expect(await send(new OneTryConnectors(new Plain()))).toMatchObject({ status: 429, retryAfter: 90 });
  });

  it('goes by its own clock when the channel does not say what time it is, and by none when it makes no sense', () => {
    const asking = (headers: Readonly<Record<string, string>>) => {
      const response = { headers: { get: (name: string) => headers[name] } };
      return new Undelivered(Object.assign(new Error('no'), { response }), () => Date.UTC(2026, 0, 31)).retryAfter;
    };
    expect(asking({ 'retry-after': new Date(Date.UTC(2026, 0, 31) + 7_000).toUTCString() })).toBe(7);
    expect(asking({ 'retry-after': new Date(Date.UTC(2026, 0, 30)).toUTCString() })).toBe(0);
    expect(asking({ 'retry-after': 'soon' })).toBeUndefined();
    expect(asking({ 'retry-after': '' })).toBeUndefined();
  });

  it('gives up when the channel does not answer in time', async () => {
    answer = 'never';
    const patience = new AbortController();
    asked = () => patience.abort();
    const given = await send(new OneTryConnectors(new Plain(), () => patience.signal));
    expect(given).toBeInstanceOf(Undelivered);
    expect(given).toMatchObject({ status: undefined, retryAfter: undefined });
    expect(tries).toBe(1);
  });

  it('is made once for an address', async () => {
    const plain = new Plain();
    const connectors = new OneTryConnectors(plain);
    const [one, two, other] = [connectors.create(url), connectors.create(url), connectors.create(`${url}other`)];
    expect(await one).toBe(await two);
    expect(await other).not.toBe(await one);
    expect(plain.made).toBe(2);
  });
});

describe('what fails while delivering', () => {
  it('and is no fault of the channel stays what it is', async () => {
    const bug = new TypeError('a bug');
    await expect(delivering(() => Promise.reject(bug))).rejects.toBe(bug);
  });
});

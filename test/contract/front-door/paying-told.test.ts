import { createServer, type Server } from 'node:http';
import { z } from 'zod';
import { ALEX, type BotUnderTest, type SeenCard, seen, startBotUnderTest } from '../../support/bot';
import { fillIn } from '../../support/payment-page';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly card: SeenCard;
}

/** The channel: keeps what the bot sends or changes there, and answers as it is told. */
interface Channel {
  readonly url: string;
  readonly sent: readonly Sent[];
  /** The answer to a change of a message. */
  changing: number;
  /** Resolves with the latest once so much was sent. */
  sentAtLeast(count: number): Promise<Sent>;
  close(): void;
}

const activity = z.object({
  type: z.string(),
  attachments: z.array(z.object({ content: z.unknown() })).default([]),
});

const startChannel = async (): Promise<Channel> => {
  const sent: Sent[] = [];
  let wake = (): void => undefined;
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', data => {
      body += String(data);
    });
    request.on('end', () => {
      const { method = '', url: path = '' } = request;
      const { type, attachments } = activity.parse(JSON.parse(body));
      const card = seen(attachments[0]?.content);
      // Alex is reminded of a subscription as well, whenever that happens.
      const isReminder = card.text.includes('Project Plan 3');
      // A turn that takes long shows that the bot is at it.
      if (!isReminder && type !== 'typing') sent.push({ method, path, card });
      response.statusCode = method === 'PUT' ? channel.changing : 200;
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ id: `message-${sent.length}` }));
      wake();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const channel: Channel = {
    ...{ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`, sent, changing: 200 },
    sentAtLeast: count =>
      new Promise(resolve => {
        wake = () => {
          const latest = sent.at(-1);
          if (latest && sent.length >= count) resolve(latest);
        };
        wake();
      }),
    close: () => server.close(),
  };
  return channel;
};

let channel: Channel;
let bot: BotUnderTest;
beforeEach(async () => {
  channel = await startChannel();
  bot = await startBotUnderTest();
});
afterEach(async () => {
  await bot.close();
  channel.close();
});

/** Types a text as a client does that is answered by the channel; the card that came. */
const say = async (text: string, locale = 'en-US'): Promise<Sent> => {
  const before = channel.sent.length;
  await bot.post({ type: 'message', text, serviceUrl: channel.url, deliveryMode: 'normal', locale });
  return channel.sentAtLeast(before + 1);
};

test.each([
  ['en-US', 'add a payment method', 'Visa ending in 4242 is on file'],
  ['zh-TW', '新增付款方式', '已儲存末四碼 4242 的 Visa'],
])('%s: the card that led to the page says what came of it, in its own place', async (locale, text, told) => {
  const handed = await say(text, locale);
  expect((await fillIn(handed.card.link())).status).toBe(200);
  const renewed = await channel.sentAtLeast(2);
  expect(renewed.method).toBe('PUT');
  expect(renewed.path).toContain(`/v3/conversations/chat-of-${ALEX}/activities/message-1`);
  expect(renewed.card.text).toContain(told);
  expect(renewed.card.links).toEqual([]);
});

test('each link of a card with several is renewed in the same place', async () => {
  const handed = await say('edit my payment method');
  await fillIn(handed.card.links[1]?.url ?? '');
  const renewed = await channel.sentAtLeast(2);
  expect(renewed.path).toContain('message-1');
  expect(renewed.card.text).toContain('Mastercard ending in 4444 is up to date');
});

test('a card that came in the place of another is found by the message it stands in', async () => {
  const list = await say('payment methods');
  const value = { action: { type: 'Action.Execute', verb: 'x', data: list.card.button('Replace').data } };
  const fields = { type: 'invoke', name: 'adaptiveCard/action', value, deliveryMode: 'normal', replyToId: 'message-1' };
  const answered = await bot.post({ ...fields, serviceUrl: channel.url });
  const handed = seen(z.object({ value: z.unknown() }).parse(await answered.json()).value);
  expect((await channel.sentAtLeast(2)).card.link()).toBe(handed.link());
  await fillIn(handed.link());
  const renewed = await channel.sentAtLeast(3);
  expect([renewed.method, renewed.path]).toEqual(['PUT', expect.stringContaining('activities/message-1')]);
  expect(renewed.card.text).toContain('Contoso Marketing is paid with Visa ending in 4242 now');
});

test('where the message cannot be changed, another is sent', async () => {
  channel.changing = 404;
  const handed = await say('add a payment method');
  await fillIn(handed.card.link());
  const renewed = await channel.sentAtLeast(3);
  expect(renewed.method).toBe('POST');
  expect(renewed.card.text).toContain('is on file');
});

test('a page that was not brought to its end leaves the card as it is', async () => {
  const handed = await say('add a payment method');
  expect((await fillIn(handed.card.link(), { 'cc-number': '4000000000000002' })).status).toBe(422);
  await say('payment methods');
  expect(channel.sent.map(({ method }) => method)).toEqual(['POST', 'POST']);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openEmbeddedStore } from '../../../domain/store/embedded';
import { createStore } from '../../../domain/store/store';
import { ALEX, startBotUnderTest, TENANT } from '../../support/bot';

const START = Date.UTC(2026, 5, 15, 9);
const DAY = 86_400_000;

/** The channel: keeps what is sent to people unasked, and answers as it is told. */
interface Channel {
  readonly url: string;
  readonly sent: { readonly path: string; readonly text: string }[];
  answers: number;
  /** Resolves once so many notices of Power BI Pro were sent. */
  sentAtLeast(count: number): Promise<void>;
  /** Those of Power BI Pro; other subscriptions are reminded of as well. */
  ofPowerBi(): readonly { readonly path: string; readonly text: string }[];
  close(): void;
}

const activity = z.object({ summary: z.string().optional() });

const startChannel = async (): Promise<Channel> => {
  const sent: { path: string; text: string }[] = [];
  let wake: (() => void) | undefined;
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', data => {
      body += String(data);
    });
    request.on('end', () => {
      sent.push({ path: request.url ?? '', text: activity.parse(JSON.parse(body)).summary ?? '' });
      response.statusCode = channel.answers;
      response.setHeader('Content-Type', 'application/json');
      response.end('{"id":"1"}');
      wake?.();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const channel: Channel = {
    ...{ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`, sent, answers: 200 },
    sentAtLeast: count =>
      new Promise(resolve => {
        const look = (): void => {
          if (channel.ofPowerBi().length >= count) resolve();
        };
        wake = look;
        look();
      }),
    ofPowerBi: () => sent.filter(({ text }) => text.includes('Power BI Pro')),
    close: () => server.close(),
  };
  return channel;
};

let folder: string;
let channel: Channel;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notices-'));
  channel = await startChannel();
});
afterEach(async () => {
  channel.close();
  await rm(folder, { recursive: true, force: true });
});

/** Alex spoke with the bot, and then only has a card that fails when it is charged. */
const alexCannotPay = async (locale: string, conversationType = 'personal'): Promise<void> => {
  const bot = await startBotUnderTest({ env: { DATA_DIR: folder }, now: () => START });
  const by = { locale, conversation: { conversationType } };
  await bot.post(
    { type: 'message', text: locale === 'zh-TW' ? '我的訂閱' : 'my subscriptions', serviceUrl: channel.url },
    by,
  );
  await bot.close();
  const documents = await openEmbeddedStore({ folder });
  const store = createStore(documents);
  const account = await store.accounts.load(TENANT, ALEX);
  if (!account) throw new Error('Alex has an account');
  const paymentMethods = account.state.paymentMethods.map(method => ({ ...method, id: 'visa-0341' }));
  const billingProfiles = account.state.billingProfiles.map(profile => ({ ...profile, paymentMethodId: 'visa-0341' }));
  await store.accounts.save({ ...account.state, billingProfiles, paymentMethods }, account.version);
  await store.close();
};

const startLater = (days: number) => startBotUnderTest({ env: { DATA_DIR: folder }, now: () => START + days * DAY });

/** The bot so many days later, until it has sent so much; resolves to what was sent of Power BI Pro. */
const toldAfter = async (days: number, count: number): Promise<readonly { path: string; text: string }[]> => {
  const bot = await startLater(days);
  await channel.sentAtLeast(count);
  await bot.close();
  return channel.ofPowerBi();
};

test.each([
  ['en-US', 'The charge for Power BI Pro failed'],
  ['zh-TW', 'Power BI Pro 收費失敗'],
])('%s: who bought is told of a renewal that failed, once, where they spoke with the bot', async (locale, told) => {
  await alexCannotPay(locale);
  expect(await toldAfter(22, 1)).toEqual([
    {
      path: expect.stringContaining(`/v3/conversations/chat-of-${ALEX}/activities`),
      text: expect.stringContaining(told),
    },
  ]);
  await (await startLater(22)).close();
  expect(channel.ofPowerBi()).toHaveLength(1);
});

test.each([
  ['en-US', 'Power BI Pro renews in 7 days'],
  ['zh-TW', 'Power BI Pro 將在 7 天後續訂'],
])('%s: who bought is reminded 7 days before it renews', async (locale, told) => {
  await alexCannotPay(locale);
  expect(await toldAfter(14, 1)).toMatchObject([{ text: expect.stringContaining(told) }]);
});

test('what the channel could not take is sent again later, and what it will never take is not', async () => {
  await alexCannotPay('en-US');
  channel.answers = 503;
  await toldAfter(22, 1);
  channel.answers = 403;
  await toldAfter(22.01, 2);
  await (await startLater(22.02)).close();
  expect(channel.ofPowerBi()).toHaveLength(2);
});

test('nobody is told anything personal in a conversation with others', async () => {
  await alexCannotPay('en-US', 'groupChat');
  const bot = await startLater(22);
  expect((await bot.say('show Power BI Pro')).text).toContain('Power BI Pro');
  await bot.close();
  expect(channel.sent).toEqual([]);
});

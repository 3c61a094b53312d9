import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../../domain/store/embedded';
import { createStore } from '../../../domain/store/store';
import { ALEX, startBotUnderTest, TENANT } from '../../support/bot';
import { type Channel, type SentActivity, startChannel } from '../../support/channel';

const START = Date.UTC(2026, 5, 15, 9);
const DAY = 86_400_000;
const POWER_BI = 'Power BI Pro';

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
const toldAfter = async (days: number, count: number): Promise<readonly SentActivity[]> => {
  const bot = await startLater(days);
  await channel.sentAtLeast(count, POWER_BI);
  await bot.close();
  return ofPowerBi();
};

/** Other subscriptions are reminded of as well. */
const ofPowerBi = () => channel.sent.filter(({ text }) => text.includes(POWER_BI));

test.each([
  ['en-US', 'The charge for Power BI Pro failed'],
  ['zh-TW', 'Power BI Pro 收費失敗'],
])('%s: who bought is told of a renewal that failed, once, where they spoke with the bot', async (locale, told) => {
  await alexCannotPay(locale);
  expect(await toldAfter(22, 1)).toMatchObject([
    {
      path: expect.stringContaining(`/v3/conversations/chat-of-${ALEX}/activities`),
      text: expect.stringContaining(told),
    },
  ]);
  await (await startLater(22)).close();
  expect(ofPowerBi()).toHaveLength(1);
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
  expect(ofPowerBi()).toHaveLength(2);
});

test('nobody is told anything personal in a conversation with others', async () => {
  await alexCannotPay('en-US', 'groupChat');
  const bot = await startLater(22);
  expect((await bot.say('show Power BI Pro')).text).toContain('Power BI Pro');
  await bot.close();
  expect(channel.sent).toEqual([]);
});

test.each([
  ['en-US', 'my subscriptions', 'Power BI Pro has renewed. $140.00 was charged. It is paid until August 6, 2026'],
  ['zh-TW', '我的訂閱', 'Power BI Pro 已續訂。已扣款 US$140.00，付費至 2026年8月6日'],
])('%s: who bought is told of a renewal that was charged, once', async (locale, text, told) => {
  const bot = await startBotUnderTest({ env: { DATA_DIR: folder }, now: () => START });
  await bot.post({ type: 'message', text, serviceUrl: channel.url }, { locale });
  await bot.close();
  const later = await startLater(22);
  await channel.sentAtLeast(1, told);
  await later.close();
  await (await startLater(22)).close();
  expect(channel.sent.filter(sent => sent.text.includes(told))).toHaveLength(1);
});

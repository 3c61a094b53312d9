import { z } from 'zod';
import { type BotUnderTest, type Button, idOf, type SeenCard, seen, startBotUnderTest } from '../../support/bot';
import { type Channel, startChannel } from '../../support/channel';

let bot: BotUnderTest;
let channel: Channel;
beforeEach(async () => {
  channel = await startChannel();
  bot = await startBotUnderTest();
});
afterEach(async () => {
  await bot.close();
  channel.close();
});

const refreshable = z.object({
  refresh: z.object({
    action: z.object({
      ...{ type: z.literal('Action.Execute'), verb: z.string() },
      data: z.looseObject({ type: z.string() }),
    }),
    userIds: z.array(z.string()),
  }),
});
const refreshOf = (card: SeenCard) => refreshable.parse(card.json).refresh;
const has = (card: SeenCard): boolean => refreshable.safeParse(card.json).success;

/** What a client does when the card comes into view. */
const refresh = async (card: SeenCard, by = {}): Promise<{ readonly type: string; readonly value: unknown }> => {
  const value = { action: refreshOf(card).action, trigger: 'automatic' };
  const where = { serviceUrl: channel.url, replyToId: 'card-7', deliveryMode: 'normal' };
  const response = await bot.post({ type: 'invoke', name: 'adaptiveCard/action', value, ...where }, by);
  return JSON.parse(await response.text());
};

test.each([
  ['en-US', 'show Visio Plan 2', 'assign Visio Plan 2 to Bob Chen', '1 of 5 assigned'],
  ['zh-TW', '顯示 Visio Plan 2', '把 Visio Plan 2 指派給 Bob Chen', '已指派 1/5'],
])('%s: a subscription’s card shows what is so when it comes into view again', async (locale, show, assign, now) => {
  const card = await bot.say(show, { locale });
  expect(card.text).not.toContain(now);
  await bot.say(assign, { locale });
  const answer = await refresh(card, { locale });
  expect(answer.type).toBe('application/vnd.microsoft.card.adaptive');
  expect(seen(answer.value).text).toContain(now);
  expect(has(seen(answer.value))).toBe(true);
});

test('it is refreshed for whom it was sent to, by the id that the channel has for them', async () => {
  expect(refreshOf(await bot.say('show Visio Plan 2')).userIds).toEqual(['29:00000000-0000-0000-0000-0000000000020']);
  const list = await bot.say('my subscriptions');
  expect(has(list)).toBe(false);
  const pressed = await bot.press(list.buttons.find(({ title }) => title === 'View') as Button);
  expect(refreshOf(pressed).userIds).toHaveLength(1);
});

test('a refresh updates no message, sends none, and leaves the open question open', async () => {
  const card = await bot.say('show Visio Plan 2');
  await bot.say('unassign Power BI Pro from Bob Chen');
  await refresh(card);
  expect((await bot.say('yes')).text).toContain('2 of 10 assigned');
  await bot.close();
  expect(channel.sent).toEqual([]);
  bot = await startBotUnderTest();
});

test('for somebody else it shows nothing of the card', async () => {
  const card = await bot.say('show Visio Plan 2');
  const answer = await refresh(card, { id: idOf('012'), name: 'Bob Chen' });
  expect(answer.type).toBe('application/vnd.microsoft.activity.message');
  expect(JSON.stringify(answer.value)).not.toContain('Visio');
});

test('where others read it shows nothing, and sends nothing to anybody’s chat', async () => {
  await bot.post({ type: 'message', text: 'help', serviceUrl: channel.url });
  const card = await bot.say('show Visio Plan 2');
  const answer = await refresh(card, { conversation: { id: 'group', conversationType: 'groupChat' } });
  expect(JSON.stringify(answer)).not.toContain('Visio');
  expect(channel.sent.filter(({ card: sent }) => JSON.stringify(sent).includes('Visio'))).toEqual([]);
});

test.each([
  [
    'en-US',
    'show all self-service purchases in my organisation',
    'Filter',
    'View',
    'assign Visio Plan 2 to Bob Chen',
    '1 of 5 assigned',
  ],
  ['zh-TW', '顯示組織內所有的自助購買', '篩選', '檢視', '把 Visio Plan 2 指派給 Bob Chen', '已指派 1/5'],
])('%s: an admin’s card of a purchase does, too, for that admin', async (locale, list, filter, view, assign, now) => {
  const megan = { id: idOf('001'), name: 'Megan Bowen', locale };
  const all = await bot.say(list, megan);
  const narrowed = await bot.press(all.button(filter), { text: 'Visio', status: 'all', show: 'all' }, megan);
  const card = await bot.press(narrowed.button(view), {}, megan);
  expect(refreshOf(card).userIds).toEqual([`29:${idOf('001')}`]);
  expect(card.text).not.toContain(now);
  await bot.say(assign, { locale });
  expect(seen((await refresh(card, megan)).value).text).toContain(now);
  expect(JSON.stringify(await refresh(card, { id: idOf('012'), name: 'Bob Chen', locale }))).not.toContain('Visio');
});

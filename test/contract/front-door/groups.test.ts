import { ALEX, type BotUnderTest, type Button, idOf, type Speaker, seen, startBotUnderTest } from '../../support/bot';
import { type Channel, startChannel } from '../../support/channel';
import { gate } from '../../support/gate';

let bot: BotUnderTest;
let channel: Channel;
beforeEach(async () => {
  channel = await startChannel();
  bot = await startBotUnderTest();
  isOver = false;
});
afterEach(async () => {
  await settled();
  channel.close();
});

let isOver: boolean;
/** Ends the bot, and with it all that it began. */
const settled = async (): Promise<void> => {
  if (!isOver) await bot.close();
  isOver = true;
};

const GROUP = 'group-of-six';
const inGroup = (by: Speaker = {}, conversationType = 'groupChat'): Speaker => ({
  ...by,
  conversation: { id: GROUP, conversationType, isGroup: true },
});
const mention = (id: string, name: string) => ({
  ...{ type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } },
});
const toBot = mention('28:bot', 'LicenseBot');

/** Says something to the bot among others; the answers come over the channel. */
const sayInGroup = (text: string, by: Speaker = {}, fields = {}): Promise<Response> =>
  bot.post(
    {
      ...{ type: 'message', text: `<at>LicenseBot</at> ${text}`, entities: [toBot], deliveryMode: 'normal' },
      ...{ serviceUrl: channel.url, ...fields },
    },
    inGroup(by),
  );
const pressInGroup = async (button: Button, by: Speaker = {}): Promise<{ type: string; value: unknown }> => {
  const value = { action: { type: 'Action.Execute', verb: button.verb, data: button.data } };
  const fields = { type: 'invoke', name: 'adaptiveCard/action', value, deliveryMode: 'normal' };
  const response = await bot.post({ ...fields, serviceUrl: channel.url, replyToId: 'card-7' }, inGroup(by));
  return JSON.parse(await response.text());
};

/** Opens the person's own chat, as whoever speaks with the bot alone does. */
const meet = async (by: Speaker): Promise<void> => {
  await bot.post({ type: 'message', text: 'help', serviceUrl: channel.url }, by);
};

const into = (conversation: string) => channel.sent.filter(({ path }) => path.includes(`/${conversation}/`));
const OWN = `chat-of-${ALEX}`;
/** Alex's own chat, without the reminder that comes there some time. */
const own = () => into(OWN).filter(({ text }) => !/^Project Plan 3 (ends|將在)/.test(text));

describe.each([
  {
    ...{ locale: 'en-US', list: 'my subscriptions', product: 'Power BI Pro', sent: "I've sent it to you in our chat." },
    ...{
      open: 'That is for your eyes only',
      unassign: 'unassign Power BI Pro from Bob Chen',
      unassigning: 'Unassign Power BI Pro',
      yes: 'yes',
      done: '2 of 10 assigned',
    },
    ...{ help: 'help', listButton: 'My subscriptions', assign: 'assign Visio Plan 2 to Bob Chen' },
    ...{ catalog: 'what can I buy?', nonsense: 'will it rain this weekend?', hello: 'hello', faq: 'faq' },
  },
  {
    ...{ locale: 'zh-TW', list: '我的訂閱', product: 'Power BI Pro', sent: '我已在我們的聊天中傳給您。' },
    ...{
      open: '這只有您能看',
      unassign: '取消指派 Bob Chen 的 Power BI Pro',
      unassigning: '解除指派',
      yes: '好',
      done: '已指派 2/10',
    },
    ...{ help: '說明', listButton: '我的訂閱', assign: '把 Visio Plan 2 指派給 Bob Chen' },
    ...{ catalog: '我可以買什麼？', nonsense: '週末會下雨嗎？', hello: '你好', faq: '常見問題' },
  },
])('$locale', words => {
  const by = { locale: words.locale };

  test('what is somebody’s own goes to their chat, and the others read only that it does', async () => {
    await meet(by);
    await sayInGroup(words.list, by);
    await settled();
    expect(into(GROUP).map(({ text, card }) => [text, card])).toEqual([[words.sent, undefined]]);
    expect(own().map(({ text }) => text)).toEqual([expect.stringContaining(words.product)]);
  });

  test('who never opened a chat with the bot is told how, is shown nothing, and nothing is done', async () => {
    await sayInGroup(words.assign, by);
    expect(channel.sent.map(({ text }) => text)).toEqual([expect.stringContaining(words.open)]);
    expect(into(GROUP)).toHaveLength(1);
    expect((await bot.say('show Visio Plan 2')).text).toContain('0 of 5 assigned');
  });

  test.each(['help', 'catalog', 'nonsense', 'hello', 'faq'] as const)(
    'what is nobody’s own is answered in place: %s',
    async what => {
      await sayInGroup(words[what], by);
      expect(into(GROUP)).toHaveLength(1);
      expect(channel.sent).toHaveLength(1);
      expect(into(GROUP)[0]?.card).toBeDefined();
    },
  );

  test('a button of a card that stands in a group answers in private, and the card stays as it is', async () => {
    await sayInGroup(words.help, by);
    const button = seen(into(GROUP)[0]?.card).button(words.listButton);
    const unreached = await pressInGroup(button, by);
    expect(unreached).toMatchObject({ type: expect.stringMatching(/message$/) });
    expect(unreached.value).toContain(words.open);
    await meet(by);
    const answer = await pressInGroup(button, by);
    expect(answer).toMatchObject({ type: expect.stringMatching(/message$/), value: words.sent });
    await settled();
    expect(own().map(({ text }) => text)).toEqual([expect.stringContaining(words.product)]);
    expect(channel.sent.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  test('a question that went to the own chat is answered there', async () => {
    await meet(by);
    await sayInGroup(words.unassign, by);
    await channel.sentAtLeast(1, words.unassigning);
    expect((await bot.say(words.yes, by)).text).toContain(words.done);
  });
});

describe.each([
  {
    locale: 'en-US',
    list: 'My subscriptions',
    show: 'show Visio Plan 2',
    first: "I've sent it",
    after: ['could not reach our own chat', 'Open that chat first', 'say hello'],
  },
  {
    locale: 'zh-TW',
    list: '我的訂閱',
    show: '顯示 Visio Plan 2',
    first: '我已在我們',
    after: ['無法將回覆傳到', '請先開啟聊天', '打聲招呼'],
  },
])('when the own chat does not take it: $locale', ({ locale, list, first, after, show }) => {
  const by = { locale };
  const lines = () => into(GROUP).map(({ text }) => text);

  test.each([403, 404])(
    'whoever asked (%s) is told among the others, and that it may be done already',
    async status => {
      await meet(by);
      channel.answersIn.set(OWN, () => status);
      await sayInGroup(show, by);
      await channel.sentAtLeast(1, after[0] ?? '');
      await settled();
      expect(lines()).toEqual([expect.stringContaining(first), expect.stringMatching(/^<at>Alex Wilber<\/at> /)]);
      for (const part of after) expect(lines()[1]).toContain(part);
      expect(lines().join()).not.toContain('Visio');
    },
  );

  test('so is whoever pressed a button there', async () => {
    await meet(by);
    await sayInGroup('help', by);
    channel.answersIn.set(OWN, () => 403);
    await pressInGroup(seen(into(GROUP)[0]?.card).button(list), by);
    await channel.sentAtLeast(1, after[0] ?? '');
  });
});

test('who blocked the bot is told how to open the chat when they ask again, until they speak with it there', async () => {
  await meet({});
  channel.answersIn.set(OWN, () => 403);
  await sayInGroup('my subscriptions');
  await channel.sentAtLeast(1, 'could not reach our own chat');
  await sayInGroup('assign Visio Plan 2 to Bob Chen');
  expect(into(GROUP).at(-1)?.text).toContain('That is for your eyes only');
  channel.answersIn.clear();
  await meet({});
  expect((await bot.say('show Visio Plan 2')).text).toContain('0 of 5 assigned');
  await sayInGroup('show Visio Plan 2');
  await channel.sentAtLeast(1, 'Visio Plan 2');
});

test('the others read the line at once, however long the own chat takes', async () => {
  await meet({});
  const slow = gate();
  channel.answersIn.set(OWN, async () => {
    await slow.opened;
    return 200;
  });
  await sayInGroup('my subscriptions');
  expect(into(GROUP).map(({ text }) => text)).toEqual(["I've sent it to you in our chat."]);
  slow.open();
});

test('an end of the bot while the own chat is busy loses no answer', async () => {
  await meet({});
  channel.answersIn.set(OWN, () => (own().length > 1 ? 200 : 503));
  await sayInGroup('show Visio Plan 2');
  await channel.sentAtLeast(1, 'Visio Plan 2');
  await settled();
  expect(own().map(({ text }) => text)).toEqual(Array(2).fill(expect.stringContaining('Visio Plan 2')));
  expect(into(GROUP)).toHaveLength(1);
});

test('when the others cannot be told either, the answer still comes', async () => {
  await meet({});
  channel.answersIn.set(GROUP, () => 503);
  await sayInGroup('show Visio Plan 2');
  await channel.sentAtLeast(1, 'Visio Plan 2');
});

test('in a channel of a team it is the same', async () => {
  await meet({});
  const fields = { type: 'message', text: 'my subscriptions', serviceUrl: channel.url };
  const body = await (await bot.post(fields, inGroup({}, 'channel'))).text();
  expect(body).toContain("I've sent it to you in our chat.");
  expect(body).not.toContain('Power BI');
  await settled();
  expect(own()).toHaveLength(1);
});

test('what is handed over for one person alone goes to their own chat with its link', async () => {
  await meet({});
  await sayInGroup('add a payment method');
  await settled();
  expect(into(GROUP).map(({ text }) => text)).toEqual(["I've sent it to you in our chat."]);
  expect(JSON.stringify(own()[0]?.card)).toContain('/payment-methods/');
});

test('what is said to somebody else is not answered', async () => {
  await sayInGroup('my subscriptions', {}, { entities: [mention('29:bob', 'Bob Chen')] });
  expect(channel.sent).toEqual([]);
  await sayInGroup('help', {}, { entities: [mention('29:bob', 'Bob Chen'), toBot] });
  expect(channel.sent).toHaveLength(1);
});

test('an Action.Submit in a group is answered in the own chat too', async () => {
  await meet({});
  await sayInGroup('help');
  const button = seen(into(GROUP)[0]?.card).button('My subscriptions');
  const fields = { type: 'message', value: button.fallback.data, deliveryMode: 'normal', replyToId: 'card-7' };
  await bot.post({ ...fields, serviceUrl: channel.url }, inGroup());
  await settled();
  expect(into(GROUP).map(({ method }) => method)).toEqual(['POST', 'POST']);
  expect(into(GROUP).at(-1)?.text).toBe("I've sent it to you in our chat.");
  expect(own()).toHaveLength(1);
});

test('somebody else’s card in a group is refused in private, with nothing sent anywhere', async () => {
  const bob = { id: idOf('012'), name: 'Bob Chen' };
  await meet(bob);
  const button = (await bot.say('show Visio Plan 2')).button('Turn off recurring billing');
  const answer = await pressInGroup(button, bob);
  expect(answer).toMatchObject({ type: expect.stringMatching(/message$/) });
  expect(answer.value).toContain('somebody else');
  expect(channel.sent).toEqual([]);
});

test('a channel that says nothing of the kind of conversation but that it is a group is taken for one', async () => {
  const by = { conversation: { id: GROUP, conversationType: undefined, isGroup: true } };
  const body = await (await bot.post({ type: 'message', text: 'my subscriptions' }, by)).text();
  expect(body).not.toContain('Power BI');
});

import { z } from 'zod';
import { type BotUnderTest, type Button, idOf, seen, startBotUnderTest } from '../../support/bot';
import { type Channel, startChannel } from '../../support/channel';

let bot: BotUnderTest;
let isOver: boolean;
let channel: Channel;
beforeEach(async () => {
  channel = await startChannel();
  bot = await startBotUnderTest();
  isOver = false;
});
afterEach(async () => {
  if (!isOver) await bot.close();
  channel.close();
});

/** Presses a button of the message `card-7` in a chat that the channel serves. */
const press = (way: 'execute' | 'submit', button: Button, by = {}, fields = {}): Promise<Response> => {
  const value =
    way === 'submit'
      ? button.fallback.data
      : { action: { type: 'Action.Execute', verb: button.verb, data: button.data }, trigger: 'manual' };
  const kind = way === 'submit' ? { type: 'message' } : { type: 'invoke', name: 'adaptiveCard/action' };
  const where = { serviceUrl: channel.url, replyToId: 'card-7', deliveryMode: 'normal' };
  return bot.post({ ...kind, ...where, value, ...fields }, by);
};

/** Ends the bot, and with it all that it began. */
const settled = async (): Promise<void> => {
  isOver = true;
  await bot.close();
};

const cardIn = async (response: Response): Promise<unknown> => {
  const { value } = z.object({ value: z.unknown() }).parse(await response.json());
  return value;
};

/** All but the reminder that reaches Alex some time. */
const sent = () => channel.sent.filter(({ text }) => !/^Project Plan 3 (ends|將在)/.test(text));
const updates = () => sent().filter(({ method }) => method === 'PUT');
const messages = () => sent().filter(({ method, type }) => method === 'POST' && type === 'message');

describe.each([
  { locale: 'en-US', show: 'show Visio Plan 2', off: 'Turn off recurring billing', is: 'Recurring billing is off' },
  { locale: 'zh-TW', show: '顯示 Visio Plan 2', off: '關閉週期性計費', is: '週期性計費已關閉' },
])('$locale', words => {
  const by = { locale: words.locale };

  test('a press is answered with a card, and the message that held the old one holds the same from then on', async () => {
    const card = await bot.say(words.show, by);
    const answer = await cardIn(await press('execute', card.button(words.off), by));
    const [update] = await channel.sentAtLeast(1, 'card-7');
    expect(update?.method).toBe('PUT');
    expect(update?.path).toMatch(/\/v3\/conversations\/chat-of-[^/]+\/activities\/card-7$/);
    expect(update?.card).toEqual(answer);
    expect(seen(answer).text).toContain(words.is);
    await settled();
    expect(messages()).toEqual([]);
  });

  test('where the client has only Action.Submit the answer takes the place of the old card, and no other is sent', async () => {
    const card = await bot.say(words.show, by);
    await press('submit', card.button(words.off), by);
    const [update] = await channel.sentAtLeast(1, 'card-7');
    expect(update?.text).toContain(words.is);
    await settled();
    expect(sent()).toHaveLength(1);
  });

  test.each(['execute', 'submit'] as const)(
    'when the old message is gone the card is sent as a new one (%s)',
    async way => {
      channel.answersUpdates = 404;
      const card = await bot.say(words.show, by);
      await press(way, card.button(words.off), by);
      await channel.sentAtLeast(2, words.is);
      await settled();
      expect(updates()).toHaveLength(1);
      expect(messages().map(({ text }) => text)).toEqual([expect.stringContaining(words.is)]);
    },
  );
});

test.each([403, 405, 501, 503])(
  'a message that cannot be updated (%i) leaves nobody without an answer',
  async status => {
    channel.answersUpdates = status;
    const card = await bot.say('show Visio Plan 2');
    await press('submit', card.button('Turn off recurring billing'));
    await channel.sentAtLeast(2, 'Recurring billing is off');
    await settled();
    expect(messages()).toHaveLength(1);
  },
);

test('the answer of Action.Execute is not sent a second time when the channel forbids updates', async () => {
  channel.answersUpdates = 403;
  const card = await bot.say('show Visio Plan 2');
  await press('execute', card.button('Turn off recurring billing'));
  await channel.sentAtLeast(1, 'card-7');
  await settled();
  expect(messages()).toEqual([]);
});

test('somebody else’s card is left as it is', async () => {
  const card = await bot.say('show Visio Plan 2');
  await press('execute', card.button('Turn off recurring billing'), { id: idOf('012'), name: 'Bob Chen' });
  await settled();
  expect(sent()).toEqual([]);
});

test('with expectReplies everything is in the response, and the channel is asked for nothing', async () => {
  const card = await bot.say('show Visio Plan 2');
  const button = card.button('Turn off recurring billing');
  const answered = await press('submit', button, {}, { deliveryMode: 'expectReplies' });
  expect(await answered.json()).toEqual({
    activities: [expect.objectContaining({ summary: expect.stringContaining('Recurring billing is off') })],
  });
  await press('execute', button, {}, { deliveryMode: 'expectReplies' });
  await settled();
  expect(sent()).toEqual([]);
});

test('a press on a message that the channel does not name is answered with a new one', async () => {
  const card = await bot.say('show Visio Plan 2');
  await press('submit', card.button('Turn off recurring billing'), {}, { replyToId: undefined });
  await settled();
  expect(sent().map(({ method, text }) => [method, text])).toEqual([
    ['POST', expect.stringContaining('Recurring billing is off')],
  ]);
});

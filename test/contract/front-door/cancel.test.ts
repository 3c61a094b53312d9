import { type BotUnderTest, startBotUnderTest } from '../../support/bot';

let bot: BotUnderTest;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 5, 15, 9);
  bot = await startBotUnderTest({ now: () => now });
});
afterEach(() => bot.close());

test.each([
  ['en-US', 'cancel Visio Plan 2', 'Are you sure you want to cancel?', 'Yes, cancel', 'Keep subscription', '$890.14'],
  ['zh-TW', '取消 Visio Plan 2 訂閱', '您確定要取消訂閱嗎？', '是，取消', '保留訂閱', 'US$890.14'],
])('%s: "%s" asks with the refund, takes a reason and ends it', async (locale, text, question, yes, keep, refund) => {
  const ask = await bot.say(text, { locale });
  expect(ask.text).toContain(question);
  expect(ask.text).toContain(refund);
  expect(ask.text).toContain('4242');
  expect(ask.buttons.map(button => button.title)).toEqual([keep, yes]);
  expect(ask.button(yes).style).toBe('destructive');
  const done = await bot.press(ask.button(yes), { reason: 'too_expensive', comment: '' }, { locale });
  expect(done.text).toContain(refund);
  expect((await bot.say('show Visio Plan 2')).text).toContain('Disabled');
});

test('Keep subscription keeps it', async () => {
  const ask = await bot.say('cancel Visio Plan 2');
  await bot.press(ask.button('Keep subscription'));
  expect((await bot.say('show Visio Plan 2')).text).toContain('Active');
});

test('without a reason nothing is cancelled: not by the button and not by a typed yes', async () => {
  const ask = await bot.say('cancel Visio Plan 2');
  const again = await bot.press(ask.button('Yes, cancel'), { reason: '' });
  again.input('reason');
  await bot.say('cancel Visio Plan 2');
  await bot.say('yes');
  expect((await bot.say('show Visio Plan 2')).text).toContain('Active');
});

test('the refund is an invoice of its own soon after', async () => {
  const ask = await bot.say('cancel Visio Plan 2');
  await bot.press(ask.button('Yes, cancel'), { reason: 'other', comment: 'we moved to another tool' });
  const credit = await eventually(async () => (await bot.say('invoices')).text, '-$890.14');
  expect(credit).toContain('Visio Plan 2');
});

const eventually = async (read: () => Promise<string>, words: string): Promise<string> => {
  for (let attempt = 0; attempt < 200; attempt++) {
    const text = await read();
    if (text.includes(words)) return text;
  }
  throw new Error(`never said ${words}`);
};

test('after 7 days it cannot be ended early; turning recurring billing off is offered instead, and only that happens', async () => {
  const card = await bot.say('cancel Power BI Pro');
  expect(card.text).toMatch(/can.t be ended early/);
  expect(card.text).toContain('July 6, 2026');
  expect(card.buttons.map(button => button.title)).not.toContain('Yes, cancel');
  const off = await bot.press(card.button('Turn off recurring billing'));
  off.button('Undo');
  const after = await bot.say('show Power BI Pro');
  expect(after.text).toContain('Active');
  expect(after.text).toContain('Expires on July 6, 2026');
});

test('a card from within the 7 days that is pressed after them cancels nothing and says why', async () => {
  const ask = await bot.say('cancel Visio Plan 2');
  now += 5 * 24 * 3_600_000;
  const late = await bot.press(ask.button('Yes, cancel'), { reason: 'other' });
  expect(late.text).toMatch(/can.t be ended early/);
  expect((await bot.say('show Visio Plan 2')).text).toContain('Active');
});

test('a card whose consequence has grown worse since is shown again, and cancels only when pressed again', async () => {
  const ask = await bot.say('cancel Visio Plan 2');
  await bot.say('assign Visio Plan 2 to Bob Chen');
  const again = await bot.press(ask.button('Yes, cancel'), { reason: 'other' });
  expect(again.text).toMatch(/has changed since/);
  expect(again.text).toContain('1 person');
  expect((await bot.say('show Visio Plan 2')).text).toContain('Active');
  now += 2 * 24 * 3_600_000;
  const less = await bot.press(again.button('Yes, cancel'), { reason: 'other' });
  expect(less.text).toContain('$885.21');
  expect((await bot.press(less.button('Yes, cancel'), { reason: 'other' })).text).toContain('$885.21');
  expect((await bot.say('show Visio Plan 2')).text).toContain('Disabled');
});

test('what is so already is not said to have been done', async () => {
  const card = await bot.say('turn on recurring billing for Visio Plan 2');
  expect(card.text).toContain('Nothing was changed');
  expect(card.buttons.map(button => button.title)).not.toContain('Undo');
});

test('which subscription is asked when none is named', async () => {
  const ask = await bot.say('cancel a subscription');
  const choices = ask.input('subscriptionId').choices ?? [];
  expect(choices.length).toBe(3);
  const card = await bot.press(ask.button('Continue'), { subscriptionId: 'demo-visio-plan-2' });
  expect(card.text).toContain('Are you sure you want to cancel?');
});

test('recurring billing is turned off by typing, and back on by Undo', async () => {
  const off = await bot.say('turn off auto-renew for Visio Plan 2');
  expect((await bot.say('show Visio Plan 2')).text).toContain('Expires on');
  await bot.press(off.button('Undo'));
  expect((await bot.say('show Visio Plan 2')).text).toContain('Renews on');
});

test.each([
  ['cancel Visio Plan 2', undefined, 'too expensive'],
  ['cancel Visio Plan 2', 'yes', "we don't need it"],
  ['cancel Visio Plan 2', 'yes', '2'],
  ['取消 Visio Plan 2 訂閱', '是', '太貴了'],
])('"%s", %s, "%s": the typed reason is the last thing asked for', async (text, yes, reason) => {
  await bot.say(text);
  if (yes) await bot.say(yes);
  await bot.say(reason);
  expect((await bot.say('show Visio Plan 2')).text).toContain('Disabled');
});

test.each(['too expensive', '太貴了'])('"%s" without a question changes nothing', async text => {
  await bot.say(text);
  expect((await bot.say('show Visio Plan 2')).text).toContain('Active');
});

test('a question stays open over one text that was not understood, and no longer', async () => {
  await bot.say('cancel Visio Plan 2');
  await bot.say('colourless green ideas');
  await bot.say('sleep furiously');
  await bot.say('too expensive');
  expect((await bot.say('show Visio Plan 2')).text).toContain('Active');
  await bot.say('cancel Visio Plan 2');
  await bot.say('colourless green ideas');
  await bot.say('too expensive');
  expect((await bot.say('show Visio Plan 2')).text).toContain('Disabled');
});

import { type BotUnderTest, idOf, startBotUnderTest } from '../../support/bot';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest();
});
afterEach(() => bot.close());

const assigned = async (): Promise<string> =>
  /\d+ of 10 assigned/.exec((await bot.say('show Power BI Pro')).text)?.[0] ?? '';

test.each([
  ['en-US', 'unassign Power BI Pro from Bob Chen', 'Unassign', '2 of 10 assigned'],
  ['zh-TW', '取消指派 Bob Chen 的 Power BI Pro', '解除指派', '已指派 2/10'],
])('%s: "%s" asks, and does it when %s is pressed', async (locale, text, title, counted) => {
  const ask = await bot.say(text, { locale });
  expect(ask.text).toContain('Bob Chen');
  expect(await assigned()).toBe('3 of 10 assigned');
  expect((await bot.press(ask.button(title), {}, { locale })).text).toContain(counted);
});

test('the question is answered by yes, or left by no', async () => {
  await bot.say('unassign Power BI Pro from Bob Chen');
  await bot.say('no');
  await bot.say('yes');
  expect(await assigned()).toBe('3 of 10 assigned');
  await bot.say('unassign Power BI Pro from Bob Chen');
  await bot.say('yes');
  expect(await assigned()).toBe('2 of 10 assigned');
});

test('a name means the one of several namesakes who holds a license', async () => {
  const ask = await bot.say('unassign Power BI Pro from Ana');
  expect(ask.text).toContain('Ana Souza');
  expect(ask.text).not.toContain('Ana Lima');
});

test('without a product the subscription that the person holds a license of is meant', async () => {
  const ask = await bot.say('take away Bob Chen’s license');
  expect(ask.text).toContain('Power BI Pro');
  ask.button('Unassign');
});

test('without a name the holders are listed to be ticked, several at once', async () => {
  const form = await bot.press((await bot.say('show Power BI Pro')).button('Unassign licenses'));
  expect(form.input('people').choices).toHaveLength(3);
  const done = await bot.press(form.button('Unassign'), { people: `${idOf('010')},${idOf('012')}` });
  expect(done.text).toContain('1 of 10 assigned');
});

test('somebody who holds none is told apart', async () => {
  const form = await bot.press((await bot.say('show Power BI Pro')).button('Unassign licenses'));
  const done = await bot.press(form.button('Unassign'), { people: idOf('019') });
  expect(done.text).toContain('Priya Patel');
  expect(await assigned()).toBe('3 of 10 assigned');
});

test('who holds none is not threatened with losing it, and nobody who was named is forgotten', async () => {
  expect((await bot.say('unassign Visio Plan 2 from Bob Chen')).text).not.toMatch(/loses access/);
  const ask = await bot.say('unassign Power BI Pro from Bob Chen and Priya Patel');
  expect(ask.text).toMatch(/Left out.*Priya Patel/);
  expect((await bot.press(ask.button('Unassign'))).text).toContain('2 of 10 assigned');
});

test('a name that is nobody’s is answered before it is asked which subscription', async () => {
  expect((await bot.say('unassign license from Zoltan Nemeth')).text).toMatch(/don.t know Zoltan/);
});

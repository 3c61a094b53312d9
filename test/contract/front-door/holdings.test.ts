import { type BotUnderTest, startBotUnderTest } from '../../support/bot';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest();
});
afterEach(() => bot.close());

test.each([
  ['does ana have power bi', /Ana Lima[\s\S]*Ana Souza/],
  ['ana 有 power bi 嗎', /Ana Lima[\s\S]*Ana Souza/],
])('of two people of one given name each is answered for: "%s"', async (text, both) => {
  const card = await bot.say(text);
  expect(card.text).toMatch(both);
  expect(card.text).toMatch(/None|沒有/);
  expect(card.text).not.toMatch(/and Ana Souza has/);
});

test('several who are named are answered for one by one', async () => {
  const { text } = await bot.say('which licenses do ana souza and bob have');
  expect(text).toMatch(/Ana Souza/);
  expect(text).toMatch(/Bob Chen/);
  expect(text).toMatch(/Who has which of your licenses/);
});

test.each([
  ['does Bob Chen have Visio', 'Bob Chen has none of your licenses of Visio'],
  ['Bob Chen 有 Visio 嗎', 'Bob Chen 沒有您的 Visio 授權'],
  ['does Ana Souza have Clipchamp Premium', 'Ana Souza has none of your licenses of Clipchamp Premium'],
])('what is asked of one product is answered of that one: "%s"', async (text, answer) => {
  const card = await bot.say(text);
  expect(card.text).toContain(answer);
  expect(card.text).not.toContain('Power BI');
});

test.each(['Ana Souza 有哪些授權', 'which licenses does Ana Souza have'])('"%s" lists what she holds', async text => {
  expect((await bot.say(text)).text).toContain('Power BI Pro');
});

test.each([
  ['renew Project Plan 3', 'Turn on recurring billing'],
  ['續訂 Project Plan 3', '開啟週期性計費'],
])('"%s" of an active one that would end offers to let it renew', async (text, title) => {
  expect((await bot.say(text)).buttons.map(button => button.title)).toContain(title);
});

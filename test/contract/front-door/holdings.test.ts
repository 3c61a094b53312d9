import { type BotUnderTest, idOf, startBotUnderTest } from '../../support/bot';

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

test.each(['withdraw', '撤回', 'withdraw the reduction', '撤回減少'])(
  '"%s" after a reduction was scheduled offers to',
  async text => {
    const form = await bot.say('set Power BI Pro to 8 licenses');
    await bot.press(form.button('Save'), { totalLicenses: '8' });
    const card = await bot.say(text);
    expect(card.buttons.map(button => button.title).join()).toMatch(/Withdraw|撤回/);
  },
);

test.each(['approve', 'decline', '核准', '拒絕'])('"%s" of an admin leads to the license requests', async text => {
  const megan = { id: idOf('001'), name: 'Megan Bowen' };
  expect((await bot.say(text, megan)).text).toMatch(/license request|授權申請|request/i);
  expect((await bot.say(text)).text).not.toMatch(/license requests|授權申請/i);
});

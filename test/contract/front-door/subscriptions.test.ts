import { type BotUnderTest, startBotUnderTest } from '../../support/bot';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest({ now: () => Date.UTC(2026, 5, 15, 9) });
});
afterEach(() => bot.close());

test('"my subscriptions" lists product, licenses, price, status and term of each', async () => {
  const { text } = await bot.say('my subscriptions');
  for (const words of ['Power BI Pro', '3 of 10 assigned', '$14.00', 'Active', 'Renews on July 6, 2026']) {
    expect(text).toContain(words);
  }
  for (const words of ['Visio Plan 2', '0 of 5 assigned', '$180.00']) expect(text).toContain(words);
  for (const words of ['Project Plan 3', '19 of 25 assigned', 'Expires on July 14, 2026'])
    expect(text).toContain(words);
  expect(text).not.toContain('Power Apps');
});

test('我的訂閱 lists the same in Chinese', async () => {
  const { text } = await bot.say('我的訂閱', { locale: 'zh-TW' });
  for (const words of ['Power BI Pro', '已指派 3/10', 'US$14.00', '使用中', '2026年7月6日'])
    expect(text).toContain(words);
  expect(text).not.toMatch(/assigned|Active|Renews/);
});

test('somebody without subscriptions is told so', async () => {
  const card = await bot.say('my subscriptions', { id: '10000000-0000-4000-8000-000000000012', name: 'Bob Chen' });
  expect(card.text).toMatch(/not bought|no subscriptions|haven.t bought/i);
});

test('"show Visio Plan 2" shows its facts, who pays and what can be done', async () => {
  const card = await bot.say('show Visio Plan 2');
  for (const words of ['Visio Plan 2', '0 of 5 assigned', '$180.00', '4242', '$900.00'])
    expect(card.text).toContain(words);
  for (const title of ['Assign licenses', 'Cancel subscription', 'Turn off recurring billing']) card.button(title);
});

test('a subscription is shown by pressing its View, with its holders', async () => {
  const list = await bot.say('my subscriptions');
  const view = list.buttons.find(button => button.data['subscriptionId'] === 'demo-power-bi-pro');
  if (!view) throw new Error('no button for Power BI Pro');
  const card = await bot.press(view);
  for (const name of ['Ana Souza', 'Bob Chen', '陳怡君']) expect(card.text).toContain(name);
  card.button('Unassign licenses');
});

test('who has a product, and what somebody has, can be asked', async () => {
  expect((await bot.say('who has Power BI Pro?')).text).toContain('陳怡君');
  const { text } = await bot.say('what licences are assigned to Ana Souza?');
  expect(text).toContain('Power BI Pro');
  expect(text).not.toContain('Visio');
  expect((await bot.say('what licences are assigned to Priya Patel?')).text).toMatch(/Priya Patel has none/);
});

test('a product that one does not have is refused with a way on', async () => {
  const card = await bot.say('show Teams Premium');
  expect(card.text).toMatch(/no such subscription/i);
  card.button('My subscriptions');
});

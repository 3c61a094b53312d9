import { type BotUnderTest, idOf, startBotUnderTest } from '../../support/bot';

let bot: BotUnderTest;
beforeAll(async () => {
  bot = await startBotUnderTest();
});
afterAll(() => bot.close());

test.each([
  ['how do I cancel a subscription?', 'en-US', 'How do I cancel?'],
  ['how can I assign licenses?', 'en-US', 'How do I assign licenses?'],
  ['what happens if I turn off auto-renew for Visio Plan 2?', 'en-US', 'What happens at the end?'],
  ['how do I change my credit card?', 'en-US', 'How do I change my card?'],
  ['如何取消訂閱？', 'zh-TW', '如何取消訂閱？'],
  ['怎麼指派授權？', 'zh-TW', '如何指派授權？'],
])('"%s" is answered with what is often asked about it, and nothing is done', async (text, locale, title) => {
  const card = await bot.say(text, { locale });
  expect(card.text).toContain(title);
  expect(card.buttons.map(({ data }) => data)).not.toContainEqual(
    expect.objectContaining({ operationId: expect.anything() }),
  );
  expect((await bot.say('show Visio Plan 2')).text).toContain('Recurring billing\nOn');
});

test.each(['help', 'how does this work?'])(
  '"%s" is about nothing in particular, and answered with all there is',
  async text => {
    expect((await bot.say(text)).text).toContain('What I can do');
  },
);

test.each([
  [
    'en-US',
    'Cancel, stop renewing or bring back',
    'Turn off recurring billing',
    'Where should recurring billing be turned off?',
  ],
  ['zh-TW', '取消、停止續訂或恢復', '關閉週期性計費', '要關閉哪一個訂閱的週期性計費？'],
])(
  '%s: a button of help that names no subscription asks for one, even where there is but one',
  async (locale, topic, title, asks) => {
    const maria = { id: idOf('015'), name: 'Maria García', locale };
    const help = await bot.say(locale === 'zh-TW' ? '說明' : 'help', maria);
    const card = help.buttons.some(button => button.title === title)
      ? help
      : await bot.press(help.button(topic), {}, maria);
    expect((await bot.press(card.button(title), {}, maria)).text).toContain(asks);
  },
);

import catalog from '../../../domain/catalog/catalog.json';
import { type BotUnderTest, idOf, type Speaker, startBotUnderTest } from '../../support/bot';
import { startStockedBot } from '../../support/stock';

const START = Date.UTC(2026, 5, 15, 9);

describe.each([
  {
    locale: 'en-US',
    totals: 'totals',
    every: 'All products',
    next: 'Next page',
    place: `11–${catalog.products.length}`,
  },
  { locale: 'zh-TW', totals: '統計', every: '所有產品', next: '下一頁', place: `11–${catalog.products.length}` },
])('$locale', words => {
  test('an admin turns the pages of what is spent on each product, by a button or by typing', async () => {
    const bot = await startStockedBot({ subscriptions: 40, holders: 0, now: START, admins: [idOf('001')] });
    const by: Speaker = { id: idOf('001'), name: 'Megan Bowen', locale: words.locale };
    const first = await bot.press((await bot.say(words.totals, by)).button(words.every), {}, by);
    const second = await bot.press(first.button(words.next), {}, by);
    expect(second.text).toContain(words.place);
    await bot.submit((await bot.say(words.totals, by)).button(words.every), {}, by);
    expect((await bot.say(words.next, by)).text).toContain(words.place);
    await bot.close();
  });
});

describe('who set a policy when', () => {
  let bot: BotUnderTest;
  beforeAll(async () => {
    bot = await startBotUnderTest({ now: () => START });
  });
  afterAll(() => bot.close());

  test.each([
    {
      locale: 'en-US',
      off: 'Turn off buying',
      on: 'Allow buying',
      next: 'Next page',
      place: '11–12 of 12',
      is: 'Enabled',
    },
    { locale: 'zh-TW', off: '關閉購買', on: '允許購買', next: '下一頁', place: '共 24 項', is: '允許' },
  ])('is told of all that was set, page by page, $locale', async words => {
    const by: Speaker = { id: idOf('001'), name: 'Megan Bowen', locale: words.locale };
    const disable =
      words.locale === 'zh-TW' ? '關閉 Visio Plan 2 的自助購買' : 'disable self-service purchase for Visio Plan 2';
    let card = await bot.say(disable, by);
    for (let at = 0; at < 11; at++) card = await bot.press(card.button(at % 2 === 0 ? words.on : words.off), {}, by);
    expect(card.text).toContain('Megan Bowen');
    const earlier = await bot.press(card.button(words.next), {}, by);
    expect(earlier.text).toContain(words.place);
    expect(earlier.text).toContain(`Visio Plan 2${words.locale === 'zh-TW' ? '：' : ': '}${words.is}`);
  });
});

import {
  type BotUnderTest,
  type Button,
  idOf,
  type SeenCard,
  type Speaker,
  startBotUnderTest,
} from '../../support/bot';

const START = Date.UTC(2026, 5, 15, 9);
let bot: BotUnderTest;
beforeAll(async () => {
  bot = await startBotUnderTest({ now: () => START });
});
afterAll(() => bot.close());

const english = {
  ...{ locale: 'en-US', list: 'show all self-service purchases of Project Plan 3', view: 'View', next: 'Next page' },
  ...{
    holders: 'Who has a license',
    first: '1–10 of 19',
    second: '11–19 of 19',
    search: 'Search',
    one: '1 person fits',
  },
  ...{ everybody: 'Show everybody', by: 'Bought by Alex Wilber', unassign: 'Unassign', assign: 'Assign licenses' },
  refused: 'This is for administrators',
};
const chinese: typeof english = {
  ...{ locale: 'zh-TW', list: '顯示所有 Project Plan 3 的自助購買', view: '檢視', next: '下一頁' },
  ...{ holders: '誰有授權', first: '第 1–10 項，共 19 項', second: '第 11–19 項，共 19 項', search: '搜尋' },
  ...{
    one: '有 1 人符合',
    everybody: '顯示所有人',
    by: '購買者：Alex Wilber',
    unassign: '解除指派',
    assign: '指派授權',
  },
  refused: '這是系統管理員功能',
};

describe.each([english, chinese].flatMap(words => (['press', 'submit'] as const).map(way => ({ words, way }))))(
  'an admin, $words.locale, by $way',
  ({ words, way }) => {
    const megan: Speaker = { id: idOf('001'), name: 'Megan Bowen', locale: words.locale };
    const act = (button: Button, inputs: Readonly<Record<string, string>> = {}, by = megan) =>
      way === 'press' ? bot.press(button, inputs, by) : bot.submit(button, inputs, by);
    const holders = async (): Promise<SeenCard> => {
      const purchase = await act((await bot.say(words.list, megan)).button(words.view));
      return act(purchase.button(words.holders));
    };

    test('sees all who hold a license of a purchase, ten a page, turned by a button or by typing', async () => {
      const first = await holders();
      for (const part of [words.first, words.by]) expect(first.text).toContain(part);
      const second = await act(first.button(words.next));
      expect(second.text).toContain(words.second);
      await holders();
      expect((await bot.say(words.next, megan)).text).toContain(words.second);
    });

    test('finds one of them by name, and is back at everybody', async () => {
      const all = await holders();
      const name = 'Lynne Robbins';
      const found = await act(all.button(words.search), { find: name });
      expect(found.text).toContain(words.one);
      expect(found.text).toContain(name);
      expect((await act(found.button(words.everybody))).text).toContain(words.first);
    });

    test('is given nothing that changes it; and nobody else is shown it', async () => {
      const all = await holders();
      const titles = all.buttons.map(({ title }) => title);
      for (const title of [words.unassign, words.assign]) expect(titles).not.toContain(title);
      const refused = await act(all.button(words.next), {}, { locale: words.locale });
      expect(refused.text).toContain(words.refused);
      expect(refused.text).not.toContain(words.second);
    });
  },
);

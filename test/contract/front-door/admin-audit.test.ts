import { type BotUnderTest, idOf, type Speaker, startBotUnderTest } from '../../support/bot';

const START = Date.UTC(2026, 5, 15, 9);
let now = START;
let bot: BotUnderTest;
beforeEach(async () => {
  now = START;
  bot = await startBotUnderTest({ now: () => now });
});
afterEach(() => bot.close());

describe.each([
  {
    ...{ locale: 'en-US', typed: 'audit of Visio of Alex', plain: 'audit log', button: 'Audit', done: 'Done' },
    ...{ refused: 'Refused', why: 'This belongs to somebody else', next: 'Next page', first: 'First page' },
    ...{ admins: 'This is for administrators', which: 'Which purchase?', view: 'View', at: 'Jun 15, 2026, 5:00 PM' },
    ...{ list: 'show all self-service purchases in my organisation', none: "I can't find that subscription" },
    other: 'audit of Copilot',
  },
  {
    ...{ locale: 'zh-TW', typed: 'Alex 的 Visio 稽核紀錄', plain: '稽核紀錄', button: '稽核紀錄', done: '已完成' },
    ...{ refused: '已拒絕', why: '這屬於其他人', next: '下一頁', first: '第一頁' },
    ...{ admins: '這是系統管理員功能', which: '哪一筆購買？', view: '檢視', at: '2026年6月15日 下午5:00' },
    ...{ list: '顯示組織內所有的自助購買', none: '找不到這個訂閱' },
    other: 'Copilot 的稽核紀錄',
  },
])('$locale', words => {
  const megan: Speaker = { id: idOf('001'), name: 'Megan Bowen', locale: words.locale };
  const inTaipei = (text: string) =>
    bot.post({ type: 'message', text, localTimezone: 'Asia/Taipei' }, megan).then(response => response.text());

  test('an admin sees who wanted what and what came of it, with names, in their own time', async () => {
    await bot.say('assign Visio Plan 2 to Ana Souza');
    const own = await bot.say('show Visio Plan 2');
    await bot.invoke(own.button('Assign licenses'), {}, megan);
    const seen = await inTaipei(words.typed);
    for (const part of [words.done, 'Alex Wilber', 'Ana Souza', words.refused, words.why, words.at]) {
      expect(seen).toContain(part);
    }
  });

  test('it comes ten a page, latest first, and nothing is seen twice though looking is written down as well', async () => {
    for (let nth = 0; nth < 12; nth++) {
      now += 1;
      await bot.say(nth % 2 === 0 ? 'turn off recurring billing for Visio' : 'turn on recurring billing for Visio');
    }
    const first = await bot.say(words.typed, megan);
    const second = await bot.press(first.button(words.next), {}, megan);
    const done = [first, second].map(({ text }) => text.split(`\n${words.done}\n`).length - 1);
    expect(done).toEqual([10, 2]);
    expect((await bot.submit(second.button(words.first), {}, megan)).text).toContain(words.button);
  });

  test('it is a button on the purchase, and where several fit it is asked which', async () => {
    const list = await bot.say(words.list, megan);
    const one = await bot.press(list.button(words.view), {}, megan);
    await bot.press(one.button(words.button), {}, megan);
    const which = await bot.say(words.plain, megan);
    expect(which.text).toContain(words.which);
    expect((await bot.press(which.button(words.view), {}, megan)).text).toContain(words.button);
    expect((await bot.say(words.other, megan)).text).toContain(words.none);
  });

  test('nobody else sees it, typed or by an admin’s button', async () => {
    const which = await bot.say(words.plain, megan);
    const somebody = { locale: words.locale };
    expect((await bot.say(words.typed, somebody)).text).toContain(words.admins);
    const told = await bot.press(which.button(words.view), {}, somebody);
    expect(told.text).toContain(words.admins);
  });
});

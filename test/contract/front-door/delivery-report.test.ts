import { type BotUnderTest, idOf, type Speaker, startBotUnderTest } from '../../support/bot';
import { type Channel, startChannel } from '../../support/channel';

let bot: BotUnderTest;
let channel: Channel;
beforeEach(async () => {
  channel = await startChannel();
  bot = await startBotUnderTest();
});
afterEach(async () => {
  await bot.close();
  channel.close();
});

const bob: Speaker = { id: idOf('012'), name: 'Bob Chen', locale: 'en-US' };

describe.each([
  {
    ...{
      locale: 'en-US',
      why: 'why did Bob not get it?',
      of: 'delivery report for Bob Chen',
      plain: 'delivery report',
    },
    ...{
      nowhere: 'Ask Bob Chen to say hello to me once',
      sent: 'Sent',
      kind: 'License assigned',
      refused: 'administrators',
    },
    ...{ nothing: 'No notice was made for Ana Souza', stopped: 'Bob Chen has stopped messages about licenses' },
    ...{
      gone: 'Ask Bob Chen to add me again',
      show: 'Show report',
      button: 'Delivery report',
      whose: 'Whose delivery report?',
    },
    ...{ unknown: "I don't know Zebediah", settings: 'notice settings', again: 'turn on notices' },
    list: 'show all self-service purchases in my organisation',
  },
  {
    ...{ locale: 'zh-TW', why: '為什麼 Bob 沒收到通知？', of: 'Bob Chen 的送達報告', plain: '送達報告' },
    ...{ nowhere: '請 Bob Chen 跟我打一次招呼', sent: '已傳送', kind: '已指派授權', refused: '系統管理員' },
    ...{ nothing: '沒有任何給 Ana Souza 的通知', stopped: 'Bob Chen 已停止授權相關訊息' },
    ...{ gone: '請 Bob Chen 重新加入我', show: '顯示報告', button: '送達報告', whose: '要看誰的送達報告？' },
    ...{ unknown: '我不認識 Zebediah', settings: '通知設定', again: '開啟通知' },
    list: '顯示組織內所有的自助購買',
  },
])('$locale', words => {
  const megan: Speaker = { id: idOf('001'), name: 'Megan Bowen', locale: words.locale };
  /** Notices are sent after the answer, so it is asked until it is so. */
  const reported = async (part: string): Promise<string> => {
    for (;;) {
      const { text } = await bot.say(words.of, megan);
      if (text.includes(part)) return text;
    }
  };
  const hello = () => bot.post({ type: 'message', text: 'my subscriptions', serviceUrl: channel.url }, bob);
  const assign = () => bot.say('assign Visio Plan 2 to Bob Chen');

  test('who never opened a chat is to say hello once', async () => {
    await assign();
    const told = await bot.say(words.why, megan);
    expect(told.text).toContain(words.nowhere);
    expect((await bot.say(words.of, megan)).text).toContain(words.nowhere);
  });

  test('what was sent is seen, and what the recipient stopped or blocked', async () => {
    await hello();
    await assign();
    expect(await reported(`\n${words.sent}\n`)).toContain(`${words.kind} · Visio Plan 2`);
    channel.answers = 403;
    await bot.press((await bot.say('unassign Visio Plan 2 from Bob Chen')).button('Unassign'));
    await reported(words.gone);
    await hello();
    await bot.say('stop these messages', bob);
    await assign();
    expect(await reported(words.again)).toContain(words.stopped);
    expect((await bot.say(words.again, bob)).text).toMatch(/again|恢復|再次/);
  });

  test('somebody whom nothing was to be told of is spoken of, too; entered, or found by a button', async () => {
    const asked = await bot.press((await bot.say(words.settings, megan)).button(words.button), {}, megan);
    expect(asked.text).toContain(words.whose);
    const names = { names: 'Ana Souza' };
    expect((await bot.press(asked.button(words.show), names, megan)).text).toContain(words.nothing);
    expect((await bot.submit(asked.button(words.show), names, megan)).text).toContain(words.nothing);
    expect((await bot.press(asked.button(words.show), { names: 'Zebediah' }, megan)).text).toContain(words.unknown);
  });

  test('a purchase has a report of its own, by a button on its card', async () => {
    await assign();
    const list = await bot.say(words.list, megan);
    const visio = list.buttons.find(({ data }) => data['subscriptionId'] === 'demo-visio-plan-2');
    const one = await bot.press(visio ?? list.button('View'), {}, megan);
    expect((await bot.press(one.button(words.button), {}, megan)).text).toContain(`${words.kind} · Bob Chen`);
  });

  test('nobody but an admin sees any of it, typed or by an admin’s button', async () => {
    await assign();
    const report = await bot.say(words.plain, megan);
    const somebody = { locale: words.locale };
    expect((await bot.say(words.why, somebody)).text).toContain(words.refused);
    const told = await bot.press(report.button(words.show), { names: 'Bob Chen' }, somebody);
    expect(told.text).toContain(words.refused);
    expect(told.text).not.toContain('Bob');
  });
});

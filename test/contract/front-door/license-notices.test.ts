import { type BotUnderTest, idOf, type Speaker, seen, startBotUnderTest } from '../../support/bot';
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

const ana = (locale: string): Speaker => ({ id: idOf('010'), name: 'Ana Souza', locale });
const bob: Speaker = { id: idOf('012'), name: 'Bob Chen', locale: 'en-US' };

describe.each([
  {
    ...{ locale: 'en-US', greet: 'my subscriptions', gained: 'You can use Visio Plan 2', by: 'Alex Wilber' },
    ...{ lost: "You can't use Visio Plan 2 any more", stop: 'Stop these messages', start: 'Send them again' },
    ...{ stopped: "You won't get these messages any more", started: 'You get these messages again' },
  },
  {
    ...{ locale: 'zh-TW', greet: '我的訂閱', gained: '您可以使用 Visio Plan 2 了', by: 'Alex Wilber' },
    ...{ lost: '您無法再使用 Visio Plan 2', stop: '停止這類訊息', start: '恢復這類訊息' },
    ...{ stopped: '您不會再收到這類訊息', started: '您會再次收到這類訊息' },
  },
])('$locale', words => {
  const by = ana(words.locale);
  const assign = () => bot.say('assign Visio Plan 2 to Ana Souza');
  const unassign = async () => bot.press((await bot.say('unassign Visio Plan 2 from Ana Souza')).button('Unassign'));
  beforeEach(() => bot.post({ type: 'message', text: words.greet, serviceUrl: channel.url }, by));

  test('who gains a license, or loses it, is told by whom, in their language', async () => {
    await assign();
    const [gained] = await channel.sentAtLeast(1, words.gained);
    expect(gained?.text).toContain(words.by);
    await unassign();
    expect((await channel.sentAtLeast(1, words.lost))[0]?.text).toContain(words.by);
  });

  test('they can stop that on the message itself, and have it again', async () => {
    await bot.post({ type: 'message', text: 'my subscriptions', serviceUrl: channel.url }, bob);
    await assign();
    const [gained] = await channel.sentAtLeast(1, words.gained);
    const stopped = await bot.press(seen(gained?.card).button(words.stop), {}, by);
    expect(stopped.text).toContain(words.stopped);
    await unassign();
    await bot.say('assign Visio Plan 2 to Bob Chen');
    await channel.sentAtLeast(1, idOf('012'));
    expect(channel.sent.filter(({ path }) => path.includes(idOf('010')))).toHaveLength(1);
    const started = await bot.submit(stopped.button(words.start), {}, by);
    expect(started.text).toContain(words.started);
  });
});

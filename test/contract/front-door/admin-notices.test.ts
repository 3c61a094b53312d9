import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type BotUnderTest, idOf, type Speaker, seen, startBotUnderTest } from '../../support/bot';
import { type Channel, startChannel } from '../../support/channel';

const START = Date.UTC(2026, 5, 15, 9);
const DAY = 86_400_000;
let bot: BotUnderTest;
let channel: Channel;
let now: number;
beforeEach(async () => {
  now = START;
  channel = await startChannel();
  bot = await startBotUnderTest({ now: () => now });
});
afterEach(async () => {
  await bot.close();
  channel.close();
});

const english = {
  ...{ locale: 'en-US', hello: 'show all self-service purchases in my organisation', settings: 'Notices' },
  ...{ bought: 'Alex Wilber bought Teams Premium', total: 'Alex Wilber: licenses of Power BI Pro changed' },
  ...{ save: 'Save', digest: '2 things happened', here: 'Send notices here', isHere: 'Notices are sent here' },
  ...{ notHere: 'Stop sending notices here', refused: 'This is for administrators', view: 'View' },
};
const chinese: typeof english = {
  ...{ locale: 'zh-TW', hello: '顯示組織內所有的自助購買', settings: '通知' },
  ...{ bought: 'Alex Wilber 購買了 Teams Premium', total: 'Alex Wilber 變更了 Power BI Pro 的授權數' },
  ...{ save: '儲存', digest: '2 則通知', here: '在此傳送通知', isHere: '通知會傳送到這裡' },
  ...{ notHere: '停止在此傳送通知', refused: '這是系統管理員功能', view: '檢視' },
};

const group = { id: 'a-group', conversationType: 'groupChat' };
const kinds = { purchases: 'now', totals: 'now', cancellations: 'now', failed_payments: 'now', expiries: 'now' };

const buys = async (): Promise<void> => {
  const quote = await bot.say('buy Teams Premium with 4 licenses');
  await bot.press(quote.button('Place order'), { quantity: '4', frequency: 'monthly' });
};

const addsLicenses = async (): Promise<void> => {
  const form = await bot.say('add 5 licenses to Power BI Pro');
  await bot.press(form.button('Save'), { totalLicenses: '15' });
};

describe.each([english, chinese])('$locale', words => {
  const megan = (conversation = {}): Speaker => ({
    ...{ id: idOf('001'), name: 'Megan Bowen', locale: words.locale, conversation },
    serviceUrl: channel.url,
  });
  const settings = async (chosen: Readonly<Record<string, string>>) => {
    const form = await bot.press((await bot.say(words.hello, megan())).button(words.settings), {}, megan());
    return bot.press(form.button(words.save), { ...kinds, ...chosen }, megan());
  };

  test('an admin is told of a purchase and of a changed number of licenses, and looks at it from there', async () => {
    await bot.say(words.hello, megan());
    await buys();
    const [bought] = await channel.sentAtLeast(1, words.bought);
    expect((await bot.press(seen(bought?.card).button(words.view), {}, megan())).text).toContain('Teams Premium');
    await addsLicenses();
    await channel.sentAtLeast(1, words.total);
  });

  test('an admin who wants a digest gets one a day, at eight in the morning', async () => {
    await bot.say(words.hello, megan());
    await settings({ purchases: 'daily', totals: 'daily' });
    await buys();
    await addsLicenses();
    now = START + DAY;
    await bot.say('assign Visio Plan 2 to Bob Chen');
    const [digest] = await channel.sentAtLeast(1, words.digest);
    expect(digest?.text).toContain(words.bought);
    expect(channel.sent.filter(({ text }) => text.startsWith(words.bought))).toEqual([]);
  });

  test('an admin who wants none of a kind gets none of it', async () => {
    await bot.say(words.hello, megan());
    await settings({ purchases: 'off' });
    await buys();
    await addsLicenses();
    await channel.sentAtLeast(1, words.total);
    expect(channel.sent.filter(({ text }) => text.includes(words.bought))).toEqual([]);
  });

  test('a conversation that an admin chose is told as well, until one ends it', async () => {
    const list = await bot.say(words.hello, megan());
    const form = await bot.press(list.button(words.settings), {}, megan(group));
    const here = await bot.press(form.button(words.here), kinds, megan(group));
    expect(here.text).toContain(words.isHere);
    await buys();
    const told = await channel.sentAtLeast(2, words.bought);
    expect(told.filter(({ path }) => path.includes('a-group'))).toHaveLength(1);
    await bot.press(here.button(words.notHere), {}, megan(group));
    await bot.say(words.hello, megan());
    await addsLicenses();
    await channel.sentAtLeast(1, words.total);
    expect(channel.sent.filter(({ text, path }) => path.includes('a-group') && text.includes(words.total))).toEqual([]);
  });

  test('an admin’s own chat is not told twice for being chosen as well', async () => {
    const form = await bot.press((await bot.say(words.hello, megan())).button(words.settings), {}, megan(group));
    const settled = await bot.press(form.button(words.here), kinds, megan());
    expect(settled.button(words.save)).toBeDefined();
    await buys();
    await channel.sentAtLeast(1, words.bought);
    const owed = await readFile(join(bot.folder, 'notices.jsonl'), 'utf8');
    expect(owed).toContain('admin_purchased');
    expect(owed).not.toContain('channelId');
  });

  test('a channel is told in a new thread, where it was last spoken in, and anew once it takes notices again', async () => {
    const elsewhere = await startChannel();
    const inThread = { ...group, id: 'a-group;messageid=17', conversationType: 'channel' };
    const form = await bot.press((await bot.say(words.hello, megan())).button(words.settings), {}, megan(inThread));
    await bot.press(form.button(words.here), kinds, megan(inThread));
    const somebody = { id: idOf('012'), name: 'Bob Chen', conversation: group, serviceUrl: elsewhere.url };
    await bot.say('help', somebody);
    elsewhere.answers = 403;
    await buys();
    const [refused] = await elsewhere.sentAtLeast(1, words.bought);
    expect(refused?.path).toMatch(/a-group\/activities/);
    await channel.sentAtLeast(1, words.bought);
    elsewhere.answers = 200;
    while (!(await readFile(join(bot.folder, 'channels.jsonl'), 'utf8')).includes('blocked')) await setImmediate();
    await bot.say('help', somebody);
    await addsLicenses();
    await elsewhere.sentAtLeast(1, words.total);
    expect(channel.sent.filter(({ path }) => path.includes('a-group'))).toEqual([]);
    elsewhere.close();
  });

  const comes = { type: 'installationUpdate', action: 'add', serviceUrl: 'set by who comes' };
  const noticesHold = async (text: string): Promise<void> => {
    const files = ['notices.jsonl', 'people.jsonl'].map(name => join(bot.folder, name));
    const held = async () => (await Promise.all(files.map(file => readFile(file, 'utf8')))).join('');
    while (!(await held()).includes(text)) await setImmediate();
  };

  test('an admin who only now comes to the bot is told at once what waited for them', async () => {
    await buys();
    await noticesHold('\\"tries\\":1');
    now += DAY / 24;
    await bot.post({ ...comes, serviceUrl: channel.url }, megan());
    await channel.sentAtLeast(1, words.bought);
  });

  test('an admin who had blocked the bot and takes it back is told again', async () => {
    await bot.say(words.hello, megan());
    channel.answers = 403;
    await buys();
    await noticesHold('\\"blocked\\":true');
    channel.answers = 200;
    await bot.post({ ...comes, serviceUrl: channel.url }, megan());
    await addsLicenses();
    await channel.sentAtLeast(1, words.total);
  });

  test('nobody else chooses what is told to whom', async () => {
    const form = await bot.press((await bot.say(words.hello, megan())).button(words.settings), {}, megan());
    const somebody = { locale: words.locale };
    expect((await bot.press(form.button(words.save), kinds, somebody)).text).toContain(words.refused);
  });
});

describe('typed', () => {
  const megan: Speaker = { id: idOf('001'), name: 'Megan Bowen' };
  const chosen = async () => (await bot.say('notice settings', megan)).text;

  test.each([
    ['turn off purchase notices', /Purchases: Not at all/],
    ['關閉購買通知', /購買：不通知/],
    ['set purchase notices to daily', /Purchases: Once a day/],
    ['send me cancellations once a day', /Cancellations: Once a day/],
    ['關閉付款失敗通知', /付款失敗：不通知/],
  ])('"%s" of an admin is saved as asked', async (text, kept) => {
    const saved = await bot.say(text, megan);
    expect(saved.text).toMatch(kept);
    expect((await bot.say(/[a-z]/.test(text) ? 'notice settings' : '通知設定', megan)).text).toMatch(kept);
  });

  test.each(['notices', '通知', 'notices daily', '通知改成每天一次'])(
    '"%s" of an admin opens the settings, and nothing is saved',
    async text => {
      const before = await chosen();
      expect((await bot.say(text, megan)).buttons.map(({ title }) => title).join()).toMatch(/Save|儲存/);
      expect(await chosen()).toBe(before);
    },
  );

  test.each([
    ['不要提醒我續訂', /續訂與付款一律會通知/],
    ['turn off renewal reminders', /renewals and payments .* always told/],
    ['turn off failed payment notices', /always told/],
  ])('"%s" of somebody else says what can be stopped, and stops nothing', async (text, says) => {
    expect((await bot.say(text)).text).toMatch(says);
  });

  test.each([
    ['turn off renewal reminders for Power BI Pro', 'Power BI Pro'],
    ['cancel Visio Plan 2 reminders', 'Visio Plan 2'],
    ['關閉 Power BI Pro 續訂通知', 'Power BI Pro'],
    ['把 Visio Plan 2 的通知傳給 Priya Patel', 'Visio Plan 2'],
  ])('"%s" changes no subscription', async (text, product) => {
    const before = (await bot.say(product)).text;
    expect((await bot.say(text)).text).toMatch(/Nothing was changed|未做任何變更/);
    expect((await bot.say(product)).text).toBe(before);
  });
});

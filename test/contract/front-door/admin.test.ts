import { type BotUnderTest, idOf, type Speaker, startBotUnderTest } from '../../support/bot';

const START = Date.UTC(2026, 5, 15, 9);
let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest({ now: () => START });
});
afterEach(() => bot.close());

const megan = (locale: string): Speaker => ({ id: idOf('001'), name: 'Megan Bowen', locale });

const english = {
  ...{ locale: 'en-US', list: 'show all self-service purchases in my organisation', view: 'View', filter: 'Filter' },
  ...{ history: 'Order history', purchased: 'Purchased', readOnly: 'Only the purchaser can change this.' },
  ...{ totals: 'Totals', spend: 'What is spent a month', unassigned: 'licenses are assigned to nobody' },
  ...{ disable: 'disable self-service purchase for Teams Premium', disabled: 'Teams Premium: Disabled' },
  ...{ enable: 'Allow buying', enabled: 'Teams Premium: Enabled', buy: 'buy Teams Premium with 2 licenses' },
  ...{
    forbidden: 'An administrator has turned off buying',
    refused: 'This is for administrators',
    of: '3 of 10 assigned',
  },
  ...{ policies: 'Policies', change: 'Change', none: 'Nothing fits the filter' },
};
const chinese: typeof english = {
  ...{ locale: 'zh-TW', list: '顯示組織內所有的自助購買', view: '檢視', filter: '篩選' },
  ...{ history: '訂單記錄', purchased: '購買', readOnly: '只有購買者可以變更。' },
  ...{ totals: '統計', spend: '每月支出', unassigned: '個授權尚未指派' },
  ...{ disable: '關閉 Teams Premium 的自助購買', disabled: 'Teams Premium：停用' },
  ...{ enable: '允許購買', enabled: 'Teams Premium：允許', buy: '購買 2 個 Teams Premium 授權' },
  ...{ forbidden: '管理員已關閉', refused: '這是系統管理員功能', of: '已指派 3/10' },
  ...{ policies: '原則', change: '變更', none: '沒有符合篩選條件的項目' },
};

describe.each([english, chinese])('$locale', words => {
  const by = megan(words.locale);
  const somebody = { locale: words.locale };
  const list = () => bot.say(words.list, by);

  test('an admin sees what everybody bought, each purchase with who holds its licenses, and its history', async () => {
    const all = await list();
    for (const part of ['Alex Wilber', 'Ana Souza', 'Maria García', 'Power BI Pro', words.of]) {
      expect(all.text).toContain(part);
    }
    const row = all.buttons.filter(({ title }) => title === words.view);
    expect(row).toHaveLength(5);
    const narrowed = await bot.press(all.button(words.filter), { text: 'Power BI', status: 'active', show: 'all' }, by);
    expect(narrowed.text).not.toContain('Visio');
    const one = await bot.press(narrowed.button(words.view), {}, by);
    for (const part of ['陳怡君', 'Bob Chen', words.readOnly]) expect(one.text).toContain(part);
    expect((await bot.submit(one.button(words.history), {}, by)).text).toContain(words.purchased);
  });

  test('the list is narrowed by person, status, what nobody uses and what ends soon', async () => {
    const filter = (await list()).button(words.filter);
    const narrowed = async (inputs: Readonly<Record<string, string>>) =>
      (await bot.press(filter, { text: '', status: 'all', show: 'all', ...inputs }, by)).text;
    expect(await narrowed({ text: 'Maria García' })).toContain('Teams Premium');
    expect(await narrowed({ text: 'Maria García' })).not.toContain('Visio');
    expect(await narrowed({ status: 'expired' })).not.toContain('Power BI Pro');
    const ending = await narrowed({ show: 'ending' });
    expect([ending.includes('Project Plan 3'), ending.includes('Visio')]).toEqual([true, false]);
    expect(await narrowed({ show: 'unassigned' })).toContain('Visio Plan 2');
    expect(await narrowed({ text: 'Copilot' })).toContain(words.none);
  });

  test('an admin sees what is spent a month, by product and by department', async () => {
    const totals = await bot.press((await list()).button(words.totals), {}, by);
    for (const part of [words.spend, words.unassigned, 'Marketing', 'Project Plan 3']) {
      expect(totals.text).toContain(part);
    }
  });

  test('a policy counts from the next order on, and is set back on its card', async () => {
    const disabled = await bot.say(words.disable, by);
    expect(disabled.text).toContain(words.disabled);
    expect(disabled.text).toContain('Megan Bowen');
    expect((await bot.say(words.buy, somebody)).text).toContain(words.forbidden);
    expect((await bot.press(disabled.button(words.enable), {}, by)).text).toContain(words.enabled);
    expect((await bot.say(words.buy, somebody)).text).not.toContain(words.forbidden);
    const policies = await bot.press((await list()).button(words.policies), {}, by);
    expect((await bot.press(policies.button(words.change), {}, by)).text).toContain('Power BI Pro');
  });

  test('nobody else sees or sets anything, typed or by pressing an admin’s buttons', async () => {
    const all = await list();
    const policy = await bot.say(words.disable, by);
    await bot.press(policy.button(words.enable), {}, by);
    expect((await bot.say(words.list, somebody)).text).toContain(words.refused);
    expect((await bot.say(words.disable, somebody)).text).toContain(words.refused);
    for (const button of [...all.buttons, ...policy.buttons]) {
      const answer = await bot.press(button, { text: '', status: 'all', show: 'all' }, somebody);
      expect(answer.text).toContain(words.refused);
      expect(answer.text).not.toContain('Maria');
    }
    expect((await bot.say(words.buy, somebody)).text).not.toContain(words.forbidden);
  });
});

test('an admin changes nothing of a purchase: the buttons of its purchaser answer in private', async () => {
  const own = await bot.say('show Power BI Pro');
  for (const button of own.buttons.filter(({ data }) => 'subscriptionId' in data)) {
    const answer = await bot.invoke(button, {}, megan('en-US'));
    expect([answer.type, JSON.stringify(answer.value)]).toEqual([
      'application/vnd.microsoft.activity.message',
      expect.stringContaining('belongs to somebody else'),
    ]);
  }
});

test('somebody whose id is in ADMIN_IDS is an admin, whatever the directory says', async () => {
  const other = await startBotUnderTest({ env: { ADMIN_IDS: idOf('012') }, now: () => START });
  const seen = await other.say(english.list, { id: idOf('012'), name: 'Bob Chen' });
  expect(seen.text).toContain('Alex Wilber');
  await other.close();
});

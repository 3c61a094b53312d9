import { type BotUnderTest, type Button, type SeenCard, startBotUnderTest } from '../../support/bot';
import { startStockedBot } from '../../support/stock';

const now = Date.UTC(2026, 5, 15, 9);

const english = {
  ...{ locale: 'en-US', list: 'my subscriptions', next: 'Next page', previous: 'Previous page', all: 'All · 23' },
  ...{ first: '1–10 of 23', second: '11–20 of 23', third: '21–23 of 23', expired: 'Expired · 5' },
  ...{
    typedExpired: 'my expired subscriptions',
    onlyExpired: 'Expired · 5 subscriptions',
    who: 'who has Power BI Pro?',
    everybody: 'Show everybody',
  },
  ...{ holders: 'Who has a license', page: '11–20 of 34', search: 'Search', found: /1 person fits “person-33@contoso/ },
  ...{ nobody: /0 people fit “zzzz”/, sinceJune: 'Since June 10, 2026', unassign: 'Unassign', view: 'View' },
  ...{ loses: 'person-33 loses access to Power BI Pro at once.' },
  ...{
    nextTwenty: 'Assign the next 20',
    nextFive: 'Assign the next 5',
    assign: 'Assign',
    assignForm: 'Assign licenses',
  },
  ...{ follow: 'The other 25 follow', twenty: '20 of 45 people so far', forty: '40 of 45 people so far', yes: 'yes' },
  got: 'Got a license',
};
const chinese: typeof english = {
  ...{ locale: 'zh-TW', list: '我的訂閱', next: '下一頁', previous: '上一頁', all: '全部 · 23' },
  ...{
    first: '第 1–10 項，共 23 項',
    second: '第 11–20 項，共 23 項',
    third: '第 21–23 項，共 23 項',
    expired: '已到期 · 5',
  },
  ...{
    typedExpired: '我過期的訂閱',
    onlyExpired: '已到期 · 5 個訂閱',
    who: '誰有 Power BI Pro？',
    everybody: '顯示所有人',
  },
  ...{ holders: '誰有授權', page: '第 11–20 項，共 34 項', search: '搜尋', found: /有 1 人符合「person-33@contoso/ },
  ...{ nobody: /有 0 人符合「zzzz」/, sinceJune: '自 2026年6月10日起', unassign: '解除指派', view: '檢視' },
  ...{ loses: 'person-33 將立即無法使用 Power BI Pro' },
  ...{ nextTwenty: '指派接下來的 20 人', nextFive: '指派接下來的 5 人', assign: '指派', assignForm: '指派授權' },
  ...{ follow: '其餘 25 人', twenty: '目前已處理 20 人，共 45 人', forty: '目前已處理 40 人，共 45 人', yes: '好' },
  got: '已獲得授權',
};

const rows = [english, chinese].flatMap(words =>
  (['press', 'submit'] as const).map(way => ({ words, way, name: `${words.locale}, by ${way}` })),
);

describe.each(rows)('$name', ({ words, way }) => {
  let bot: BotUnderTest;
  beforeEach(async () => {
    bot = await startStockedBot({ subscriptions: 23, holders: 34, now });
  });
  afterEach(() => bot.close());

  const by = { locale: words.locale };
  const say = (text: string): Promise<SeenCard> => bot.say(text, by);
  const act = (button: Button, inputs: Readonly<Record<string, string>> = {}): Promise<SeenCard> =>
    bot[way](button, inputs, by);
  const views = (card: SeenCard): number => card.buttons.filter(({ title }) => title === words.view).length;

  test('subscriptions come ten a page, forwards and back, pressed and typed', async () => {
    const first = await say(words.list);
    expect(first.text).toContain(words.first);
    expect(views(first)).toBe(10);
    const second = await act(first.button(words.next));
    expect(second.text).toContain(words.second);
    const third = await act(second.button(words.next));
    expect(third.text).toContain(words.third);
    expect(views(third)).toBe(3);
    expect(third.buttons.map(({ title }) => title)).not.toContain(words.next);
    expect((await act(third.button(words.previous))).text).toContain(words.second);
    await say(words.list);
    expect((await say(words.next)).text).toContain(words.second);
  });

  test('they can be narrowed to one status, and back to all', async () => {
    const expired = await act((await say(words.list)).button(words.expired));
    expect(expired.text).toContain(words.onlyExpired);
    expect(views(expired)).toBe(5);
    expect((await act(expired.button(words.all))).text).toContain(words.first);
    const typed = await say(words.typedExpired);
    expect(typed.text).toContain(words.onlyExpired);
    expect(views(typed)).toBe(5);
    typed.button(words.all);
  });

  test('who has a license comes ten a page and can be searched, and taken from there', async () => {
    const first = await say(words.who);
    expect(first.text).toContain(words.sinceJune);
    expect((await say(words.next)).text).toContain(words.page);
    expect((await act(first.button(words.next))).text).toContain(words.page);
    const found = await act(first.button(words.search), { find: 'person-33@contoso.com' });
    expect(found.text).toMatch(words.found);
    expect((await act(found.button(words.unassign))).text).toContain(words.loses);
    expect((await act(first.button(words.search), { find: 'zzzz' })).text).toMatch(words.nobody);
    expect((await act(found.button(words.everybody))).text).toContain('person-9');
  });

  test('a subscription leads to all who have it', async () => {
    const view = (await say(words.list)).buttons.find(({ data }) => data['subscriptionId'] === 'stock-0');
    if (!view) throw new Error('there is a first one');
    const all = await act((await act(view)).button(words.holders));
    expect(all.text).toContain('person-9@contoso.com');
  });

  test('of 45 people the first 20 are assigned, then the next 20, then the last 5, each answered for', async () => {
    const view = (await act((await say(words.list)).button(words.next))).buttons.find(
      ({ data }) => data['subscriptionId'] === 'stock-12',
    );
    if (!view) throw new Error('there is a thirteenth one');
    const form = await act((await act(view)).button(words.assignForm));
    const people = Array.from({ length: 30 }, (_, at) => `person-${at}`).join(',');
    const names = Array.from({ length: 15 }, (_, at) => `person-${at + 30}@contoso.com`).join(',');
    const offer = await act(form.button(words.assign), { people, names });
    expect(offer.text).toContain(words.follow);
    const first = await act(offer.button(words.assign));
    expect(first.text).toContain(words.twenty);
    expect(first.text.split(`\n${words.got}\n`)).toHaveLength(21);
    const second = await act(first.button(words.nextTwenty));
    expect(second.text).toContain(words.forty);
    second.button(words.nextFive);
    const last = await say(words.yes);
    expect(last.text).toContain('person-44');
    expect(last.text).toMatch(/45 of 100|45\/100/);
    expect(last.buttons.map(({ title }) => title)).not.toContain(words.nextFive);
  });
});

describe('a page that is no more', () => {
  let bot: BotUnderTest;
  beforeAll(async () => {
    bot = await startBotUnderTest();
  });
  afterAll(() => bot.close());

  test('is the last one there is', async () => {
    const list = await bot.say('my subscriptions');
    const button = list.buttons.find(({ verb }) => verb === 'list_subscriptions') ?? list.button('Help');
    const beyond = { ...button, verb: 'list_subscriptions', data: { type: 'list_subscriptions', page: 9 } };
    expect((await bot.press(beyond)).text).toContain('Power BI Pro');
  });

  test('of somebody else’s subscription is refused in private', async () => {
    const list = await bot.say('my subscriptions');
    const button = list.button('Help');
    const others = {
      ...button,
      verb: 'list_assignments',
      data: { type: 'list_assignments', subscriptionId: 'nobodys' },
    };
    expect((await bot.press(others)).text).not.toContain('contoso.com');
  });
});

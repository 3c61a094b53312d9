import { type BotUnderTest, type Button, idOf, type SeenCard, startBotUnderTest } from '../../support/bot';

const twentyOne = Array.from({ length: 21 }, (_, index) => idOf(String(100 + index))).join(',');

const english = {
  locale: 'en-US',
  list: 'my subscriptions',
  view: 'View',
  facts: ['Visio Plan 2', '0 of 5 assigned', '$180.00 per license per year', 'Renews on', 'Visa ending in 4242'],
  assignForm: 'Assign licenses',
  assign: 'Assign',
  of5: (held: number) => `${held} of 5 assigned`,
  got: /Got a license/,
  guest: /Eve Guest\n.*guest/i,
  outside: /mallory@fabrikam.com\n.*not found/i,
  already: /already/i,
  undo: 'Undo',
  assignAna: 'assign license to Ana',
  nobody: 'Nobody was assigned',
  tooMany: 'At most 20 people',
  unassignForm: 'Unassign licenses',
  unassign: 'Unassign',
  leave: 'Keep licenses',
  of10: (held: number) => `${held} of 10 assigned`,
  recurringOff: 'Turn off recurring billing',
  recurringOn: 'Turn on recurring billing',
  isOff: 'Recurring billing is off',
  isOn: 'Recurring billing is on',
  invoices: 'Invoices',
  totalForm: 'Add/Remove licenses',
  history: 'Order history',
  sixMonths: 'Past 6 months',
  billTo: 'Bill to',
  showInvoice: (number: string) => `show invoice ${number}`,
  cancel: 'Cancel subscription',
  sure: 'Are you sure you want to cancel?',
  keep: 'Keep subscription',
  yes: 'Yes, cancel',
  reasonMissing: 'Choose a reason first',
  refunded: '$890.14',
  help: 'help',
  mine: 'My subscriptions',
  otherLanguage: '中文',
  chosen: '正體中文',
};

const chinese: typeof english = {
  locale: 'zh-TW',
  list: '我的訂閱',
  view: '檢視',
  facts: ['Visio Plan 2', '已指派 0/5', '每個授權每年 US$180.00', '續訂', '末四碼 4242 的 Visa'],
  assignForm: '指派授權',
  assign: '指派',
  of5: held => `已指派 ${held}/5`,
  got: /已獲得授權/,
  guest: /Eve Guest\n.*來賓/,
  outside: /mallory@fabrikam.com\n.*找不到/,
  already: /原本就有授權/,
  undo: '復原',
  assignAna: '指派授權給 Ana',
  nobody: '沒有指派給任何人',
  tooMany: '一次最多可指派給 20 人',
  unassignForm: '取消指派授權',
  unassign: '解除指派',
  leave: '保留授權',
  of10: held => `已指派 ${held}/10`,
  recurringOff: '關閉週期性計費',
  recurringOn: '開啟週期性計費',
  isOff: '週期性計費已關閉',
  isOn: '週期性計費已開啟',
  invoices: '發票',
  totalForm: '新增/移除授權',
  history: '訂單記錄',
  sixMonths: '過去 6 個月',
  billTo: '帳單收件者',
  showInvoice: number => `顯示發票 ${number}`,
  cancel: '取消訂閱',
  sure: '您確定要取消訂閱嗎？',
  keep: '保留訂閱',
  yes: '是，取消',
  reasonMissing: '請先選擇原因',
  refunded: 'US$890.14',
  help: '說明',
  mine: '我的訂閱',
  otherLanguage: 'English',
  chosen: 'English',
};

const rows = [english, chinese].flatMap(words =>
  (['press', 'submit'] as const).map(way => ({ words, way, name: `${words.locale}, by ${way}` })),
);

describe.each(rows)('$name', ({ words, way }) => {
  let bot: BotUnderTest;
  beforeEach(async () => {
    bot = await startBotUnderTest({ now: () => Date.UTC(2026, 5, 15, 9) });
  });
  afterEach(() => bot.close());

  const by = { locale: words.locale };
  const say = (text: string): Promise<SeenCard> => bot.say(text, by);
  const act = (button: Button, inputs: Readonly<Record<string, string>> = {}): Promise<SeenCard> =>
    bot[way](button, inputs, by);
  const showVisio = async (): Promise<SeenCard> => act(viewOf('demo-visio-plan-2', await say(words.list), words.view));
  const showPowerBi = async (): Promise<SeenCard> =>
    act(viewOf('demo-power-bi-pro', await say(words.list), words.view));

  test('a subscription is listed and shown, with what can be done', async () => {
    const shown = await showVisio();
    for (const fact of words.facts) expect(shown.text).toContain(fact);
    const offered = [
      words.assignForm,
      words.totalForm,
      words.invoices,
      words.history,
      words.recurringOff,
      words.cancel,
    ];
    expect(shown.buttons.map(({ title }) => title)).toEqual(offered);
  });

  test('a form takes several people and answers for each; Undo takes back what it gave', async () => {
    const form = await act((await showVisio()).button(words.assignForm));
    const names = 'Priya Patel; 王小明、Eve Guest\nmallory@fabrikam.com';
    const done = await act(form.button(words.assign), { names });
    for (const pattern of [words.got, words.guest, words.outside]) expect(done.text).toMatch(pattern);
    expect(done.text).toContain(words.of5(2));
    const again = await act((await act((await showVisio()).button(words.assignForm))).button(words.assign), {
      people: idOf('019'),
    });
    expect(again.text).toMatch(words.already);
    expect((await act(done.button(words.undo))).text).toContain(words.of5(0));
  });

  test('what is not clear is chosen on one card', async () => {
    const ask = await say(words.assignAna);
    const done = await act(ask.button(words.assign), {
      ...{ subscriptionId: 'demo-visio-plan-2', personId: idOf('011') },
    });
    expect(done.text).toContain('Ana Lima');
    expect(done.text).toContain(words.of5(1));
  });

  test('too few licenses: nobody is assigned', async () => {
    const form = await act((await showVisio()).button(words.assignForm));
    const people = Array.from({ length: 6 }, (_, index) => idOf(String(100 + index))).join(',');
    expect((await act(form.button(words.assign), { people })).text).toContain(words.nobody);
    expect((await showVisio()).text).toContain(words.of5(0));
  });

  test('more than 20 are refused and the first 20 offered', async () => {
    const form = await act((await showVisio()).button(words.assignForm));
    const offer = await act(form.button(words.assign), { people: twentyOne });
    expect(offer.text).toContain(words.tooMany);
    expect((await act(offer.button(words.assign))).text).toContain(words.nobody);
  });

  test('unassigning asks first, and does it or leaves it', async () => {
    const form = await act((await showPowerBi()).button(words.unassignForm));
    const done = await act(form.button(words.unassign), { people: `${idOf('010')},${idOf('012')}` });
    expect(done.text).toContain(words.of10(1));
  });

  test('recurring billing is turned off, back by Undo, off again and on', async () => {
    const off = await act((await showVisio()).button(words.recurringOff));
    expect(off.text).toContain(words.isOff);
    expect((await act(off.button(words.undo))).text).toContain(words.isOn);
    await act((await showVisio()).button(words.recurringOff));
    expect((await act((await showVisio()).button(words.recurringOn))).text).toContain(words.isOn);
  });

  test('invoices are listed, further back too, and one is shown, by its button and by its number', async () => {
    const list = await act((await showVisio()).button(words.invoices));
    const further = await act(list.button(words.sixMonths));
    const one = await act(further.button(words.view));
    expect(one.text).toContain(words.billTo);
    expect(one.text).toContain('Contoso Marketing');
    const number = /INV-2026-\d+/.exec(one.text)?.[0] ?? '';
    expect((await say(words.showInvoice(number))).text).toBe(one.text);
    await act(one.button(words.invoices));
  });

  test('cancelling asks, wants a reason, may be left, and ends it with a refund', async () => {
    const ask = await act((await showVisio()).button(words.cancel));
    expect(ask.text).toContain(words.sure);
    expect((await act(ask.button(words.yes))).text).toContain(words.reasonMissing);
    await act(ask.button(words.keep));
    expect((await showVisio()).text).toContain(words.of5(0));
    const again = await act((await showVisio()).button(words.cancel));
    const reason = again.input('reason').choices?.[0]?.value ?? '';
    expect((await act(again.button(words.yes), { reason })).text).toContain(words.refunded);
  });

  test('help leads to the subscriptions, and the other language can be chosen', async () => {
    const help = await say(words.help);
    expect((await act(help.button(words.mine))).text).toContain('Power BI Pro');
    expect((await act(help.button(words.otherLanguage === '中文' ? '正體中文' : 'English'))).text).toContain(
      words.chosen,
    );
  });
});

const viewOf = (subscriptionId: string, list: SeenCard, view: string): Button => {
  const found = list.buttons.find(({ title, data }) => title === view && data['subscriptionId'] === subscriptionId);
  if (!found) throw new Error(`no ${view} of ${subscriptionId}`);
  return found;
};

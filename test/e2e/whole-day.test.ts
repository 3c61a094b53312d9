import type { Locator } from 'playwright-core';
import { openChat } from './chat';
import { byKeyboard, byMouse, type Hands } from './hands';
import type { Playground } from './playground';

const FIVE = ['Bob Chen', 'Priya Patel', 'Lee Gu', 'Ana Lima', '王小明'] as const;

const english = {
  language: 'en',
  buy: 'buy Teams Premium with 6 licenses',
  cost: /\$60\.00 is charged to Visa ending in 4242/,
  placeOrder: 'Place order',
  bought: 'You bought Teams Premium',
  show: 'show Teams Premium',
  totalForm: 'Add/Remove licenses',
  total: 'Total licenses',
  save: 'Save',
  fromTo: '6 → 8',
  changed: 'Teams Premium has 8 licenses now',
  assign: `assign Teams Premium to ${FIVE.join(', ')}`,
  five: '5 of 8 assigned',
  viewSubscription: 'View subscription',
  unassignForm: 'Unassign licenses',
  loseAccess: /lose access to Teams Premium at once/,
  unassign: 'Unassign',
  three: '3 of 8 assigned',
  addCard: 'add a payment method',
  open: 'Open secure page',
  kept: 'Visa ending in 1111 is on file',
  invoices: 'invoices',
  view: 'View',
  invoice: ['Contoso Marketing', 'Total', 'Teams Premium'],
  cancel: 'cancel Teams Premium',
  question: 'Are you sure you want to cancel?',
  consequence: /3 people lose access at once/,
  reason: 'costs too much',
  yes: 'Yes, cancel',
  cancelled: 'Teams Premium is cancelled',
};

const chinese: typeof english = {
  language: 'zh-TW',
  buy: '購買 Teams Premium，六個授權',
  cost: /將向末四碼 4242 的 Visa 收費\s*US\$60\.00/,
  placeOrder: '下單',
  bought: '您已購買 Teams Premium',
  show: '顯示 Teams Premium',
  totalForm: '新增/移除授權',
  total: '授權總數',
  save: '儲存',
  fromTo: '6 → 8',
  changed: 'Teams Premium 現有 8 個授權',
  assign: `把 Teams Premium 指派給 ${FIVE.join('、')}`,
  five: '已指派 5/8',
  viewSubscription: '檢視訂閱',
  unassignForm: '取消指派授權',
  loseAccess: /將立即無法使用 Teams Premium/,
  unassign: '解除指派',
  three: '已指派 3/8',
  addCard: '新增付款方式',
  open: '開啟安全網頁',
  kept: '已儲存末四碼 1111 的 Visa',
  invoices: '發票',
  view: '檢視',
  invoice: ['Contoso Marketing', '總計', 'Teams Premium'],
  cancel: '取消 Teams Premium 訂閱',
  question: '您確定要取消訂閱嗎？',
  consequence: /3 人將立即失去存取權/,
  reason: '貴',
  yes: '是，取消',
  cancelled: '已取消 Teams Premium',
};

const ways = [
  { way: 'mouse', handsOn: byMouse },
  { way: 'keyboard', handsOn: byKeyboard },
];
const days = ways.flatMap(way => [english, chinese].map(words => ({ ...way, language: words.language, words })));

/** All that Alex does with one subscription, from its purchase to its end; each test goes on where the last one ended. */
describe.each(days)('a whole day by $way in $language', ({ way, handsOn, words }) => {
  let chat: Playground;
  let hands: Hands;
  beforeAll(async () => {
    chat = await openChat(`${words.language}-whole-day-${way}`);
    hands = handsOn(chat);
  });
  afterAll(() => chat?.close());

  const button = (title: string): Locator => chat.card().getByRole('button', { name: title, exact: true }).last();
  const press = (title: string): Promise<void> => hands.press(button(title));

  test('a subscription is bought, for what the card said', async () => {
    await hands.send(words.buy);
    await chat.see(words.cost);
    await press(words.placeOrder);
    await chat.see(words.bought);
    await chat.shoot('bought');
  });

  test('its total is set', async () => {
    await hands.send(words.show);
    await press(words.totalForm);
    const total = chat.card().getByLabel(words.total);
    await total.waitFor();
    await hands.write(total, '8');
    await press(words.save);
    await chat.see(words.fromTo);
    await press(words.save);
    await chat.see(words.changed);
    await chat.shoot('total');
  });

  test('five people are assigned', async () => {
    await hands.send(words.assign);
    await chat.see(...FIVE, words.five);
    await chat.shoot('assigned');
  });

  test('two of them are unassigned', async () => {
    await press(words.viewSubscription);
    await press(words.unassignForm);
    await chat.see(words.loseAccess);
    for (const name of ['Lee Gu', '王小明']) {
      const box = chat.card().getByRole('checkbox', { name });
      await hands.tick(box);
      expect(await box.isChecked()).toBe(true);
    }
    await press(words.unassign);
    await chat.see(words.three);
    await chat.shoot('unassigned');
  });

  test('a payment method is given on its page, and the card in the chat says so', async () => {
    await hands.send(words.addCard);
    const popup = chat.page.waitForEvent('popup');
    await hands.press(chat.card().getByRole('link', { name: words.open }));
    const page = await popup;
    const fields = { 'cc-name': 'Alex Wilber', 'cc-number': '4111 1111 1111 1111', 'cc-exp': '09/31', 'cc-csc': '123' };
    for (const [name, value] of Object.entries({ ...fields, 'street-address': '1 Harbor Street' }))
      await hands.write(page.locator(`[autocomplete="${name}"]`), value);
    await hands.press(page.getByRole('button', { name: words.save }));
    await page.getByRole('status').waitFor();
    await page.close();
    await chat.see(words.kept);
    await chat.shoot('card');
  });

  test('an invoice is looked at', async () => {
    await hands.send(words.invoices);
    await hands.press(chat.card().getByRole('button', { name: words.view, exact: true }).first());
    await chat.see(...words.invoice);
    await chat.shoot('invoice');
  });

  test('the subscription is cancelled, with a reason, after the card said who loses access', async () => {
    await hands.send(words.cancel);
    await chat.see(words.question, words.consequence);
    await hands.select(chat.card().getByRole('combobox'), words.reason);
    await press(words.yes);
    await chat.see(words.cancelled);
    await chat.shoot('cancelled');
  });
});

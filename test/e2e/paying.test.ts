import { openChat } from './chat';
import type { Playground } from './playground';

const english = {
  language: 'en-paying',
  list: 'payment methods',
  add: 'add a payment method',
  open: 'Open secure page',
  save: 'Save',
  kept: 'Visa ending in 1111 is on file',
  listButton: 'Payment methods',
  replace: 'replace payment method',
  paid: 'Contoso Marketing is paid with Visa ending in 1111 now',
  profile: 'show billing profile "Contoso Marketing"',
  billTo: 'Bill to',
  email: 'E-mail for invoices',
  saved: 'Saved.',
  remove: 'delete mastercard 4444',
  leave: 'Keep card',
  removeButton: 'Delete',
  removed: 'Mastercard ending in 4444 is deleted',
  typed: 'my card is 4242 4242 4242 4242',
  number: 'Please never send one here',
};

const chinese: typeof english = {
  language: 'zh-TW-paying',
  list: '我有哪些付款方式？',
  add: '新增付款方式',
  open: '開啟安全網頁',
  save: '儲存',
  kept: '已儲存末四碼 1111 的 Visa',
  listButton: '付款方法',
  replace: '更換付款方式',
  paid: 'Contoso Marketing 改由末四碼 1111 的 Visa 付款',
  profile: '顯示帳單設定檔 Contoso Marketing',
  billTo: '帳單收件者',
  email: '接收發票的電子郵件',
  saved: '已儲存，適用於之後的發票。',
  remove: '刪除 Mastercard 4444',
  leave: '保留卡片',
  removeButton: '刪除',
  removed: '已刪除末四碼 4444 的 Mastercard',
  typed: '我的卡號是 4242 4242 4242 4242',
  number: '請勿在此傳送卡號',
};

/** Alex and his cards, in the order it happens. */
describe.each([english, chinese])('paying in $language', words => {
  let chat: Playground;
  beforeAll(async () => {
    chat = await openChat(words.language);
  });
  afterAll(() => chat?.close());

  /** Follows the link of the latest card and gives a card there. */
  const giveCard = async (): Promise<void> => {
    const popup = chat.page.waitForEvent('popup');
    await chat.card().getByRole('link', { name: words.open }).click();
    const page = await popup;
    const fields = { 'cc-name': 'Alex Wilber', 'cc-number': '4111 1111 1111 1111', 'cc-exp': '09/31', 'cc-csc': '123' };
    for (const [name, value] of Object.entries({ ...fields, 'street-address': '1 Harbor Street' }))
      await page.locator(`[autocomplete="${name}"]`).fill(value);
    await page.getByRole('button', { name: words.save }).click();
    await page.getByRole('status').waitFor();
    await page.close();
  };

  test('cards are listed', async () => {
    await chat.type(words.list);
    await chat.see('4242', '4444');
    await chat.shoot('payment-methods');
  });

  test('the card that led to the page says what came of it, where it stands', async () => {
    await chat.type(words.add);
    await chat.shoot('hand-over');
    const cards = await chat.page.locator('.ac-adaptiveCard').count();
    await giveCard();
    await chat.see(words.kept);
    expect(await chat.page.locator('.ac-adaptiveCard').count()).toBe(cards);
    await chat.shoot('card-kept');
  });

  test('so does one that came by a button', async () => {
    await chat.type(words.replace);
    await chat.press(words.listButton);
    await chat.see('1111');
    await chat.type(words.replace);
    await giveCard();
    await chat.see(words.paid);
  });

  test('bill-to and e-mail are edited on the card of the profile', async () => {
    await chat.type(words.profile);
    await chat.see('1111');
    await chat.card().getByLabel(words.billTo).fill('Contoso Europe');
    await chat.card().getByLabel(words.email).fill('pay@contoso.com');
    await chat.shoot('profile');
    await chat.press(words.save);
    await chat.see(words.saved);
    await chat.type(words.profile);
    expect(await chat.card().getByLabel(words.email).inputValue()).toBe('pay@contoso.com');
  });

  test('a card that nobody uses is deleted once it was asked', async () => {
    await chat.type(words.remove);
    await chat.shoot('delete');
    await chat.press(words.removeButton);
    await chat.see(words.removed);
  });

  test('a card number is not repeated, and the page is offered', async () => {
    await chat.type(words.typed);
    await chat.see(words.number);
    await chat.card().getByRole('link', { name: words.open }).waitFor();
    await chat.shoot('card-number');
  });
});

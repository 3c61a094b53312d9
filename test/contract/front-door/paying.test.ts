import { type BotUnderTest, type Button, idOf, type SeenCard, startBotUnderTest } from '../../support/bot';
import { fillIn } from '../../support/payment-page';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest({ now: () => Date.UTC(2026, 5, 15, 9) });
});
afterEach(() => bot.close());

const bob = { id: idOf('012'), name: 'Bob Chen' };

const english = {
  locale: 'en-US',
  list: 'which payment methods are set up?',
  visa: 'Visa ending in 4242',
  mastercard: 'Mastercard ending in 4444',
  paysFor: 'Pays for Contoso Marketing',
  add: 'add a payment method',
  addButton: 'Add payment method',
  update: 'update my visa 4242',
  edit: 'Edit',
  replace: 'replace visa 4242 with another card',
  replaceButton: 'Replace',
  useMastercard: 'Use Mastercard ending in 4444',
  once: 'once, for 15 minutes',
  remove: 'delete mastercard 4444',
  removeButton: 'Delete',
  sure: 'Delete Mastercard ending in 4444?',
  leave: 'Keep card',
  removed: 'is deleted',
  profiles: 'list billing profiles',
  profile: 'show billing profile "Contoso Marketing"',
  view: 'View',
  save: 'Save',
  saved: 'Saved.',
  noBillTo: 'Enter who is billed',
  noEmail: 'Enter one e-mail address',
  buy: 'buy Teams Premium',
  placeOrder: 'Place order',
  bought: 'You bought Teams Premium',
  noProfile: 'You have no billing profile',
  warning: 'never send one here',
  yes: 'yes',
};

const chinese: typeof english = {
  locale: 'zh-TW',
  list: '我有哪些付款方式？',
  visa: '末四碼 4242 的 Visa',
  mastercard: '末四碼 4444 的 Mastercard',
  paysFor: '用於：Contoso Marketing',
  add: '新增付款方式',
  addButton: '新增付款方法',
  update: '更新 Visa 4242 的到期日',
  edit: '編輯',
  replace: '更換付款方式',
  replaceButton: '取代',
  useMastercard: '改用末四碼 4444 的 Mastercard',
  once: '只能用一次',
  remove: '刪除 Mastercard 4444',
  removeButton: '刪除',
  sure: '要刪除末四碼 4444 的 Mastercard 嗎？',
  leave: '保留卡片',
  removed: '已刪除',
  profiles: '有哪些帳單設定檔？',
  profile: '顯示帳單設定檔 Contoso Marketing',
  view: '檢視',
  save: '儲存',
  saved: '已儲存',
  noBillTo: '請輸入帳單收件者',
  noEmail: '請輸入一個接收發票的電子郵件地址',
  buy: '購買 Teams Premium',
  placeOrder: '下單',
  bought: '您已購買 Teams Premium',
  noProfile: '您沒有帳單設定檔',
  warning: '請勿在此傳送卡號',
  yes: '好',
};

const PAGE = /^http:\/\/127\.0\.0\.1:\d+\/payment-methods\/[\w.-]+$/;

describe.each([
  ['Action.Execute', english, 'press'],
  ['Action.Submit', english, 'submit'],
  ['Action.Execute', chinese, 'press'],
  ['Action.Submit', chinese, 'submit'],
] as const)('by %s in $locale', (_way, words, way) => {
  const { locale } = words;
  const say = (text: string, by = {}): Promise<SeenCard> => bot.say(text, { locale, ...by });
  const act = (button: Button, inputs = {}, by = {}): Promise<SeenCard> => bot[way](button, inputs, { locale, ...by });

  test('cards on file are listed, with what each pays for', async () => {
    const { text } = await say(words.list);
    for (const part of [words.visa, words.mastercard, words.paysFor]) expect(text).toContain(part);
  });

  test('adding leads to the page, typed and pressed', async () => {
    const typed = await say(words.add);
    expect(typed.link()).toMatch(PAGE);
    expect(typed.text).toContain(words.once);
    const pressed = await act((await say(words.list)).button(words.addButton));
    expect(pressed.link()).toMatch(PAGE);
    expect(pressed.link()).not.toBe(typed.link());
  });

  test('editing leads to the page, typed and pressed', async () => {
    expect((await say(words.update)).link()).toMatch(PAGE);
    expect((await act((await say(words.list)).button(words.edit))).link()).toMatch(PAGE);
  });

  test('replacing leads to the page, and a card on file can be used at once', async () => {
    const typed = await say(words.replace);
    expect(typed.link()).toMatch(PAGE);
    const pressed = await act((await say(words.list)).button(words.replaceButton));
    expect(pressed.link()).toMatch(PAGE);
    expect((await act(pressed.button(words.useMastercard))).text).toContain(words.mastercard);
    expect((await say(words.profiles)).text).toContain(words.mastercard);
  });

  test('deleting asks first, may be left, and is done by a press', async () => {
    const ask = await say(words.remove);
    expect(ask.text).toContain(words.sure);
    expect((await act(ask.button(words.leave))).text).toContain(words.mastercard);
    expect((await act(ask.button(words.removeButton))).text).toContain(words.removed);
    expect((await say(words.list)).text).not.toContain(words.mastercard);
  });

  test('deleting is done by a yes as well', async () => {
    await say(words.remove);
    expect((await say(words.yes)).text).toContain(words.removed);
  });

  test('a profile leads to its card, and bill-to and e-mail are edited in place', async () => {
    const one = await act((await say(words.profiles)).button(words.view));
    expect(one.text).toContain(words.visa);
    expect((await act(one.button(words.edit))).link()).toMatch(PAGE);
    expect((await act(one.button(words.replaceButton))).link()).toMatch(PAGE);
    const billTo = 'Contoso Europe\nHafenstraße 1';
    const saved = await act(one.button(words.save), { billTo, invoiceEmail: 'pay@contoso.com' });
    expect(saved.text).toContain(words.saved);
    const { text } = await say(words.profile);
    expect(text).toContain(billTo);
    expect(text).toContain('pay@contoso.com');
  });

  test('what is wrong with a bill-to is said, and what was entered stays', async () => {
    const one = await say(words.profile);
    expect((await act(one.button(words.save), { billTo: ' ', invoiceEmail: 'a@b.com' })).text).toContain(
      words.noBillTo,
    );
    const wrong = await act(one.button(words.save), { billTo: 'Contoso Europe', invoiceEmail: 'nobody' });
    expect(wrong.text).toContain(words.noEmail);
    expect(wrong.text).toContain('Contoso Europe');
    expect((await say(words.profile)).text).not.toContain('Contoso Europe');
  });

  test('who has no billing profile is led to the page by the refusal, and can buy after it', async () => {
    const refused = await say(words.buy, bob);
    expect(refused.text).toContain(words.noProfile);
    expect((await fillIn(refused.link(words.addButton), { organization: 'Contoso Labs' })).status).toBe(200);
    const quote = await say(words.buy, bob);
    expect(quote.text).toContain(words.visa);
    expect((await act(quote.button(words.placeOrder), { quantity: '1', frequency: 'monthly' }, bob)).text).toContain(
      words.bought,
    );
    const profile = await say(words.profiles, bob);
    expect(profile.text).toContain('Contoso Labs');
    expect((await act(profile.button(words.view), {}, bob)).text).toContain('1 Harbor Street');
  });

  test('a card number in the chat is answered with a warning and the link', async () => {
    const card = await say('4000 0000 0000 0341');
    expect(card.text).toContain(words.warning);
    expect(card.text).not.toContain('0341');
    expect((await fillIn(card.link())).status).toBe(200);
  });
});

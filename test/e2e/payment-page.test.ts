import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type BotUnderTest, idOf, startBotUnderTest } from '../support/bot';
import { everythingKept, numberPattern } from '../support/payment-page';

const BROWSER = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const START = Date.UTC(2026, 5, 15, 9);

const english = {
  locale: 'en-US',
  add: 'add a payment method',
  list: 'payment methods',
  update: 'update my visa 4242',
  brand: 'Recognized: Visa',
  save: 'Save',
  fixOne: 'Please correct 1 field. Nothing was saved yet.',
  notANumber: 'That is not a card number. Check the digits.',
  expired: 'This card has expired.',
  declined: 'Your bank does not accept this card.',
  saved: 'Visa ending in 1111 is on file',
  editSaved: 'Visa ending in 4242 is up to date',
  used: 'This link was used already',
  forged: 'This link is not valid',
  overdue: 'This link has expired',
  country: 'tai',
  chosen: 'TW',
  other: '正體中文',
  otherTitle: '新增付款方法',
  forBob: 'For Bob Chen',
};

const chinese: typeof english = {
  locale: 'zh-TW',
  add: '新增付款方式',
  list: '我有哪些付款方式？',
  update: '更新 Visa 4242 的到期日',
  brand: '已辨識：Visa',
  save: '儲存',
  fixOne: '請更正 1 個欄位。尚未儲存任何資料。',
  notANumber: '這不是有效的卡號，請檢查數字。',
  expired: '這張卡片已過期。',
  declined: '您的銀行不接受這張卡片。',
  saved: '已儲存末四碼 1111 的 Visa',
  editSaved: '末四碼 4242 的 Visa 已更新',
  used: '這個連結已經用過',
  forged: '這個連結無效',
  overdue: '這個連結已過期',
  country: '',
  chosen: 'US',
  other: 'English',
  otherTitle: 'Add a payment method',
  forBob: '給 Bob Chen',
};

/** Numbers that are typed anywhere in these tests. */
const NUMBERS = ['4111111111111111', '4111111111111112', '4000000000000002', '5105105105105100'];
const ALEX_FIELDS = {
  'cc-name': 'Alex Wilber',
  'cc-exp': '09/31',
  'cc-csc': '123',
  'street-address': '1 Harbor Street',
};

/**
 * A refused form and a link that is no good are answered with a status that the browser mentions; and Teams' library
 * looks for a newer list of Teams' own addresses than it has, which the page does not let it.
 */
const EXPECTED = /status of 4\d\d|validDomains\.json/;

describe.each([english, chinese])('the payment page in $locale', words => {
  let now = START;
  let bot: BotUnderTest;
  let browser: Browser;
  let page: Page;
  let pictures = 0;
  const folder = join(__dirname, 'out', `payment-page-${words.locale}`);

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    bot = await startBotUnderTest({ now: () => now });
    browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.close();
  });
  afterEach(async () => {
    now = START;
    await page.context().close();
  });

  const linkFor = async (text: string): Promise<string> => (await bot.say(text, { locale: words.locale })).link();

  /** A page by itself; whatever it complains about, or loads from elsewhere, fails the test. */
  const open = async (url: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      ...{ viewport: { width: 720, height: 900 }, locale: words.locale, ...options },
    });
    const opened = await context.newPage();
    opened.setDefaultTimeout(10_000);
    opened.on('console', message => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) throw new Error(message.text());
    });
    await opened.route(
      address => address.origin !== new URL(bot.url).origin,
      route => Promise.reject(new Error(`loads ${route.request().url()}`)),
    );
    await opened.goto(url);
    return opened;
  };

  const shoot = async (name: string): Promise<void> => {
    pictures += 1;
    const path = join(folder, `${String(pictures).padStart(2, '0')}-${name}.png`);
    await page.screenshot({ path, fullPage: true, animations: 'disabled' });
  };

  const fill = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, value] of Object.entries({ ...ALEX_FIELDS, ...fields })) {
      await page.locator(`[autocomplete="${name}"]`).fill(value);
    }
    await page.locator('[autocomplete=country]').selectOption('TW');
  };
  const save = (): Promise<void> => page.getByRole('button', { name: words.save }).click();
  const cards = async (): Promise<number> =>
    (await bot.say(words.list)).text.match(/\d{4} *\n|末四碼|ending in/g)?.length ?? 0;

  test('is filled in by keyboard alone, and recognises the brand while it is typed', async () => {
    page = await open(await linkFor(words.add));
    await shoot('empty');
    const type = async (text: string): Promise<void> => {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    };
    await type('Alex Wilber');
    await page.keyboard.type('4111 1');
    await page.getByText(words.brand).waitFor();
    await type('111 1111 1111');
    await type('09/31');
    await type('123');
    await type('1 Harbor Street');
    await type('98052');
    await type('Redmond');
    await type('');
    await type(words.country);
    await shoot('filled');
    expect(await page.locator('[autocomplete=country]').inputValue()).toBe(words.chosen);
    expect(await page.evaluate('document.activeElement.type')).toBe('submit');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: words.saved }).waitFor();
    await shoot('saved');
  });

  test('says beside the field what is wrong, goes there, and keeps neither number nor code', async () => {
    page = await open(await linkFor(words.add));
    await fill({ 'cc-number': '4111 1111 1111 1112' });
    await save();
    await page.getByText(words.fixOne).waitFor();
    const number = page.locator('#cc-number');
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#cc-number-fault').textContent()).toContain(words.notANumber);
    await page.locator('#cc-number:focus').waitFor();
    expect([await number.inputValue(), await page.locator('#cc-csc').inputValue()]).toEqual(['', '']);
    expect(await page.locator('#cc-name').inputValue()).toBe('Alex Wilber');
    await shoot('wrong-number');
  });

  test('says that a card has expired', async () => {
    page = await open(await linkFor(words.add));
    await fill({ 'cc-number': '4111111111111111', 'cc-exp': '05/26' });
    await save();
    await page.getByText(words.expired).waitFor();
    await shoot('expired');
  });

  test('says that a card is declined, and takes another by the same link', async () => {
    page = await open(await linkFor(words.add));
    const before = await cards();
    await fill({ 'cc-number': '4000 0000 0000 0002' });
    await save();
    await page.getByText(words.declined).waitFor();
    await shoot('declined');
    expect(await cards()).toBe(before);
    await fill({ 'cc-number': '4111111111111111' });
    await save();
    await page.getByRole('heading', { name: words.saved }).waitFor();
  });

  test('is used up once it was sent, also by the way back', async () => {
    const url = await linkFor(words.add);
    page = await open(url);
    await fill({ 'cc-number': '4111111111111111' });
    await save();
    await page.getByRole('heading', { name: words.saved }).waitFor();
    await page.goBack();
    await page.goto(url);
    await page.getByRole('heading', { name: words.used }).waitFor();
    await shoot('used');
  });

  test('does not open by a forged link, nor by one that is too old', async () => {
    const url = await linkFor(words.add);
    page = await open(`${url.slice(0, -2)}x`);
    await page.getByRole('heading', { name: words.forged }).waitFor();
    await shoot('forged');
    now = START + 16 * 60_000;
    await page.goto(url);
    await page.getByRole('heading', { name: words.overdue }).waitFor();
  });

  test('of another person’s link says whose it is, and reaches that person alone', async () => {
    const bob = { id: idOf('012'), name: 'Bob Chen', locale: words.locale };
    const mine = await cards();
    page = await open((await bot.say(words.add, bob)).link());
    await page.getByText(words.forBob, { exact: true }).waitFor();
    await shoot('of-another-person');
    await fill({ 'cc-number': '4111111111111111' });
    await save();
    await page.getByRole('heading', { name: words.saved }).waitFor();
    expect(await cards()).toBe(mine);
    expect((await bot.say(words.list, bob)).text).toContain('1111');
  });

  test('works without scripts', async () => {
    page = await open(await linkFor(words.add), { javaScriptEnabled: false });
    await fill({ 'cc-number': '4111111111111112' });
    await save();
    await page.getByText(words.notANumber).waitFor();
    await fill({ 'cc-number': '4111111111111111' });
    await save();
    await page.getByRole('heading', { name: words.saved }).waitFor();
  });

  test('fits 320 pixels, with all its errors, in the dark as well', async () => {
    page = await open(await linkFor(words.add), { viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
    await save();
    await page.locator('#cc-csc-fault').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await shoot('narrow');
    await page.goto(await linkFor(words.update));
    await page.locator('#cc-name').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await shoot('narrow-edit');
  });

  test('every field has a name that is spoken, and what it is for', async () => {
    page = await open(await linkFor(words.add));
    const fields = page.locator('input:not([type=hidden]), select, textarea');
    for (const field of await fields.all()) {
      expect(await field.evaluate('element => element.labels[0].innerText')).not.toBe('');
      expect(await field.getAttribute('autocomplete')).toMatch(/^[a-z0-9-]+$/);
      expect((await field.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    }
    expect(await fields.count()).toBe(9);
  });

  test('edits a card that is on file without its number', async () => {
    page = await open(await linkFor(words.update));
    expect(await page.locator('#cc-number').count()).toBe(0);
    await fill({ 'cc-name': 'A. Wilber', 'cc-csc': '999' });
    await shoot('edit');
    await save();
    await page.getByRole('heading', { name: words.editSaved }).waitFor();
    expect((await bot.say(words.list)).text).toContain('A. Wilber');
  });

  test('in a dialog runs what closes it', async () => {
    page = await open(`${await linkFor(words.add)}?dialog=1`);
    await fill({ 'cc-number': '4111111111111111' });
    await save();
    await page.getByRole('heading', { name: words.saved }).waitFor();
    await page.waitForLoadState('load');
    expect(await page.evaluate('typeof window.microsoftTeams.dialog.url.submit')).toBe('function');
  });

  test('can be read in the other language', async () => {
    page = await open(await linkFor(words.add));
    await page.getByRole('link', { name: words.other }).click();
    await page.getByRole('heading', { name: words.otherTitle }).waitFor();
  });

  test('leaves no number in the data folder or the log, after all of it', async () => {
    page = await open(await linkFor(words.add));
    await fill({ 'cc-number': '5105105105105100', 'street-address': '5105 1051 0510 5100' });
    await save();
    await page.locator('#street-address-fault').waitFor();
    const kept = await everythingKept(bot);
    expect(kept).toMatch(/lastFour[^0-9]*1111/);
    for (const number of NUMBERS) expect(kept).not.toMatch(numberPattern(number));
    expect(kept).not.toMatch(/"(?:securityCode|cc-csc)/);
  });
});

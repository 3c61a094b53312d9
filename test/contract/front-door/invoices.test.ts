import { type BotUnderTest, startBotUnderTest } from '../../support/bot';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest({ now: () => Date.UTC(2026, 5, 15, 9) });
});
afterEach(() => bot.close());

test('"invoices" lists those of the past 3 months, latest first', async () => {
  const { text } = await bot.say('invoices');
  expect(text).toContain('$900.00');
  expect(text).toContain('$140.00');
  expect(text).not.toContain('$9,000.00');
  expect(text.indexOf('June 12, 2026')).toBeLessThan(text.indexOf('May 6, 2026'));
});

test('發票 lists them in Chinese, and 檢視 opens one', async () => {
  const list = await bot.say('發票', { locale: 'zh-TW' });
  expect(list.text).toContain('US$900.00');
  const one = await bot.press(list.button('檢視'));
  expect(one.text).toContain('Visio Plan 2');
  expect(one.text).toContain('Contoso Marketing');
});

test('twelve months reach further back', async () => {
  const list = await bot.say('invoices');
  expect((await bot.press(list.button('Past 12 months'))).text).toContain('$9,000.00');
});

test('one invoice shows lines, tax, total, bill-to and how it was paid', async () => {
  const { text } = await bot.press((await bot.say('invoices')).button('View'));
  for (const words of ['INV-2026-', 'Visio Plan 2', '$900.00', 'Contoso Marketing', '4242'])
    expect(text).toContain(words);
  expect(text).toMatch(/tax/i);
});

test('an invoice is found by its number, however many zeros it is typed with', async () => {
  const number = /INV-2026-0*(\d+)/.exec((await bot.say('invoices')).text)?.[1];
  expect((await bot.say(`show invoice inv-2026-${number}`)).text).toContain(
    `INV-2026-${String(number).padStart(6, '0')}`,
  );
});

test('somebody else’s invoice is not there', async () => {
  const number = /INV-2026-\d+/.exec((await bot.say('invoices')).text)?.[0];
  const bob = { id: '10000000-0000-4000-8000-000000000012' };
  expect((await bot.say(`show invoice ${number}`, bob)).text).toMatch(/can.t find that invoice/);
});

test('the invoices of a month can be asked for', async () => {
  const { text } = await bot.say('invoices for 2026-05');
  expect(text).toContain('May 6, 2026');
  expect(text).not.toContain('June 12');
});

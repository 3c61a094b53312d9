import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../../domain/store/embedded';
import { createStore } from '../../../domain/store/store';
import { ALEX, type BotUnderTest, startBotUnderTest, TENANT } from '../../support/bot';
import { invoiceOf } from '../../support/records';

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

test('a bill-to stands on the card as it was written, whole', async () => {
  const form = await bot.say('edit billing profile Contoso Marketing');
  const billTo = `${'國際股份有限公司'.repeat(10)}\n1 Harbor Street, Building 7, Floor 12, Suite 1204\n98052 Redmond`;
  await bot.press(form.button('Save'), { billTo, invoiceEmail: 'invoices@contoso.com' });
  const quote = await bot.say('buy Teams Premium with 4 licenses');
  await bot.press(quote.button('Place order'), { quantity: '4', frequency: 'monthly' });
  let text = '';
  while (!text.includes('國際')) ({ text } = await bot.say('show me my latest invoice'));
  expect(text.replace(/, /g, '\n')).toContain(billTo.replace(/, /g, '\n'));
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

test.each([
  ['invoices of the past 6 months', 'en-US', 'Invoices · Past 6 months', 'December 15, 2025 – June 15, 2026'],
  ['invoices of the past year', 'en-US', 'Invoices · Past 12 months', 'June 15, 2025 – June 15, 2026'],
  ['invoices last month', 'en-US', 'Invoices', 'May 1, 2026 – May 31, 2026'],
  ['invoices since May', 'en-US', 'Invoices', 'May 1, 2026 – June 15, 2026'],
  ['invoices from March to May 2026', 'en-US', 'Invoices', 'March 1, 2026 – May 31, 2026'],
  ['invoices from November to May', 'en-US', 'Invoices', 'November 1, 2025 – May 31, 2026'],
  ['invoices in 2025', 'en-US', 'Invoices', 'January 1, 2025 – December 31, 2025'],
  ['近六個月的發票', 'zh-TW', '發票 · 過去 6 個月', '2025年12月15日 – 2026年6月15日'],
  ['過去一年的發票', 'zh-TW', '發票 · 過去 12 個月', '2025年6月15日 – 2026年6月15日'],
  ['三月到五月的發票', 'zh-TW', '發票', '2026年3月1日 – 2026年5月31日'],
  ['從四月起的發票', 'zh-TW', '發票', '2026年4月1日 – 2026年6月15日'],
  ['invoices since last month', 'en-US', 'Invoices', 'May 1, 2026 – June 15, 2026'],
  ['invoices since last year', 'en-US', 'Invoices', 'January 1, 2025 – June 15, 2026'],
  ['invoices from last month to this month', 'en-US', 'Invoices', 'May 1, 2026 – June 30, 2026'],
  ['invoices from March to May', 'en-US', 'Invoices', 'March 1, 2026 – May 31, 2026'],
  ['invoices last year', 'en-US', 'Invoices', 'January 1, 2025 – December 31, 2025'],
  ['invoices of March last year', 'en-US', 'Invoices', 'no invoice between March 1, 2025 and March 31, 2025'],
  ['invoices until May', 'en-US', 'Invoices', 'until May 31, 2026'],
  ['invoices through last month', 'en-US', 'Invoices', 'until May 31, 2026'],
  ['invoices from May 4 to May 20', 'en-US', 'Invoices', 'May 4, 2026'],
  ['invoices from May 4 to May 20', 'en-US', 'Invoices', 'May 20, 2026'],
  ['invoices until May 5', 'en-US', 'Invoices', 'until May 5, 2026'],
  ['invoices before May 5', 'en-US', 'Invoices', 'until May 4, 2026'],
  ['invoices q1', 'en-US', 'Invoices', 'March 31, 2026'],
  ['invoices q4', 'en-US', 'Invoices', 'December 31, 2025'],
  ['第一季發票', 'zh-TW', '發票', '2026年3月31日'],
  ['5/4 到 5/20 的發票', 'zh-TW', '發票', '2026年5月20日'],
  ['5月5日以前的發票', 'zh-TW', '發票', '到 2026年5月4日為止'],
  ['invoices this week', 'en-US', 'Invoices', 'June 15, 2026'],
  ['上週的發票', 'zh-TW', '發票', '2026年6月14日'],
  ['invoices today', 'en-US', 'Invoices', 'There is no invoice of June 15, 2026.'],
  ['invoices from yesterday', 'en-US', 'Invoices', 'There is no invoice of June 14, 2026.'],
  ['昨天的發票', 'zh-TW', '發票', '2026年6月14日沒有發票。'],
  ['invoices of June 12', 'en-US', 'Invoices', '1 invoice · June 12, 2026'],
  ['invoices since yesterday', 'en-US', 'Invoices', 'between June 14, 2026 and June 15, 2026'],
  ['invoices of the last 2 weeks', 'en-US', 'Invoices', 'June 1, 2026 – June 15, 2026'],
  ['最近三天的發票', 'zh-TW', '發票', '2026年6月12日 – 2026年6月15日'],
  ['invoices before May', 'en-US', 'Invoices', 'until April 30, 2026'],
  ['invoices before 2026', 'en-US', 'Invoices', 'until December 31, 2025'],
  ['invoices before 2020', 'en-US', 'Invoices', 'There is no invoice until December 31, 2019.'],
  ['上個月以來的發票', 'zh-TW', '發票', '2026年5月1日 – 2026年6月15日'],
  ['去年以來的發票', 'zh-TW', '發票', '2025年1月1日 – 2026年6月15日'],
  ['去年三月到今年五月的發票', 'zh-TW', '發票', '2025年3月1日 – 2026年5月31日'],
  ['去年三月的發票', 'zh-TW', '發票', '2025年3月1日到 2025年3月31日之間沒有發票'],
  ['去年的發票', 'zh-TW', '發票', '2025年1月1日 – 2025年12月31日'],
  ['到五月為止的發票', 'zh-TW', '發票', '到 2026年5月31日為止'],
  ['五月以前的發票', 'zh-TW', '發票', '到 2026年4月30日為止'],
  ['五月底以前的發票', 'zh-TW', '發票', '到 2026年5月31日為止'],
  ['2020年以前的發票', 'zh-TW', '發票', '到 2019年12月31日為止沒有發票'],
  ['上個月的發票', 'zh-TW', '發票', '2026年5月1日 – 2026年5月31日'],
])('%s: the card says which time it shows', async (said, locale, title, range) => {
  const card = await bot.say(said, { locale });
  expect(card.text.split('\n')).toContain(title);
  expect(card.text).toContain(range);
});

test('a range is chosen with two dates, in whichever order', async () => {
  const list = await bot.say('invoices');
  expect([list.input('from'), list.input('to')]).toMatchObject([
    { type: 'Input.Date', value: '2026-03-15' },
    { type: 'Input.Date', value: '2026-06-15' },
  ]);
  for (const send of [bot.press, bot.submit]) {
    const may = await send(list.button('Show this time'), { from: '2026-05-31', to: '2026-05-01' });
    expect(may.text).toContain('May 1, 2026 – May 31, 2026');
    expect(may.text).toContain('May 6, 2026');
    expect(may.text).not.toContain('June 12');
  }
  const open = await bot.press(list.button('Show this time'), { from: '2026-06-01', to: '' });
  expect(open.text).toContain('June 1, 2026 – June 15, 2026');
  const none = await bot.press(list.button('Show this time'), { from: '2020-01-01', to: '2020-02-01' });
  expect(none.text).toContain('There is no invoice between January 1, 2020 and February 1, 2020.');
  expect((await bot.press(none.button('Past 12 months'))).text).toContain('$9,000.00');
});

test('a range without a start holds all there is until its end, page by page', async () => {
  const card = await bot.say('invoices until May');
  expect([card.input('from'), card.input('to')]).toMatchObject([{ value: '' }, { value: '2026-05-31' }]);
  expect(card.text).toContain('$9,000.00');
  expect(card.text).not.toContain('June 12, 2026');
  const before = await bot.press(card.button('Show this time'), { from: '', to: '2026-05-05' });
  expect(before.text).toContain('until May 5, 2026');
  expect(before.text).not.toContain('May 6, 2026');
});

test('invoices of one product, and their total', async () => {
  const { text } = await bot.say('invoices for Power BI Pro');
  expect(text).toContain('Invoices of Power BI Pro');
  expect(text).not.toContain('Visio');
  expect(text).toMatch(/Total\n\$280\.00/);
  const more = await bot.press((await bot.say('invoices for Visio')).button('Past 6 months'));
  expect(more.text).toContain('Invoices of Visio');
  expect(more.text).not.toContain('Power BI');
});

test('the latest invoice, of all and of one product', async () => {
  const latest = await bot.say('show me my latest invoice');
  expect(latest.text).toContain('Visio Plan 2');
  expect(latest.links).toHaveLength(1);
  expect((await bot.say('最近一張 Power BI Pro 的發票', { locale: 'zh-TW' })).text).toContain('Power BI Pro');
  const bob = { id: '10000000-0000-4000-8000-000000000012' };
  expect((await bot.say('last invoice', bob)).text).toContain('There is no invoice');
});

test('of very many invoices 15 are shown at a time, all of them one after the other, and their total', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'many-'));
  const store = createStore(await openEmbeddedStore({ folder }));
  for (let at = 0; at < 70; at++) {
    const { number: _, ...draft } = invoiceOf({ id: `i${at}`, tenantId: TENANT, purchaserId: ALEX });
    await store.invoices.issue({ ...draft, issuedAt: Date.UTC(2026, 4, 10, at % 24, at) });
  }
  await store.close();
  const many = await startBotUnderTest({ now: () => Date.UTC(2026, 5, 15, 9), env: { DATA_DIR: folder } });
  try {
    const seen: string[] = [];
    let card = await many.say('invoices of May 2026');
    expect(card.text).toContain('71 invoices');
    expect(card.text).toMatch(/Total\n\$10,640\.00/);
    for (let page = 0; page < 5; page++) {
      seen.push(...new Set(card.text.match(/^INV-2026-\d+$/gm)));
      if (page < 4) card = await many.press(card.button('Show older'));
    }
    expect(card.text).toContain('Showing 61 to 71, latest first.');
    expect(card.buttons.map(({ title }) => title)).not.toContain('Show older');
    expect([seen.length, new Set(seen).size]).toEqual([71, 71]);
  } finally {
    await many.close();
    await rm(folder, { recursive: true, force: true });
  }
});

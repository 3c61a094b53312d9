import { invoicePdf } from '../../../../bot/pages/pdf/invoice-pdf';
import { invoiceDocument } from '../../../../cards/views/invoice-document';
import { type Locale, locales, wordsFor } from '../../../../cards/words';
import type { Invoice, InvoiceLine } from '../../../../domain/billing/invoice';
import catalog from '../../../../domain/catalog/catalog.json';
import { money } from '../../../../domain/shared/money';
import { readPdf, type Written } from '../../../support/pdf';

/** Just before midnight in UTC, which is the next morning in Taipei. */
const ISSUED = Date.UTC(2026, 0, 30, 23);
const products = new Map(catalog.products.map(product => [product.id, product]));

const line = (minor: number, change: Partial<InvoiceLine> = {}): InvoiceLine => ({
  ...{ productId: 'CFQ7TTC0HD32', quantity: 3, amount: money(minor, 'USD') },
  ...{ from: ISSUED, to: Date.UTC(2026, 1, 28, 23), ...change },
});

const bill = (change: Partial<Invoice> = {}): Invoice => ({
  ...{ id: 'cause', tenantId: 'contoso', purchaserId: 'alex', subscriptionId: 'sub', number: 'INV-2026-000123' },
  ...{ kind: 'purchase', issuedAt: ISSUED, lines: [line(4500)], tax: money(225, 'USD') },
  ...{ billTo: 'Contoso Marketing', paidWith: { brand: 'visa', lastFour: '4242' }, ...change },
});

const draw = (change: Partial<Invoice> = {}, locale: Locale = 'en'): Promise<Buffer> =>
  invoicePdf(invoiceDocument(wordsFor(locale, 'Asia/Taipei'), { invoice: bill(change), products }));
const read = async (change?: Partial<Invoice>, locale?: Locale) => readPdf(await draw(change, locale));

test('an English invoice says what it is for, what it costs with tax, who is billed and how it was paid', async () => {
  const { text, source } = await read();
  for (const words of [
    ...['Invoice', 'INV-2026-000123', 'January 31, 2026', 'Contoso Marketing', 'Visa ending in 4242', 'Purchase'],
    ...['Visio Plan 2', 'January 31, 2026 – March 1, 2026', 'Subtotal$45.00', 'Tax$2.25', 'Total$47.25', 'USD'],
    'Page 1 of 1',
  ]) {
    expect(text).toContain(words);
  }
  expect(source).toContain('/Lang (en-US)');
  expect(source).toContain('/DisplayDocTitle true');
});

test('a Chinese one says it in Chinese, and names in whatever script they are written', async () => {
  const billTo = '陳怡君\r\nJosé Łukasiewicz, Đặng Жанна\n100 臺北市中正區重慶南路一段 122 號';
  const { text, source } = await read({ billTo }, 'zh-TW');
  for (const words of [
    ...['發票', '2026年1月31日', '2026年1月31日 – 2026年3月1日', '小計US$45.00', '稅金US$2.25', '總計US$47.25'],
    ...['陳怡君', 'José Łukasiewicz, Đặng Жанна', '100 臺北市中正區重慶南路一段 122 號', '第 1 頁，共 1 頁'],
  ]) {
    expect(text).toContain(words);
  }
  expect(source).toContain('/Lang (zh-Hant-TW)');
});

test('a credit is called one, and its amounts are less than nothing', async () => {
  const credit = { kind: 'cancellation', lines: [line(-4500)], tax: money(-225, 'USD') } as const;
  const english = (await read(credit)).text;
  expect(english).toContain('Credit note');
  expect(english).toContain('Refunded to');
  expect(english).toContain('Total given back-$47.25');
  expect((await read(credit, 'zh-TW')).text).toContain('貸項通知單');
});

test('what no font draws is shown to be missing, and what would turn the text is left out', async () => {
  const { text } = await read({ billTo: 'Ana \u202eevil\u202c 😀 אבג\u0007' });
  expect(text).toContain('Ana evil □ □□□');
});

const numbersOf = (page: readonly Written[]) => page.filter(({ text }) => /^-?\$[\d,.]+$/.test(text));

test('many lines go on over pages: each repeats the heads of the columns, none runs over the edge', async () => {
  const lines = Array.from({ length: 60 }, (_, at) => line(123_456 * (at + 1), { quantity: at + 1 }));
  const { pages, text } = await read({ lines });
  expect(pages.length).toBeGreaterThan(3);
  pages.forEach((page, at) => {
    const written = page.map(run => run.text);
    expect(written).toContain('Description');
    expect(written).toContain(`Page ${at + 1} of ${pages.length}`);
    for (const { x, right, y } of page) {
      expect(x).toBeGreaterThanOrEqual(55.9);
      expect(right).toBeLessThanOrEqual(539.5);
      expect(y).toBeGreaterThan(30);
    }
    for (const { right } of numbersOf(page)) expect(right).toBeCloseTo(539, 0);
  });
  const amounts = pages.flatMap(numbersOf).map(run => Math.round(Number(run.text.replace(/[$,]/g, '')) * 100));
  expect(amounts.slice(0, 60)).toEqual(lines.map(({ amount }) => amount.minor));
  const net = lines.reduce((sum, { amount }) => sum + amount.minor, 0);
  expect(amounts.slice(60)).toEqual([net, 225, net + 225]);
  expect(text.match(/Subtotal/g)).toHaveLength(1);
});

test('a name that is too long for its column goes on in the next line, without losing a letter', async () => {
  const billTo = `${'國際股份有限公司'.repeat(20)}${'Donaudampfschifffahrtsgesellschaft'.repeat(4)}`;
  const { pages } = await read({ billTo });
  const left = pages[0]?.filter(({ x, size }) => x < 290 && size === 10) ?? [];
  const text = left.map(run => run.text).join('');
  expect(text).toContain(billTo);
  for (const { right } of left.filter(({ text: part }) => !part.includes('Visio'))) {
    expect(right).toBeLessThanOrEqual(56 + 220.5);
  }
});

test.each(locales)('the same invoice is the same file, and a small one (%s)', async locale => {
  const first = await draw({}, locale);
  await draw({ billTo: 'somebody else, 別人' }, locale);
  expect((await draw({}, locale)).equals(first)).toBe(true);
  expect(first.length).toBeLessThan(60_000);
  const everything = `${[...'天地玄黃宇宙洪荒日月盈昃辰宿列張寒來暑往秋收冬藏閏餘成歲律呂調陽雲騰致雨露結為霜金生麗水玉出崑岡'].join('')}`;
  expect((await draw({ billTo: everything }, locale)).length).toBeLessThan(200_000);
});

const seller = { name: '國際軟體股份有限公司', address: '100 臺北市中正區\n重慶南路一段 122 號', taxId: '12345678' };

test.each([
  ['en', 'Seller', 'Tax ID: 12345678', 'Tax (5%)$2.25'],
  ['zh-TW', '賣方', '稅籍編號：12345678', '稅金（5%）US$2.25'],
] as const)(
  'who sells and the rate of the tax stand on it where they are known (%s)',
  async (locale, title, id, tax) => {
    const { text, pages } = await read({ seller, taxRate: 500 }, locale);
    for (const words of [
      title,
      '國際軟體股份有限公司',
      '100 臺北市中正區',
      '重慶南路一段 122 號',
      id,
      tax,
      'Contoso Marketing',
    ]) {
      expect(text).toContain(words);
    }
    for (const run of pages[0] ?? []) expect(run.right).toBeLessThanOrEqual(539.5);
    const unknown = (await read({}, locale)).text;
    for (const words of [title, id.slice(0, 4), '5%']) expect(unknown).not.toContain(words);
    expect((await read({ seller: { ...seller, address: '', taxId: '' } }, locale)).text).not.toContain(id.slice(0, 4));
  },
);

test('a rate is written as finely as it is', async () => {
  expect((await read({ taxRate: 825 })).text).toContain('Tax (8.25%)$2.25');
});

test('a seller, a bill-to and lines of the longest kind lose no letter and run over no edge', async () => {
  const longest = {
    name: '名'.repeat(200),
    address: 'Donaudampfschifffahrt '.repeat(13).trim(),
    taxId: '9'.repeat(50),
  };
  const { pages } = await read({
    seller: longest,
    billTo: '收'.repeat(300),
    lines: Array.from({ length: 30 }, () => line(1)),
  });
  const all = pages.flat();
  const written = all.map(({ text }) => text).join('');
  for (const words of [longest.name, longest.taxId, '收'.repeat(300)]) expect(written).toContain(words);
  for (const { right, y } of all) expect([right <= 539.5, y > 30]).toEqual([true, true]);
});

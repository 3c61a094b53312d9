import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import catalog from '../../../domain/catalog/catalog.json';
import { type BotUnderTest, type Button, type SeenCard, startBotUnderTest } from '../../support/bot';
import { readPdf } from '../../support/pdf';

let folder: string;
let bot: BotUnderTest;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 5, 15, 9);
  folder = await mkdtemp(join(tmpdir(), 'tax-'));
  bot = await startWith(825);
});
afterEach(async () => {
  await bot.close();
  await rm(folder, { recursive: true, force: true });
});

/** A bot on data of its own, or on that of an earlier one, whose catalog has a tax for the country of the demo tenant. */
const startWith = async (rate: number, seller?: object): Promise<BotUnderTest> => {
  const file = join(folder, 'catalog.json');
  await writeFile(file, JSON.stringify({ ...catalog, taxRates: { US: rate, TW: 500 }, seller }));
  return startBotUnderTest({ env: { CATALOG_FILE: file, DATA_DIR: join(folder, 'data') }, now: () => now });
};

const fact = (card: SeenCard, title: string): string => {
  const lines = card.text.split('\n');
  return lines[lines.lastIndexOf(title) + 1] ?? '';
};
const order = (quote: SeenCard, button: Button = quote.button('Place order')) =>
  bot.press(button, { quantity: '4', frequency: 'monthly' });
const latestInvoice = async (): Promise<SeenCard> => bot.say('show my latest invoice');

test('an order shows tax on a line of its own, charges it with the price, and so does its invoice', async () => {
  const quote = await bot.say('buy Teams Premium with 4 licenses');
  expect([fact(quote, 'Tax'), fact(quote, 'Total now')]).toEqual(['$3.30', '$43.30']);
  expect(quote.text).toContain('$43.30 is charged to Visa ending in 4242');
  expect(fact(quote, 'Next charge')).toContain('$43.30');
  const bought = await order(quote);
  expect(bought.text).toContain('$43.30');
  expect(bought.text).toContain('That includes $3.30 of tax.');
  expect((await order(quote)).text).toContain('That includes $3.30 of tax.');
  expect((await bot.say('show Teams Premium')).text).toContain('$43.30');

  const invoice = await latestInvoice();
  expect([fact(invoice, 'Tax'), fact(invoice, 'Total')]).toEqual(['$3.30', '$43.30']);
  const pdf = readPdf(Buffer.from(await (await fetch(invoice.link())).arrayBuffer()));
  for (const line of ['Subtotal$40.00', 'Tax (8.25%)$3.30', 'Total$43.30']) expect(pdf.text).toContain(line);
});

test('more licenses are charged with tax, and a cancellation gives the tax back that was charged', async () => {
  await order(await bot.say('buy Teams Premium with 4 licenses'));
  const more = await bot.say('add 1 license to Teams Premium');
  // 29 of 30 days of $10.00 are $9.67, and 8.25 % of that is $0.80.
  expect(more.text).toContain('$10.47 is charged');
  expect(more.text).toContain('That includes $0.80 of tax.');
  expect((await bot.press(more.button('Save'), { totalLicenses: '5' })).text).toContain('$10.47 was charged');

  const cancel = await bot.say('cancel Teams Premium');
  // 29 of 30 days of $50.00 are $48.33, of $49.67 that were paid with $4.10 of tax: $3.99 of it.
  expect([fact(cancel, 'Tax'), fact(cancel, 'Refund')]).toEqual(['$3.99', '$52.32 to Visa ending in 4242']);
  const cancelled = await bot.press(cancel.button('Yes, cancel'), { reason: 'other' });
  expect(cancelled.text).toContain('You get back $52.32');
  expect(cancelled.text).toContain('That includes $3.99 of tax.');
  const history = await bot.say('order history of Teams Premium');
  for (const amount of ['$43.30', '$10.47', '-$52.32']) expect(history.text).toContain(amount);
});

test('a tax that has come up since the order was shown is shown before it is charged', async () => {
  await bot.close();
  bot = await startWith(0);
  const quote = await bot.say('buy Teams Premium with 4 licenses');
  expect([fact(quote, 'Tax'), fact(quote, 'Total now')]).toEqual(['$0.00', '$40.00']);
  await bot.close();
  bot = await startWith(825);
  const asked = await order(quote);
  expect(fact(asked, 'Total now')).toBe('$43.30');
  expect((await bot.say('my subscriptions')).text).not.toContain('Teams Premium');
  expect((await order(asked)).text).toContain('$43.30');
});

test('what was charged without tax is given back without it, whatever the rate is by then', async () => {
  await bot.close();
  bot = await startWith(0);
  const cancel = async () => bot.say('cancel Visio Plan 2');
  const before = fact(await cancel(), 'Refund');
  await bot.close();
  bot = await startWith(825);
  expect(fact(await cancel(), 'Refund')).toBe(before);
});

test('an invoice names who sold when it was written and the rate that was charged, whatever they are by now', async () => {
  const pdfOf = async (card: SeenCard) =>
    readPdf(Buffer.from(await (await fetch(card.link())).arrayBuffer())).text.replaceAll('\n', ' ');
  await bot.close();
  bot = await startWith(825, { name: 'Contoso Ltd.', address: '1 Main St', taxId: '12345678' });
  await order(await bot.say('buy Teams Premium with 4 licenses'));
  let invoice = await latestInvoice();
  while (!invoice.text.includes('Teams Premium')) invoice = await latestInvoice();
  await bot.close();
  bot = await startWith(900, { name: 'Fabrikam Ltd.' });
  const text = await pdfOf(await latestInvoice());
  for (const words of ['Seller', 'Contoso Ltd.', '1 Main St', 'Tax ID: 12345678', 'Tax (8.25%)']) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('Fabrikam');
  // What comes back at another rate than today's is not said to be at today's.
  const form = await bot.say('cancel Teams Premium');
  await bot.press(form.button('Yes, cancel'), { reason: 'not_needed' });
  let credit = await latestInvoice();
  while (!credit.text.includes('Credit')) credit = await latestInvoice();
  const given = await pdfOf(credit);
  expect(given).toContain('Fabrikam Ltd.');
  expect(given).not.toContain('%');
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BotUnderTest, idOf, startBotUnderTest } from '../../support/bot';
import { everythingKept, fillIn, numberPattern, post, RIGHT, sealIn } from '../../support/payment-page';

const START = Date.UTC(2026, 5, 15, 9);
const MINUTE = 60_000;
const bob = { id: idOf('012'), name: 'Bob Chen' };

let now = START;
let bot: BotUnderTest;
beforeEach(async () => {
  now = START;
  bot = await startBotUnderTest({ now: () => now });
});
afterEach(() => bot.close());

const linkFor = async (text: string, by = {}): Promise<string> => (await bot.say(text, by)).link();
const opened = async (url: string, headers = {}): Promise<{ status: number; text: string }> => {
  const response = await fetch(url, { headers });
  return { status: response.status, text: await response.text() };
};

test('the page loads nothing from elsewhere, is kept nowhere, and only Teams may frame it', async () => {
  const response = await fetch(await linkFor('add a payment method'));
  expect(response.status).toBe(200);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(response.headers.get('Referrer-Policy')).toBe('same-origin');
  const policy = response.headers.get('Content-Security-Policy') ?? '';
  for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'"])
    expect(policy).toContain(rule);
  expect(policy).toContain('frame-ancestors https://teams.microsoft.com');
  expect(policy).not.toMatch(/unsafe|\*(?!\.teams)/);
  const text = await response.text();
  expect(text).not.toMatch(/<style|<script(?! src="\.\.\/pages\/)| on\w+=|https?:/);
});

test.each([
  ['payment.css', 'text/css'],
  ['payment.js', 'text/javascript'],
  ['dialog.js', 'text/javascript'],
  ['teams.js', 'text/javascript'],
])('the page’s %s comes from here', async (name, type) => {
  const response = await fetch(new URL(`../pages/${name}`, await linkFor('add a payment method')));
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toContain(type);
  expect((await response.text()).length).toBeGreaterThan(100);
});

test('the fields carry the tokens that browsers fill in by, each with a label', async () => {
  const { text } = await opened(await linkFor('add a payment method'));
  const tokens = ['cc-name', 'cc-number', 'cc-exp', 'cc-csc', 'street-address', 'postal-code', 'country'];
  for (const token of tokens) {
    expect(text).toContain(`autocomplete="${token}"`);
    expect(text).toContain(`<label for="${token}"`);
  }
});

test('a link is not used up by being opened, but by a form that was taken; then it says so', async () => {
  const url = await linkFor('add a payment method');
  for (let times = 0; times < 3; times++) expect((await opened(url)).status).toBe(200);
  const done = await fillIn(url, { 'cc-number': '5105105105105100' });
  expect(done.status).toBe(200);
  expect(await done.text()).toContain('Mastercard ending in 5100');
  expect(await opened(url)).toMatchObject({ status: 410, text: expect.stringContaining('used already') });
  expect((await fillIn(url)).status).toBe(410);
  expect((await bot.say('payment methods')).text).toContain('3 cards');
});

test('a form sent twice at once is one card', async () => {
  const url = await linkFor('add a payment method');
  const form = sealIn((await opened(url)).text);
  const answers = await Promise.all([1, 2, 3].map(() => post(url, { form, ...RIGHT })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  expect((await bot.say('payment methods')).text).toContain('3 cards');
});

test('a link opens for 15 minutes', async () => {
  const url = await linkFor('add a payment method');
  const form = sealIn((await opened(url)).text);
  now = START + 15 * MINUTE - 1;
  expect((await opened(url)).status).toBe(200);
  now = START + 15 * MINUTE;
  expect(await opened(url)).toMatchObject({ status: 410, text: expect.stringContaining('has expired') });
  expect((await post(url, { form, ...RIGHT })).status).toBe(410);
  expect((await bot.say('payment methods')).text).toContain('2 cards');
});

test.each([
  ['another letter', (url: string) => url.replace(/.$/, last => (last === 'A' ? 'B' : 'A'))],
  ['nothing of a signature', (url: string) => url.replace(/\.[^.]*$/, '')],
  ['words of somebody’s own', (url: string) => url.replace(/[^/]*$/, 'alex')],
])('a link with %s is forged', async (_what, forge) => {
  const url = forge(await linkFor('add a payment method'));
  expect(await opened(url)).toMatchObject({ status: 404, text: expect.stringContaining('not valid') });
  expect((await post(url, RIGHT)).status).toBe(404);
  expect((await opened(url, { 'Accept-Language': 'zh-TW,en;q=0.5' })).text).toContain('這個連結無效');
});

test('a token that names somebody else is forged, and a link of another person reaches that person alone', async () => {
  const url = await linkFor('add a payment method');
  const [version, payload = '', seal] = url.split('/').at(-1)?.split('.') ?? [];
  const claim = Buffer.from(payload, 'base64url').toString('utf8');
  const stolen = Buffer.from(claim.replace('00000000-0000-0000-0000-0000000000020', bob.id)).toString('base64url');
  expect(stolen).not.toBe(payload);
  expect((await opened(url.replace(/[^/]*$/, `${version}.${stolen}.${seal}`))).status).toBe(404);

  const bobs = await linkFor('add a payment method', bob);
  expect((await opened(bobs)).text).toContain('For Bob Chen');
  await fillIn(bobs);
  expect((await bot.say('payment methods')).text).toContain('2 cards');
  expect((await bot.say('payment methods', bob)).text).toContain('1 card');
});

test('a link knows its tenant: the same person of another tenant gets nothing of it', async () => {
  await fillIn(await linkFor('add a payment method', { tenantId: 'fabrikam' }));
  expect((await bot.say('payment methods')).text).toContain('2 cards');
  expect((await bot.say('payment methods', { tenantId: 'fabrikam' })).text).toContain('1 card');
});

describe('a form that is not of this page', () => {
  test('is not taken, whichever way that shows, and the link stays good', async () => {
    const url = await linkFor('add a payment method');
    const another = await linkFor('add a payment method');
    const form = sealIn((await opened(url)).text);
    const foreign = sealIn((await opened(another)).text);
    expect((await post(url, RIGHT)).status).toBe(403);
    expect((await post(url, { form: foreign, ...RIGHT })).status).toBe(403);
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:9'])
      expect((await post(url, { form, ...RIGHT }, { Origin: origin })).status).toBe(403);
    expect((await bot.say('payment methods')).text).toContain('2 cards');
    expect((await post(url, { form, ...RIGHT }, { Origin: new URL(url).origin })).status).toBe(200);
  });
});

test('what is wrong stands beside its field; what was right is still there, but no number and no code', async () => {
  const url = await linkFor('add a payment method');
  const answer = await fillIn(url, { 'cc-number': '4242 4242 4242 4241', 'cc-exp': '01/20', 'cc-csc': '987' });
  expect(answer.status).toBe(422);
  const text = await answer.text();
  expect(text).toContain('id="cc-number-fault">That is not a card number');
  expect(text).toContain('id="cc-exp-fault">This card has expired');
  expect(text).toContain('aria-describedby="cc-number-fault"');
  expect(text).toContain('value="Alex Wilber"');
  const drawn = /name="form" value="[^"]*"/;
  expect(text.replace(drawn, '')).not.toMatch(/4242|987/);
  expect((await opened(url)).status).toBe(200);
});

test('markup of strangers stays text', async () => {
  const answer = await fillIn(await linkFor('add a payment method'), {
    'cc-name': '"><script>x</script>',
    'cc-exp': '',
  });
  const text = await answer.text();
  expect(text).not.toContain('<script>x');
  expect(text).toContain('&quot;&gt;&lt;script&gt;');
});

test('a declined card can be tried again with another, by the same link', async () => {
  const url = await linkFor('add a payment method');
  const declined = await fillIn(url, { 'cc-number': '4000 0000 0000 0002' });
  expect(declined.status).toBe(422);
  const page = await declined.text();
  expect(page).toContain('does not accept this card');
  expect((await post(url, { form: sealIn(page), ...RIGHT })).status).toBe(200);
});

test('editing shows the card without its number, and saves the rest', async () => {
  const url = await linkFor('update my visa 4242');
  const page = await opened(url);
  expect(page.text).toContain('Visa ending in 4242');
  expect(page.text).not.toContain('cc-number');
  const done = await fillIn(url, { 'cc-name': 'A. Wilber', 'cc-exp': '05/32', 'cc-number': '5105105105105100' });
  expect(done.status).toBe(200);
  const { text } = await bot.say('payment methods');
  expect(text).toContain('A. Wilber · Expires May 2032');
  expect(text).toContain('Pays for Contoso Marketing');
  expect(text).not.toContain('5100');
  expect((await opened(await linkFor('update my visa 4242'))).text).toContain('1 Harbor Street');
});

test('a link to a card that was deleted meanwhile says so', async () => {
  const url = await linkFor('update my mastercard');
  await bot.press((await bot.say('delete my mastercard')).button('Delete'));
  expect(await opened(url)).toMatchObject({ status: 404, text: expect.stringContaining('find that payment method') });
});

test('replacing has the new card pay, and keeps the old one on file', async () => {
  await fillIn(await linkFor('replace payment method'), { 'cc-number': '3530111333300000' });
  expect((await bot.say('list billing profiles')).text).toContain('JCB ending in 0000');
  expect((await bot.say('payment methods')).text).toContain('3 cards');
  await bot.press((await bot.say('delete visa 4242')).button('Delete'));
  expect((await bot.say('payment methods')).text).toContain('2 cards');
});

test('the page speaks the language of the chat, and the other one when asked', async () => {
  const url = await linkFor('新增付款方式');
  const chinese = await opened(url);
  expect(chinese.text).toContain('<html lang="zh-TW">');
  expect(chinese.text).toContain('持卡人姓名');
  expect(chinese.text).toContain('value="TW">台灣');
  expect((await opened(`${url}?lang=en`)).text).toContain('Name on the card');
});

test('no number of a card is kept or logged, wherever somebody writes it', async () => {
  const numbers = ['4242424242424242', '4000000000000002', '4000000000000341', '5105105105105100', '371449635398431'];
  for (const number of numbers) {
    await fillIn(await linkFor('add a payment method'), {
      ...{ 'cc-number': number, 'cc-csc': number.length === 15 ? '1234' : '123' },
    });
    await fillIn(await linkFor('add a payment method'), { 'cc-name': number, 'street-address': `No. ${number}` });
    await bot.say(`pay with ${number}`);
    await fetch(`${bot.url}/payment-methods/${number}`);
  }
  const profile = await bot.say('show billing profile Contoso Marketing');
  const answered = await bot.press(profile.button('Save'), { billTo: `Card ${numbers[0]}`, invoiceEmail: 'a@b.com' });
  expect(answered.text).toMatch(/never send/);
  expect((await bot.say('payment methods')).text).toContain('6 cards');
  const kept = await everythingKept(bot);
  expect(kept).toMatch(/lastFour[^0-9]*5100/);
  for (const number of numbers) expect(kept).not.toMatch(numberPattern(number));
});

test('a link that was used stays used when the bot starts again with the same secret', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'links-'));
  const env = { DATA_DIR: folder, SIGNING_SECRET: 'a secret for links that outlives a process' };
  const first = await startBotUnderTest({ env, now: () => now });
  const url = (await first.say('add a payment method')).link();
  expect((await fillIn(url)).status).toBe(200);
  await first.close();
  const again = await startBotUnderTest({ env, now: () => now });
  expect((await opened(url.replace(first.url, again.url))).status).toBe(410);
  await again.close();
  await rm(folder, { recursive: true });
});

import { createHash } from 'node:crypto';
import { DAY } from '../../../domain/shared/instant';
import { type BotUnderTest, type SeenCard, startBotUnderTest } from '../../support/bot';
import { readPdf } from '../../support/pdf';
import { onMongo, ownDatabase } from '../../support/stores';

let bot: BotUnderTest;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 5, 15, 9);
  bot = await startBotUnderTest({ now: () => now });
});
afterEach(() => bot.close());

const viewed = async (): Promise<SeenCard> => bot.press((await bot.say('invoices')).button('View'));
const fetchPdf = async (url: string) => {
  const response = await fetch(url);
  return { response, pdf: readPdf(Buffer.from(await response.arrayBuffer())) };
};

test('an invoice carries an absolute link to its PDF, in the language and the time zone of who asked', async () => {
  const card = await viewed();
  const number = /INV-2026-\d+/.exec(card.text)?.[0] ?? '';
  expect(card.link('View as PDF')).toMatch(new RegExp(`^${bot.url}/invoices/[\\w.-]+$`));
  const { response, pdf } = await fetchPdf(card.link());
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${number}.pdf"; filename*=UTF-8''Invoice%20${number}.pdf`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'referrer-policy': 'no-referrer',
  });
  for (const words of [number, 'Visio Plan 2', 'June 12, 2026', 'Contoso Marketing', 'Total$900.00', '4242']) {
    expect(pdf.text).toContain(words);
  }

  const chinese = await bot.say(`顯示發票 ${number}`, { locale: 'zh-TW' });
  const inTaipei = await fetchPdf(chinese.link('檢視 PDF'));
  expect(inTaipei.response.headers.get('content-disposition')).toContain('%E7%99%BC%E7%A5%A8');
  for (const words of ['發票', number, '總計US$900.00']) expect(inTaipei.pdf.text).toContain(words);
});

test('the same link gives the same file; HEAD says all but the file', async () => {
  const url = (await viewed()).link();
  const sums = await Promise.all(
    [1, 2, 3].map(async () =>
      createHash('sha256')
        .update(Buffer.from(await (await fetch(url)).arrayBuffer()))
        .digest('hex'),
    ),
  );
  expect(new Set(sums).size).toBe(1);
  const head = await fetch(url, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(await head.text()).toBe('');
});

test('a link expires after a day, and says so in both languages', async () => {
  const url = (await viewed()).link();
  now += DAY - 1;
  expect((await fetch(url)).status).toBe(200);
  now += 1;
  const late = await fetch(url);
  const page = await late.text();
  expect([late.status, late.headers.get('content-type')]).toEqual([410, 'text/html; charset=utf-8']);
  for (const words of ['This link has expired', '此連結已過期', 'lang="zh-TW"']) expect(page).toContain(words);
});

test('a link that was changed or made up opens nothing, and repeats nothing of itself', async () => {
  const url = (await viewed()).link();
  for (const forged of [
    `${url}A`,
    `${url.slice(0, -2)}xx`,
    `${bot.url}/invoices/%3Cscript%3E`,
    `${bot.url}/invoices/1.e30.e30`,
  ]) {
    const response = await fetch(forged);
    const page = await response.text();
    expect(response.status).toBe(404);
    expect(page).toContain('This link does not work');
    expect(page).toContain('此連結無法開啟');
    expect(page).not.toContain('script>');
  }
  expect(bot.logged.join('')).not.toContain(new URL(url).pathname.split('/').at(-1));
});

test('a bot with another secret does not take it', async () => {
  const url = new URL((await viewed()).link());
  const other = await startBotUnderTest({ now: () => now });
  try {
    expect((await fetch(new URL(url.pathname, other.url))).status).toBe(404);
  } finally {
    await other.close();
  }
});

test('where others read along no link is handed out', async () => {
  const number = /INV-2026-\d+/.exec((await bot.say('invoices')).text)?.[0] ?? '';
  const group = { conversation: { conversationType: 'groupChat', id: 'a-group' } };
  const heard = await (await bot.post({ type: 'message', text: `show invoice ${number}` }, group)).text();
  expect(heard).toContain("I've sent it to you in our chat.");
  expect(heard).not.toContain(number);
  expect(heard).not.toContain('/invoices/');
});

test('PUBLIC_URL is where links lead', async () => {
  const behind = await startBotUnderTest({ now: () => now, env: { PUBLIC_URL: 'https://bot.contoso.com/purchases/' } });
  try {
    const card = await behind.press((await behind.say('invoices')).button('View'));
    expect(card.link()).toMatch(/^https:\/\/bot\.contoso\.com\/purchases\/invoices\/[\w.-]+$/);
  } finally {
    await behind.close();
  }
});

onMongo(() => {
  test('a link made by one replica opens on another, with nothing configured', async () => {
    const own = ownDatabase('links');
    const [one, other] = [
      await startBotUnderTest({ now: () => now, env: own.env }),
      await startBotUnderTest({ now: () => now, env: own.env }),
    ];
    try {
      const card = await one.press((await one.say('invoices')).button('View'));
      expect((await fetch(new URL(new URL(card.link()).pathname, other.url))).status).toBe(200);
    } finally {
      await one.close();
      await other.close();
      await own.drop();
    }
  });
});

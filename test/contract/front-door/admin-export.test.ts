import { parse } from 'csv-parse/sync';
import { HOUR } from '../../../domain/shared/instant';
import { ALEX, type BotUnderTest, idOf, type Speaker, startBotUnderTest } from '../../support/bot';

const START = Date.UTC(2026, 5, 15, 9);
let bot: BotUnderTest;
let now: number;
beforeEach(async () => {
  now = START;
  bot = await startBotUnderTest({ now: () => now });
});
afterEach(() => bot.close());

const table = async (response: Response): Promise<readonly Readonly<Record<string, string>>[]> =>
  parse(Buffer.from(await response.arrayBuffer()), { bom: true, columns: true });

describe.each([
  {
    locale: 'en-US',
    asks: "export the organisation's purchases as a file",
    purchases: 'Purchases (CSV)',
    licenses: 'Licenses (CSV)',
    refused: 'This is for administrators',
  },
  {
    locale: 'zh-TW',
    asks: '匯出所有自助購買紀錄',
    purchases: '購買項目 (CSV)',
    licenses: '授權 (CSV)',
    refused: '這是系統管理員功能',
  },
])('$locale', words => {
  const megan = (conversation = {}): Speaker => ({
    ...{ id: idOf('001'), name: 'Megan Bowen', locale: words.locale, conversation },
  });

  test('an admin gets a link to all purchases, one row each', async () => {
    const response = await fetch((await bot.say(words.asks, megan())).link(words.purchases));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="purchases-2026-06-15.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const rows = await table(response);
    expect(rows).toHaveLength(5);
    expect(rows.find(({ product }) => product === 'Power BI Pro')).toMatchObject({
      purchaser_id: ALEX,
      ...{ purchaser: 'Alex Wilber', purchaser_email: 'alexw@contoso.com', department: 'Marketing', status: 'active' },
      ...{ licenses: '10', assigned: '3', unassigned: '7', price: '14.00', currency: 'USD', billing: 'monthly' },
      ...{ recurring_billing: 'on', trial: 'no', purchased_on: '2026-05-06', ends_on: '2026-07-06' },
    });
  });

  test('and one to who holds each license, one row a person a license', async () => {
    const rows = await table(await fetch((await bot.say(words.asks, megan())).link(words.licenses)));
    expect(rows).toHaveLength(3 + 19 + 1 + 2);
    expect(
      rows
        .filter(({ product }) => product === 'Power BI Pro')
        .map(({ person }) => person)
        .sort(),
    ).toEqual(['Ana Souza', 'Bob Chen', '陳怡君'].sort());
    expect(rows.find(({ person }) => person === 'Bob Chen')).toMatchObject({
      ...{ person_id: idOf('012'), purchaser_id: ALEX, department: 'Marketing' },
    });
  });

  test('nobody else gets one, nor anybody where others read along', async () => {
    expect((await bot.say(words.asks, { locale: words.locale })).text).toContain(words.refused);
    const group = megan({ id: 'a-group', conversationType: 'groupChat' });
    const heard = await (await bot.post({ type: 'message', text: words.asks }, group)).text();
    expect(heard).toContain('activities');
    expect(heard).not.toContain('/exports/');
  });

  test('a link opens for an hour', async () => {
    const link = (await bot.say(words.asks, megan())).link(words.purchases);
    now += HOUR;
    expect((await fetch(link)).status).toBe(410);
    expect((await fetch(`${link}x`)).status).toBe(404);
  });
});

test('a link opens no more once its owner is no admin', async () => {
  const named = await startBotUnderTest({ env: { ADMIN_IDS: idOf('012') }, now: () => now });
  const { pathname } = new URL(
    (await named.say('export all purchases', { id: idOf('012'), name: 'Bob' })).link('Purchases (CSV)'),
  );
  const token = pathname;
  await named.close();
  const signed = { SIGNING_SECRET: 'a secret that is long enough to sign with' };
  const [before, after] = [
    await startBotUnderTest({ env: { ...signed, ADMIN_IDS: idOf('012') }, now: () => now }),
    await startBotUnderTest({ env: signed, now: () => now }),
  ];
  const link = (await before.say('export all purchases', { id: idOf('012'), name: 'Bob' })).link('Purchases (CSV)');
  const path = new URL(link).pathname;
  expect((await fetch(`${before.url}${path}`)).status).toBe(200);
  expect((await fetch(`${after.url}${path}`)).status).toBe(404);
  expect((await fetch(`${after.url}${token}`)).status).toBe(404);
  await Promise.all([before.close(), after.close()]);
});

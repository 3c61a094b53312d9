import { z } from 'zod';
import { type BotUnderTest, idOf, type Speaker, startBotUnderTest } from '../../support/bot';

let bot: BotUnderTest;
beforeAll(async () => {
  bot = await startBotUnderTest();
});
afterAll(() => bot.close());

/** The guest among the demo people. */
const EVE = idOf('900');

const answer = z.object({
  ...{ statusCode: z.literal(200), type: z.literal('application/vnd.microsoft.search.searchResponse') },
  value: z.object({ results: z.array(z.object({ title: z.string(), value: z.string() })) }),
});

const ask = (value: unknown, by: Speaker = {}, on = bot): Promise<Response> =>
  on.post({ type: 'invoke', name: 'application/search', value, deliveryMode: 'normal' }, by);
const type = async (
  dataset: string,
  queryText: string,
  by: Speaker = {},
  queryOptions: object = { skip: 0, top: 15 },
) => answer.parse(await (await ask({ dataset, queryText, queryOptions }, by)).json()).value.results;

test('people of the tenant are offered while a name is typed, so that those of one name are told apart', async () => {
  const anas = await type('people', 'Ana');
  expect(anas.map(({ value }) => value)).toContain(idOf('010'));
  expect(anas[0]?.title).toMatch(/^Ana .+ · .+@/);
  expect((await type('people', '怡君'))[0]?.title).toContain('陳怡君');
  expect(await type('graph.microsoft.com/users', 'Ana')).toEqual(anas);
});

test('guests are neither offered nor shown anybody, and nobody is listed unasked', async () => {
  expect(await type('people', 'Eve Guest')).toEqual([]);
  expect(await type('people', 'Ana', { id: EVE, name: 'Eve Guest' })).toEqual([]);
  expect(await type('people', '')).toEqual([]);
});

test('another tenant finds nobody of this one', async () => {
  expect(await type('people', 'Ana', { tenantId: 'fabrikam' })).toEqual([]);
});

test('at most 15 are offered, whatever is asked for', async () => {
  for (const letter of ['al', 'an', 'ma', 'be', 'la']) {
    expect((await type('people', letter, {}, { skip: 0, top: 500 })).length).toBeLessThanOrEqual(15);
  }
  const products = await type('products', '', {}, { skip: 0, top: 500 });
  expect(products.length).toBeGreaterThan(1);
  expect(products.length).toBeLessThanOrEqual(15);
  expect(await type('products', '', {}, { skip: 1, top: 1 })).toEqual([products[1]]);
});

test('products are offered by parts of their names', async () => {
  expect((await type('products', 'VISIO')).map(({ title }) => title)).toContain('Visio Plan 2');
});

test.each([
  ['en-US', 'Visio Plan 2 · 0 of 5 assigned'],
  ['zh-TW', 'Visio Plan 2 · 已指派 0/5'],
])('%s: one’s own subscriptions are offered, and nobody else’s', async (locale, title) => {
  expect(await type('subscriptions', 'visio', { locale })).toEqual([{ title, value: 'demo-visio-plan-2' }]);
  expect(await type('subscriptions', 'visio', { locale, id: idOf('012') })).toEqual([]);
});

test.each([undefined, 'x', {}, { dataset: 'npm', queryText: 'x' }, { dataset: 'people', queryText: { $ne: '' } }])(
  'what is no search of this bot’s is answered politely: %j',
  async value => {
    expect(await (await ask(value)).json()).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
  },
);

test('it counts as messages do', async () => {
  const limited = await startBotUnderTest({ env: { RATE_LIMIT: '2' } });
  const search = { dataset: 'people', queryText: 'Ana' };
  const statuses = [];
  for (let asked = 0; asked < 3; asked += 1) statuses.push((await ask(search, {}, limited)).status);
  await limited.close();
  expect(statuses).toEqual([200, 200, 429]);
});

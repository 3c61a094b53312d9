import { type BotUnderTest, idOf, type Speaker, startBotUnderTest } from '../../support/bot';

const START = Date.UTC(2026, 5, 15, 9);
let bot: BotUnderTest;
beforeAll(async () => {
  bot = await startBotUnderTest({ now: () => START });
});
afterAll(() => bot.close());

const megan: Speaker = { id: idOf('001'), name: 'Megan Bowen' };
const PRODUCTS = ['Power BI Pro', 'Visio Plan 2', 'Project Plan 3', 'Power Apps per user', 'Teams Premium'];

/** Which of the demo's purchases a list shows, in its order. */
const shown = ({ json }: { readonly json: unknown }): readonly string[] => {
  const text = JSON.stringify(json);
  return PRODUCTS.filter(product => text.includes(`"${product} · `)).sort(
    (a, b) => text.indexOf(`"${a} · `) - text.indexOf(`"${b} · `),
  );
};
const ALEX = ['Power BI Pro', 'Visio Plan 2', 'Project Plan 3'];

describe('what an admin types narrows the list', () => {
  test.each([
    ['show all self-service purchases by Alex Wilber', ALEX],
    ['顯示 Alex Wilber 的所有自助購買', ALEX],
    ['show purchases of Alex Wilber', ALEX],
    ['which self-service purchases end within 30 days?', ['Project Plan 3']],
    ['哪些自助購買會在 30 天內結束？', ['Project Plan 3']],
    ['show purchases that expire within 60 days', ['Project Plan 3']],
    ['which self-service purchases end within 7 days?', []],
    ['show expired purchases in my organisation', ['Teams Premium']],
    ['顯示已過期的購買', ['Teams Premium']],
    ['which purchases have unassigned licenses?', PRODUCTS],
    ['show all self-service purchases of Visio by Alex Wilber', ['Visio Plan 2']],
    ['All purchases', PRODUCTS],
    ['所有購買項目', PRODUCTS],
  ])('%s', async (text, products) => {
    const list = await bot.say(text, megan);
    expect([...shown(list)].sort()).toEqual([...products].sort());
    expect(list.button(/\p{Script=Han}/u.test(text) ? '篩選' : 'Filter')).toBeDefined();
  });

  test.each(['Totals', '統計'])('%s, the word of a button, does what the button does', async text => {
    expect((await bot.say(text, megan)).text).toContain(text === 'Totals' ? 'What is spent a month' : '每月支出');
  });

  test('what was typed stands in the form, so that it is seen and changed there', async () => {
    const list = await bot.say('which self-service purchases by Alex Wilber end within 45 days?', megan);
    expect(list.input('text')).toMatchObject({ value: 'Alex Wilber' });
    expect(list.input('show')).toMatchObject({ value: 'ending' });
    expect(list.input('days')).toMatchObject({ value: '45' });
    expect(list.input('days').choices?.map(({ value }) => value)).toEqual(['7', '30', '45', '60', '90']);
  });
});

test.each([
  'show purchases that expire within 60 days',
  'show purchases of Alex Wilber',
  'which purchases have unassigned licenses?',
  'All purchases',
])('somebody who is no admin sees their own by it, as before: %s', async text => {
  const own = await bot.say(text);
  expect(own.text).toContain('Visio Plan 2');
  expect(own.text).not.toContain('Maria');
  expect(own.text).not.toContain('administrators');
});

describe('the form narrows the list', () => {
  const narrowed = async (inputs: Readonly<Record<string, string>>) => {
    const filter = (await bot.say('show all self-service purchases', megan)).button('Filter');
    const asked = { text: '', status: 'all', show: 'all', days: '30', order: 'newest', ...inputs };
    return shown(await bot.press(filter, asked, megan));
  };

  test.each([
    ['Visio Alex', ['Visio Plan 2']],
    ['alex power bi', ['Power BI Pro']],
    ['Visio Ana', []],
    ['Power Ana', ['Power Apps per user']],
    ['Marketing', [...ALEX]],
    ['Marketing Visio', ['Visio Plan 2']],
    ['Alex Marketing', [...ALEX]],
    ['Maria Marketing', []],
    ['Nobody At All', []],
  ])('by product, person and department at once: %s', async (text, products) => {
    expect([...(await narrowed({ text }))].sort()).toEqual([...products].sort());
  });

  test('what ends and a status go together: what has ended is not about to end', async () => {
    expect(await narrowed({ show: 'ending', status: 'active' })).toEqual(['Project Plan 3']);
    expect(await narrowed({ show: 'ending', status: 'expired' })).toEqual([]);
  });

  test('what ends within a number of days', async () => {
    expect(await narrowed({ show: 'ending', days: '7' })).toEqual([]);
    expect(await narrowed({ show: 'ending', days: '30' })).toEqual(['Project Plan 3']);
  });

  test('and sorts it: newest, ending soonest, dearest a month, most unassigned', async () => {
    const [newest, ending, dearest, unassigned] = [
      await narrowed({ order: 'newest' }),
      await narrowed({ order: 'ending' }),
      await narrowed({ order: 'dearest' }),
      await narrowed({ order: 'unassigned' }),
    ];
    expect(newest[0]).toBe('Visio Plan 2');
    expect(ending[0]).toBe('Teams Premium');
    expect(dearest[0]).toBe('Project Plan 3');
    expect(unassigned[0]).toBe('Power BI Pro');
    for (const order of [ending, dearest, unassigned]) expect([...order].sort()).toEqual([...newest].sort());
  });
});

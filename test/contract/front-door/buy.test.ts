import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../../domain/store/embedded';
import { createStore } from '../../../domain/store/store';
import {
  ALEX,
  type BotUnderTest,
  type Button,
  idOf,
  type SeenCard,
  startBotUnderTest,
  TENANT,
} from '../../support/bot';

const START = Date.UTC(2026, 5, 15, 9);
const DAY = 86_400_000;
let now: number;
let bot: BotUnderTest;
beforeEach(async () => {
  now = START;
  bot = await startBotUnderTest({ now: () => now });
});
afterEach(() => bot.close());

const maria = { id: idOf('015'), name: 'Maria García' };

const english = {
  locale: 'en-US',
  catalog: 'what can I buy?',
  buy: 'buy Teams Premium with 4 licenses',
  placeOrder: 'Place order',
  quote: [
    'Teams Premium',
    '$40.00',
    '$10.00 per license per month',
    'July 15, 2026',
    'Visa ending in 4242',
    'Tax',
    '$0.00',
  ],
  bought: 'You bought Teams Premium',
  changed: 'You changed the order',
  annual: '$480.00',
  list: 'my subscriptions',
  of: (held: number, total: number) => `${held} of ${total} assigned`,
  trial: 'Free trial',
  startTrial: 'Start trial',
  trialText: '25 licenses, free until July 15, 2026',
  tryIt: 'try Teams Premium',
  show: (product: string) => `show ${product}`,
  totalForm: 'Add/Remove licenses',
  save: 'Save',
  addFive: 'add 5 licenses to Visio Plan 2',
  toTen: 'set Visio Plan 2 to 10 licenses',
  added: '5 → 10',
  charge: '$890.14',
  removeTwo: 'remove 2 licenses from Visio Plan 2',
  removed: '5 → 3',
  credit: '$356.05',
  reduce: 'set Power BI Pro to 5 licenses',
  scheduled: 'July 6, 2026',
  withdraw: 'Withdraw',
  withdrawn: 'The scheduled reduction is withdrawn',
  turnOff: 'turn off recurring billing for Power BI Pro',
  turnOffButton: 'Turn off recurring billing',
  asks: 'is scheduled for July 6, 2026',
  isOff: 'Recurring billing is off',
  held: 'set Power BI Pro to 2 licenses',
  unassignFirst: 'Unassign 1 first',
  unassign: 'Unassign licenses',
  reactivate: 'reactivate Teams Premium',
  reactivateButton: 'Reactivate',
  active: 'Teams Premium is active again',
  history: 'Order history',
  orders: ['Purchased', 'Licenses changed', 'Alex Wilber'],
  guest: "Guests can't buy",
  family: 'buy Visio',
  buyYearly: 'buy Teams Premium per year with 4 licenses',
  historyTyped: ['order history of Visio Plan 2', 'order history', 'show order history'],
  six: '$60.00',
  yes: 'yes',
  buyAgain: 'buy Visio Plan 2',
  already: 'You already have Visio Plan 2',
  which: 'Which product do you mean?',
  undo: 'Undo',
};

const chinese: typeof english = {
  locale: 'zh-TW',
  catalog: '我可以買什麼？',
  buy: '購買 Teams Premium，四個授權',
  placeOrder: '下單',
  quote: [
    'Teams Premium',
    'US$40.00',
    '每個授權每月 US$10.00',
    '2026年7月15日',
    '末四碼 4242 的 Visa',
    '稅',
    'US$0.00',
  ],
  bought: '您已購買 Teams Premium',
  changed: '您已變更訂單',
  annual: 'US$480.00',
  list: '我的訂閱',
  of: (held, total) => `已指派 ${held}/${total}`,
  trial: '免費試用',
  startTrial: '開始試用',
  trialText: '25 個授權，免費至 2026年7月15日',
  tryIt: '試用 Teams Premium',
  show: product => `顯示 ${product}`,
  totalForm: '新增/移除授權',
  save: '儲存',
  addFive: 'Visio Plan 2 增加 5 個授權',
  toTen: '把 Visio Plan 2 的授權總數設為 10',
  added: '5 → 10',
  charge: 'US$890.14',
  removeTwo: 'Visio Plan 2 減少 2 個授權',
  removed: '5 → 3',
  credit: 'US$356.05',
  reduce: 'Power BI Pro 減到 5 個',
  scheduled: '2026年7月6日',
  withdraw: '撤回',
  withdrawn: '已撤回排定的減少',
  turnOff: '關閉 Power BI Pro 的週期性計費',
  turnOffButton: '關閉週期性計費',
  asks: '已排定於 2026年7月6日',
  isOff: '週期性計費已關閉',
  held: 'Power BI Pro 減到 2 個',
  unassignFirst: '請先取消指派 1 個授權',
  unassign: '取消指派授權',
  reactivate: '重新啟用 Teams Premium',
  reactivateButton: '重新啟用',
  active: 'Teams Premium 已重新啟用',
  history: '訂單記錄',
  orders: ['購買', '變更授權數', 'Alex Wilber'],
  guest: '來賓無法購買',
  family: '購買 Visio',
  buyYearly: '購買 Teams Premium 年繳，四個授權',
  historyTyped: ['Visio Plan 2 訂單記錄', '訂單記錄', 'Visio Plan 2 的訂購歷程記錄'],
  six: 'US$60.00',
  yes: '好',
  buyAgain: '購買 Visio Plan 2',
  already: '您已有 Visio Plan 2',
  which: '您要購買哪一項產品？',
  undo: '復原',
};

const rows = [english, chinese].flatMap(words =>
  (['press', 'submit'] as const).map(way => ({ words, way, name: `${words.locale}, by ${way}` })),
);

describe.each(rows)('$name', ({ words, way }) => {
  const by = { locale: words.locale };
  const say = (text: string): Promise<SeenCard> => bot.say(text, by);
  const act = (button: Button, inputs: Readonly<Record<string, string>> = {}): Promise<SeenCard> =>
    bot[way](button, inputs, by);

  test('the catalog leads to an order that says everything before it is placed, and is placed once', async () => {
    expect((await say(words.catalog)).text).toContain('Clipchamp Premium');
    const quote = await say(words.buy);
    for (const part of words.quote) expect(quote.text).toContain(part);
    expect((await say(words.list)).text).not.toContain('Teams Premium');
    const bought = await act(quote.button(words.placeOrder), { quantity: '4', frequency: 'monthly' });
    expect(bought.text).toContain(words.bought);
    expect((await act(quote.button(words.placeOrder), { quantity: '4', frequency: 'monthly' })).text).toContain(
      words.bought,
    );
    expect((await say(words.list)).text.split('Teams Premium')).toHaveLength(3);
    expect((await say(words.show('Teams Premium'))).text).toContain(words.of(0, 4));
  });

  test('an order that was changed on the card is shown anew before it is placed', async () => {
    const quote = await say(words.buy);
    const changed = await act(quote.button(words.placeOrder), { quantity: '4', frequency: 'annual' });
    expect(changed.text).toContain(words.changed);
    expect(changed.text).toContain(words.annual);
    expect((await act(changed.button(words.placeOrder), { quantity: '4', frequency: 'annual' })).text).toContain(
      words.bought,
    );
  });

  test('a trial says when it ends and what happens then, and begins when it is pressed', async () => {
    const offered = await act((await say(words.buy)).button(words.trial));
    expect(offered.text).toContain(words.trialText);
    const trial = await say(words.tryIt);
    expect(trial.text).toContain(words.trialText);
    await act(trial.button(words.startTrial));
    expect((await say(words.show('Teams Premium'))).text).toContain(words.of(0, 25));
  });

  test('by the year is what was typed as by the year', async () => {
    expect((await say(words.buyYearly)).text).toContain(words.annual);
  });

  test('the order history is asked for in words, and nothing is bought by that', async () => {
    for (const text of words.historyTyped) {
      const card = await say(text);
      expect(card.buttons.map(({ title }) => title)).not.toContain(words.placeOrder);
    }
    expect((await say(words.historyTyped[0] ?? '')).text).toContain('Alex Wilber');
  });

  test('a number alone changes what an open order is for, and it is shown anew', async () => {
    await say(words.buy);
    const changed = await say('6');
    expect(changed.text).toContain(words.six);
    expect((await say(words.yes)).text).toContain(words.bought);
    expect((await say(words.show('Teams Premium'))).text).toContain(words.of(0, 6));
  });

  test('an order says when there is one already, and leads to more licenses instead', async () => {
    const quote = await say(words.buyAgain);
    expect(quote.text).toContain(words.already);
    expect((await act(quote.button(words.totalForm))).text).toContain(words.of(0, 5));
  });

  test('an order card that was used is not an order for something else', async () => {
    const quote = await say(words.buy);
    await act(quote.button(words.placeOrder), { quantity: '4', frequency: 'monthly' });
    const again = await act(quote.button(words.placeOrder), { quantity: '7', frequency: 'monthly' });
    expect(again.buttons.map(({ title }) => title)).not.toContain(words.placeOrder);
    expect((await say(words.list)).text.split('Teams Premium')).toHaveLength(3);
  });

  test('an empty number is no order', async () => {
    const quote = await say(words.buy);
    await act(quote.button(words.placeOrder), { quantity: '', frequency: 'monthly' });
    expect((await say(words.list)).text).not.toContain('Teams Premium');
  });

  test('a family with several products asks which', async () => {
    const asked = await say(words.family);
    expect(asked.text).toContain(words.which);
    expect((await say('Visio Plan 1')).text).toContain('Visio Plan 1');
  });

  test('more licenses: from → to and the charge are shown, then they are there', async () => {
    for (const text of [words.addFive, words.toTen]) {
      const shown = await say(text);
      expect(shown.text).toContain(words.added);
      expect(shown.text).toContain(words.charge);
    }
    const shown = await say(words.addFive);
    const done = await act(shown.button(words.save), { totalLicenses: '10' });
    expect(done.text).toContain(words.charge);
    expect((await say(words.show('Visio Plan 2'))).text).toContain(words.of(0, 10));
  });

  test('the form takes a new total, and shows what it means before it saves', async () => {
    const form = await act((await say(words.show('Visio Plan 2'))).button(words.totalForm));
    const shown = await act(form.button(words.save), { totalLicenses: '10' });
    expect(shown.text).toContain(words.added);
    const other = await act(shown.button(words.save), { totalLicenses: '3' });
    expect(other.text).toContain(words.removed);
    await act(other.button(words.save), { totalLicenses: '3' });
    expect((await say(words.show('Visio Plan 2'))).text).toContain(words.of(0, 3));
  });

  test('fewer licenses within 7 days: a credit, at once', async () => {
    const shown = await say(words.removeTwo);
    expect(shown.text).toContain(words.credit);
    expect((await act(shown.button(words.save))).text).toContain(words.credit);
  });

  test('fewer licenses later: from the renewal on, and withdrawable; turning recurring billing off asks', async () => {
    const scheduled = await act((await say(words.reduce)).button(words.save));
    expect(scheduled.text).toContain(words.scheduled);
    const asks = await say(words.turnOff);
    expect(asks.text).toContain(words.asks);
    expect((await act(scheduled.button(words.withdraw))).text).toContain(words.withdrawn);
    expect((await say(words.turnOff)).button(words.undo)).toBeDefined();
  });

  test('recurring billing turned off all the same withdraws what was scheduled', async () => {
    await act((await say(words.reduce)).button(words.save));
    const off = await act((await say(words.turnOff)).button(words.turnOffButton));
    expect(off.text).toContain(words.isOff);
    expect((await say(words.show('Power BI Pro'))).text).not.toContain('→');
  });

  test('never fewer than are assigned: it says how many to unassign, and offers to', async () => {
    const refused = await say(words.held);
    expect(refused.text).toContain(words.unassignFirst);
    await act(refused.button(words.unassign));
  });

  test('what has expired is reactivated for what is shown', async () => {
    const asked = await bot.say(words.reactivate, { ...maria, ...by });
    const done = await bot[way](asked.button(words.reactivateButton), {}, { ...maria, ...by });
    expect(done.text).toContain(words.active);
  });

  test('the order history tells who did what, and what it cost', async () => {
    await act((await say(words.addFive)).button(words.save), { totalLicenses: '10' });
    const history = await act((await say(words.show('Visio Plan 2'))).button(words.history));
    for (const part of [...words.orders, words.charge]) expect(history.text).toContain(part);
  });

  test('guests cannot buy', async () => {
    const guest = { id: idOf('900'), name: 'Eve Guest', ...by };
    expect((await bot.say(words.buy, guest)).text).toContain(words.guest);
  });
});

test('an order is placed by the person it was shown to; anybody else is refused in private', async () => {
  const ana = { id: idOf('010'), name: 'Ana Souza' };
  const quote = await bot.say('buy Teams Premium');
  const answered = await bot.invoke(quote.button('Place order'), {}, ana);
  expect(answered.type).toBe('application/vnd.microsoft.activity.message');
  expect(JSON.stringify(answered.value)).toContain('somebody else');
  expect((await bot.say('my subscriptions', ana)).text).not.toContain('Teams Premium');
  expect((await bot.press(quote.button('Place order'))).text).toContain('You bought Teams Premium');
});

test('a typed yes places the order that was shown, and a typed no does not', async () => {
  await bot.say('buy Teams Premium with 4 licenses');
  await bot.say('no');
  expect((await bot.say('my subscriptions')).text).not.toContain('Teams Premium');
  await bot.say('buy Teams Premium with 4 licenses');
  expect((await bot.say('yes')).text).toContain('You bought Teams Premium');
});

test.each(['0', '10001', '1.5', 'many', '-3'])('%s licenses are no order and no total', async quantity => {
  const quote = await bot.say('buy Teams Premium');
  const again = await bot.press(quote.button('Place order'), { quantity, frequency: 'monthly' });
  expect(again.text).toContain('between 1 and 10,000');
  expect(again.buttons.map(({ title }) => title)).not.toContain('Place order');
  const form = await bot.press((await bot.say('show Visio Plan 2')).button('Add/Remove licenses'));
  expect((await bot.press(form.button('Save'), { totalLicenses: quantity })).text).toContain('between 1 and 10,000');
  expect((await bot.say('show Visio Plan 2')).text).toContain('0 of 5 assigned');
});

test('a card that is declined is said, and nothing is to be seen of the order', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'declined-'));
  const env = { DATA_DIR: folder };
  await (await startBotUnderTest({ env, now: () => now })).close();
  const documents = await openEmbeddedStore({ folder });
  const store = createStore(documents);
  const account = await store.accounts.load(TENANT, ALEX);
  const [profile] = account?.state.billingProfiles ?? [];
  if (!account || !profile) throw new Error('Alex has an account');
  const failing = {
    id: 'visa-0341',
    brand: 'visa',
    lastFour: '0341',
    holder: 'A',
    expiryMonth: 1,
    expiryYear: 2030,
  } as const;
  const billingProfiles = [{ ...profile, paymentMethodId: failing.id }];
  await store.accounts.save({ ...account.state, billingProfiles, paymentMethods: [failing] }, account.version);
  await store.close();

  const declining = await startBotUnderTest({ env, now: () => now });
  const refused = await declining.press((await declining.say('buy Teams Premium')).button('Place order'));
  expect(refused.text).toContain('The card was declined');
  expect((await declining.say('my subscriptions')).text).not.toContain('Teams Premium');
  const more = await declining.press((await declining.say('add 5 licenses to Visio Plan 2')).button('Save'));
  expect(more.text).toContain('The card was declined');
  const visio = await declining.say('show Visio Plan 2');
  expect(visio.text).toContain('0 of 5 assigned');
  expect((await declining.press(visio.button('Order history'))).text).toContain('Charge refused');
  await declining.close();
  await rm(folder, { recursive: true, force: true });
});

test('a bot that was stopped catches up on what it missed: renewals in order, then the end', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'catch-up-'));
  const env = { DATA_DIR: folder };
  const before = await startBotUnderTest({ env, now: () => now });
  await before.say('turn off recurring billing for Visio Plan 2');
  await before.close();

  now = START + 85 * DAY;
  const after = await startBotUnderTest({ env, now: () => now });
  const shown = await until(
    () => after.say('show Power BI Pro'),
    card => card.text.includes('Renews on October 6, 2026'),
  );
  const history = await after.press(shown.button('Order history'));
  expect(history.text.match(/Renewed/g)?.length).toBeGreaterThanOrEqual(4);
  expect((await after.say('invoices')).text).toContain('September 8, 2026');
  await until(
    () => after.say('my subscriptions'),
    card => card.text.includes('Project Plan 3, Disabled'),
  );
  await after.close();
  await rm(folder, { recursive: true, force: true });
});

/** Asks again until it is so; what is due at the start is worked off beside the first turns. */
const until = async (ask: () => Promise<SeenCard>, isSo: (card: SeenCard) => boolean): Promise<SeenCard> => {
  for (let tries = 0; tries < 200; tries++) {
    const card = await ask();
    if (isSo(card)) return card;
  }
  throw new Error('it never came to be so');
};

import { openChat } from './chat';
import type { Playground } from './playground';

const english = {
  language: 'en-purchases',
  catalog: 'what can I buy?',
  inCatalog: 'Clipchamp Premium',
  buy: 'buy Teams Premium with 4 licenses',
  cost: '$40.00',
  licenses: 'Licenses',
  changed: '$60.00',
  placeOrder: 'Place order',
  bought: 'You bought Teams Premium',
  add: 'add 2 licenses to Teams Premium',
  total: 'Total licenses',
  from: '6 → 8',
  fromTo: '6 → 10',
  save: 'Save',
  done: 'Teams Premium has 10 licenses now',
  later: 'set Power BI Pro to 5 licenses',
  scheduled: 'from the renewal on',
  turnOff: 'turn off recurring billing for Power BI Pro',
  asks: 'is withdrawn',
  show: 'show Teams Premium',
  history: 'Order history',
  purchased: 'Purchased',
};

const chinese: typeof english = {
  language: 'zh-TW-purchases',
  catalog: '我可以買什麼？',
  inCatalog: 'Clipchamp Premium',
  buy: '購買 Teams Premium，四個授權',
  cost: 'US$40.00',
  licenses: '授權數',
  changed: 'US$60.00',
  placeOrder: '下單',
  bought: '您已購買 Teams Premium',
  add: 'Teams Premium 增加 2 個授權',
  total: '授權總數',
  from: '6 → 8',
  fromTo: '6 → 10',
  save: '儲存',
  done: 'Teams Premium 現有 10 個授權',
  later: 'Power BI Pro 減到 5 個',
  scheduled: '續訂起',
  turnOff: '關閉 Power BI Pro 的週期性計費',
  asks: '這項排定會撤回',
  show: '顯示 Teams Premium',
  history: '訂單記錄',
  purchased: '購買',
};

/** Alex buys and changes licenses, in the order it happens. */
describe.each([english, chinese])('purchases in $language', words => {
  let chat: Playground;
  beforeAll(async () => {
    chat = await openChat(words.language);
  });
  afterAll(() => chat?.close());

  test('the catalog is shown, and an order says what it costs before it is placed', async () => {
    await chat.type(words.catalog);
    await chat.see(words.inCatalog);
    await chat.shoot('catalog');
    await chat.type(words.buy);
    await chat.see('Teams Premium', words.cost);
    await chat.shoot('quote');
    await chat.card().getByLabel(words.licenses).fill('6');
    await chat.press(words.placeOrder);
    await chat.see(words.changed);
    await chat.shoot('quote-changed');
    await chat.press(words.placeOrder);
    await chat.see(words.bought);
    await chat.shoot('bought');
  });

  test('licenses are added for what is shown, also when another total is entered', async () => {
    await chat.type(words.add);
    await chat.see(words.from);
    await chat.shoot('total');
    await chat.card().getByLabel(words.total).fill('10');
    await chat.press(words.save);
    await chat.see(words.fromTo);
    await chat.press(words.save);
    await chat.see(words.done);
  });

  test('fewer licenses wait for the renewal, and turning recurring billing off asks about it', async () => {
    await chat.type(words.later);
    await chat.press(words.save);
    await chat.see(words.scheduled);
    await chat.shoot('scheduled');
    await chat.type(words.turnOff);
    await chat.see(words.asks);
    await chat.shoot('withdraws');
  });

  test('the order history tells what was bought and changed', async () => {
    await chat.type(words.show);
    await chat.shoot('subscription');
    await chat.press(words.history);
    await chat.see(words.purchased, 'Alex Wilber');
    await chat.shoot('history');
  });
});

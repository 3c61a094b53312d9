import { type BotUnderTest, startBotUnderTest, TENANT } from '../../support/bot';
import { startChannel } from '../../support/channel';
import { signedEvent } from '../../support/stripe-events';
import { WEBHOOK_SECRET } from '../../support/stripe-place';
import { type StripeServer, startStripeServer } from '../../support/stripe-server';
import { chinese as buyChinese, english as buyEnglish } from './buy-words';

const english = {
  ...buyEnglish,
  ...{ addCard: 'add a payment method', cards: 'my payment methods', cardKept: 'Visa ending in 1881' },
  ...{ deleteCard: 'delete my mastercard 4444', delete: 'Delete' },
};
const chinese = {
  ...buyChinese,
  ...{ addCard: '新增付款方法', cards: '我的付款方法', cardKept: '末四碼 1881' },
  ...{ deleteCard: '刪除 4444 那張 mastercard', delete: '刪除' },
};
const EVENT = { id: 'evt_of_a_visit', object: 'event' };

const START = Date.UTC(2026, 5, 15, 9);
const SECRET_KEY = 'sk_test_secret_of_the_tests';
let now: number;
let stripe: StripeServer;
let bot: BotUnderTest;
beforeEach(async () => {
  now = START;
  stripe = await startStripeServer({ now: () => now });
  stripe.books.addCard('visa-4242');
  bot = await startBotUnderTest({
    now: () => now,
    env: {
      ...{ PAYMENTS: 'stripe', STRIPE_SECRET_KEY: SECRET_KEY, STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET },
      STRIPE_API_BASE: stripe.url,
    },
  });
});
afterEach(async () => {
  await bot.close();
  await stripe.close();
});

const postEvent = ({ message, signature = '' }: ReturnType<typeof signedEvent>) =>
  fetch(`${bot.url}/webhooks/stripe`, {
    ...{ method: 'POST', body: message },
    headers: { 'Content-Type': 'application/json', 'Stripe-Signature': signature },
  });

/** What the worker does soon is waited for by what can be seen of it. */
const until = async (seen: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await seen())) await new Promise(resolve => setImmediate(resolve));
};

describe.each([english, chinese])('$locale', words => {
  const by = { locale: words.locale };
  const inputs = { quantity: '4', frequency: 'monthly' };

  test('a subscription is bought with a card at Stripe, and charged once however often it is pressed', async () => {
    const quote = await bot.say(words.buy, by);
    for (let times = 0; times < 3; times++) {
      expect((await bot.press(quote.button(words.placeOrder), inputs, by)).text).toContain(words.bought);
    }
    expect(stripe.books.succeeded).toMatchObject([{ amount: 4000, currency: 'usd' }]);
    expect(bot.logged.join('\n')).not.toMatch(new RegExp(`${SECRET_KEY}|${WEBHOOK_SECRET}`));
  });

  test('what is cancelled is given back at Stripe', async () => {
    const quote = await bot.say(words.buy, by);
    await bot.press(quote.button(words.placeOrder), inputs, by);
    const shown = await bot.say(words.show('Teams Premium'), by);
    const form = await bot.press(shown.button(words.totalForm), {}, by);
    const change = await bot.press(form.button(words.save), { totalLicenses: '1' }, by);
    await bot.press(change.button(words.save), { totalLicenses: '1' }, by);
    await until(() => stripe.books.refunds.length === 1);
    // Three of four licenses for 29 of 30 days.
    expect(stripe.books.moved()).toBe(4000 - 2900);
  });

  test.each([
    ['declined', words.declined],
    ['wants_confirmation', words.confirm],
  ] as const)('a card that is %s: why, what to do, and nothing is bought', async (behaviour, said) => {
    stripe.books.addCard('visa-4242', behaviour);
    const quote = await bot.say(words.buy, by);
    expect((await bot.press(quote.button(words.placeOrder), inputs, by)).text).toContain(said);
    expect((await bot.say(words.list, by)).text).not.toContain('Teams Premium');
    expect(stripe.books.moved()).toBe(0);
  });

  test('a card that was given on the page of Stripe is on file, and said so in the chat, though its giver closed the window', async () => {
    const channel = await startChannel();
    const there = { ...by, serviceUrl: channel.url };
    const url = (await bot.say(words.addCard, there)).link();
    const page = await fetch(url, { redirect: 'manual' });
    const visit = page.headers.get('Location')?.split('/').at(-1) ?? '';
    stripe.books.addCard('pm-1', 'pays', { last4: '1881' });
    stripe.books.complete(visit, 'pm-1');
    const said = { id: visit, object: 'checkout.session' };
    const message = JSON.stringify({ ...EVENT, type: 'checkout.session.completed', data: { object: said } });
    const event = signedEvent('', now, undefined, undefined, message);
    expect((await postEvent(event)).status).toBe(200);
    expect((await channel.sentAtLeast(1, words.cardKept))[0]?.text).toContain('1881');
    expect((await bot.say(words.cards, there)).text).toContain('1881');
    // Whoever comes back after all is told the same, and it is said in the chat once.
    const back = await fetch(`${url}?visit=${visit}`);
    expect([back.status, await back.text()]).toEqual([200, expect.stringContaining('1881')]);
    expect((await postEvent(event)).status).toBe(200);
    expect(channel.sent.filter(({ text }) => text.includes(words.cardKept))).toHaveLength(1);
    channel.close();
  });

  test('a card that is deleted is let go of at Stripe', async () => {
    stripe.books.addCard('mastercard-4444');
    Object.assign(stripe.books.cards.get('mastercard-4444') ?? {}, { customer: 'cus_of_alex' });
    const form = await bot.say(words.deleteCard, by);
    await bot.press(form.button(words.delete), {}, by);
    await until(() => stripe.books.cards.get('mastercard-4444')?.customer === null);
    expect((await bot.say(words.cards, by)).text).not.toContain('4444');
  });

  test('a webhook settles at once what Stripe did not answer', async () => {
    const quote = await bot.say(words.buy, by);
    const order = quote.button(words.placeOrder);
    stripe.mishap(/confirm$/, 'cut_after');
    await bot.press(order, inputs, by);
    expect((await bot.say(words.list, by)).text).not.toContain('Teams Premium');
    const [intent] = stripe.books.succeeded;
    const event = signedEvent('payment_intent.succeeded', now, intent?.metadata);
    expect((await postEvent(event)).status).toBe(200);
    await until(async () => (await bot.say(words.list, by)).text.includes('Teams Premium'));
    for (let times = 0; times < 3; times++) expect((await postEvent(event)).status).toBe(200);
    expect(stripe.books.succeeded).toHaveLength(1);
  });
});

test('a webhook that Stripe did not sign, or long ago, is refused and wakes nobody', async () => {
  const metadata = { tenantId: TENANT, subscriptionId: 'sub-1' };
  const forged = signedEvent('payment_intent.succeeded', now, metadata, 'whsec_of_another');
  const stale = signedEvent('payment_intent.succeeded', now - 10 * 60_000, metadata);
  expect([(await postEvent(forged)).status, (await postEvent(stale)).status]).toEqual([400, 400]);
});

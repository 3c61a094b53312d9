import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PaymentMethod } from '../../../domain/billing/account';
import catalog from '../../../domain/catalog/catalog.json';
import type { Policy } from '../../../domain/catalog/policy';
import { openEmbeddedStore } from '../../../domain/store/embedded';
import { NEW } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { ALEX, type BotUnderTest, idOf, type SeenCard, startBotUnderTest, TENANT } from '../../support/bot';
import { visa } from '../../support/payer';

const START = Date.UTC(2026, 5, 15, 9);
const DAY = 86_400_000;
let now: number;
let bot: BotUnderTest;
beforeEach(async () => {
  now = START;
  bot = await startBotUnderTest({ now: () => now });
});
afterEach(() => bot.close());

test('an order is placed by the person it was shown to; anybody else is refused in private', async () => {
  const ana = { id: idOf('010'), name: 'Ana Souza' };
  const quote = await bot.say('buy Teams Premium');
  const answered = await bot.invoke(quote.button('Place order'), {}, ana);
  expect(answered.type).toBe('application/vnd.microsoft.activity.message');
  expect(JSON.stringify(answered.value)).toContain('somebody else');
  expect((await bot.say('my subscriptions', ana)).text).not.toContain('Teams Premium');
  expect((await bot.press(quote.button('Place order'))).text).toContain('You bought Teams Premium');
});

test.each([
  ['buy Teams Premium', 'Place order', 'You bought Teams Premium'],
  ['add 5 licenses to Visio Plan 2', 'save', '5 → 10'],
  ['try Teams Premium', 'start trial', 'Your trial of Teams Premium has begun'],
  ['購買 Teams Premium', '下單', '您已購買 Teams Premium'],
])('%s: typing what the button says does what the button does', async (text, button, done) => {
  await bot.say(text);
  expect((await bot.say(button)).text).toContain(done);
});

test.each(['buy Visio', 'I want to request Visio', '買 Visio'])(
  'a guest who says “%s” is not shown what to buy first',
  async text => {
    const guest = { id: idOf('900'), name: 'Eve Guest', locale: 'en-US' };
    const refused = await bot.say(text, guest);
    expect(refused.text).toMatch(/Guests can't buy|來賓無法購買/);
    expect(refused.buttons.map(({ title }) => title)).not.toContain('Buy');
  },
);

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

/** A bot whose Alex has this card alone, and whose tenant has this policy. */
const startWith = async (
  folder: string,
  card: Partial<PaymentMethod>,
  policy: Policy['products'] = {},
): Promise<BotUnderTest> => {
  const env = { DATA_DIR: folder };
  await (await startBotUnderTest({ env, now: () => now })).close();
  const store = createStore(await openEmbeddedStore({ folder }));
  const account = await store.accounts.load(TENANT, ALEX);
  const [profile] = account?.state.billingProfiles ?? [];
  if (!account || !profile) throw new Error('Alex has an account');
  const only = { ...visa, ...card };
  const billingProfiles = [{ ...profile, paymentMethodId: only.id }];
  await store.accounts.save({ ...account.state, billingProfiles, paymentMethods: [only] }, account.version);
  await store.policies.save({ tenantId: TENANT, products: policy }, NEW);
  await store.close();
  return startBotUnderTest({ env, now: () => now });
};

describe('what stands in the way of buying', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'in-the-way-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('a card that is declined is said, and nothing is to be seen of the order', async () => {
    const declining = await startWith(folder, { id: 'visa-0341', lastFour: '0341' });
    const refused = await declining.press((await declining.say('buy Teams Premium')).button('Place order'));
    expect(refused.text).toContain('The card was declined');
    expect((await declining.say('my subscriptions')).text).not.toContain('Teams Premium');
    const more = await declining.press((await declining.say('add 5 licenses to Visio Plan 2')).button('Save'));
    expect(more.text).toContain('The card was declined');
    const visio = await declining.say('show Visio Plan 2');
    expect(visio.text).toContain('0 of 5 assigned');
    expect((await declining.press(visio.button('Order history'))).text).toContain('Charge refused');
    await declining.close();
  });

  test.each([
    ['en-US', 'buy Teams Premium', 'Visa ending in 4242 has expired', 'Free trial'],
    ['zh-TW', '購買 Teams Premium', '末四碼 4242 的 Visa 已過期', '免費試用'],
  ])(
    '%s: a card that has expired is said before anything can be ordered, and a trial is offered',
    async (locale, text, said, trial) => {
      const expired = await startWith(folder, { expiryMonth: 5, expiryYear: 2026 });
      const refused = await expired.say(text, { locale });
      expect(refused.text).toContain(said);
      expect(refused.button(trial)).toBeDefined();
      expect(refused.buttons.map(({ title }) => title)).not.toContain('Place order');
      await expired.close();
    },
  );

  test('the policy of a product is said: nothing of it, or trials that need no card', async () => {
    const productId = (name: string) => catalog.products.find(product => product.name === name)?.id ?? '';
    const limited = await startWith(
      folder,
      {},
      {
        [productId('Visio Plan 1')]: 'trials_only',
        [productId('Project Plan 5')]: 'disabled',
      },
    );
    const trialsOnly = await limited.say('buy Visio Plan 1');
    expect(trialsOnly.text).toContain('only a trial');
    expect((await limited.press(trialsOnly.button('Free trial'))).button('Start trial')).toBeDefined();
    const disabled = await limited.say('buy Project Plan 5');
    expect(disabled.text).toContain('turned off buying this product');
    expect(disabled.buttons.map(({ title }) => title)).not.toContain('Free trial');
    await limited.close();
  });
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

import { type BotUnderTest, idOf, startBotUnderTest } from '../../support/bot';
import { fillIn } from '../../support/payment-page';

const START = Date.UTC(2026, 5, 15, 9);
const DAY = 86_400_000;
const bob = { id: idOf('012'), name: 'Bob Chen' };

let now = START;
let bot: BotUnderTest;
beforeEach(async () => {
  now = START;
  bot = await startBotUnderTest({ now: () => now });
});
afterEach(() => bot.close());

test('with several cards each has its own link to be edited by', async () => {
  const { links } = await bot.say('edit my payment method');
  expect(links.map(({ title }) => title)).toEqual(['Edit', 'Edit']);
  expect(new Set(links.map(({ url }) => url)).size).toBe(2);
});

test('"the second" after a question about cards means that card', async () => {
  await bot.say('delete my payment method');
  expect((await bot.say('the second one')).text).toContain('Delete Mastercard ending in 4444?');
});

test('a card that a profile uses is not deleted, and it is said how it can be', async () => {
  const refused = await bot.say('delete visa 4242');
  expect(refused.text).toContain('It pays for Contoso Marketing');
  expect((await bot.press(refused.button('Replace'))).link()).toMatch(/payment-methods/);
});

test('a card that came to be used between question and press is not deleted', async () => {
  const ask = await bot.say('delete mastercard 4444');
  const replace = await bot.say('replace payment method');
  await bot.press(replace.button('Use Mastercard ending in 4444'));
  expect((await bot.press(ask.button('Delete'))).text).toContain('The card is in use');
  expect((await bot.say('payment methods')).text).toContain('Mastercard');
});

test('deleting twice says that the card is not there any more', async () => {
  const ask = await bot.say('delete mastercard 4444');
  await bot.press(ask.button('Delete'));
  expect((await bot.press(ask.button('Delete'))).text).toContain('find that payment method');
});

test('a card nobody has is not found', async () => {
  expect((await bot.say('update my amex 0005')).text).toContain('find that payment method');
});

test('the buttons of somebody else’s cards reach nothing of theirs', async () => {
  const list = await bot.say('payment methods');
  const profile = await bot.say('show billing profile Contoso Marketing');
  for (const title of ['Edit', 'Replace', 'Delete'])
    expect((await bot.press(list.button(title), {}, bob)).text).not.toMatch(/4242|4444|Alex/);
  const saved = await bot.press(profile.button('Save'), { billTo: 'Bob', invoiceEmail: 'bob@contoso.com' }, bob);
  expect(saved.text).toContain('find that billing profile');
  expect((await bot.say('show billing profile Contoso Marketing')).text).toContain('invoices@contoso.com');
});

test.each(['add a payment method', 'update my visa 4242', 'replace payment method', 'edit my payment method'])(
  'where others read along nobody is handed a link (%s)',
  async text => {
    const fields = { type: 'message', text };
    const answer = await bot.post(fields, { conversation: { id: 'everybody', conversationType: 'groupChat' } });
    const heard = await answer.text();
    expect(heard).not.toContain('/payment-methods/');
    expect(heard).toContain('our own chat');
    const numbered = await bot.say('4242 4242 4242 4242', { conversation: { conversationType: 'channel' } });
    expect(numbered.text).toContain('never send');
    expect(numbered.links).toEqual([]);
  },
);

test('an expired card is replaced by the link in the refusal, and the purchase goes through', async () => {
  await bot.press((await bot.say('replace payment method')).button('Use Mastercard ending in 4444'));
  now = START + 60 * DAY;
  const refused = await bot.say('buy Teams Premium');
  expect(refused.text).toContain('Mastercard ending in 4444 has expired');
  expect((await fillIn(refused.link('Replace'))).status).toBe(200);
  expect((await bot.say('buy Teams Premium')).text).toContain('Visa ending in 4242');
});

test('adding a card does not attach it', async () => {
  await fillIn((await bot.say('add a payment method')).link(), { 'cc-number': '5105105105105100' });
  expect((await bot.say('list billing profiles')).text).toContain('Visa ending in 4242');
  expect((await bot.say('payment methods')).text).toContain('Mastercard ending in 5100');
});

test('the card that fails when charged is accepted on file; the purchase is refused and leads to the cards', async () => {
  await fillIn((await bot.say('add a payment method', bob)).link(), { 'cc-number': '4000000000000341' });
  const quote = await bot.say('buy Teams Premium', bob);
  expect(quote.text).toContain('Visa ending in 0341');
  const refused = await bot.press(quote.button('Place order'), { quantity: '1', frequency: 'monthly' }, bob);
  expect(refused.text).toContain('The card was declined');
  expect((await bot.press(refused.button('Payment methods'), {}, bob)).text).toContain('Visa ending in 0341');
});

test('any other number that ends the same way can be charged', async () => {
  const added = await fillIn((await bot.say('add a payment method', bob)).link(), { 'cc-number': '4111111111150341' });
  expect(added.status).toBe(200);
  const quote = await bot.say('buy Teams Premium', bob);
  const order = await bot.press(quote.button('Place order'), { quantity: '1', frequency: 'monthly' }, bob);
  expect(order.text).toContain('You bought Teams Premium');
});

test('the link is at PUBLIC_URL', async () => {
  const behind = await startBotUnderTest({ env: { PUBLIC_URL: 'https://purchases.contoso.com/bot/' } });
  expect((await behind.say('add a payment method')).link()).toMatch(
    /^https:\/\/purchases\.contoso\.com\/bot\/payment-/,
  );
  await behind.close();
});

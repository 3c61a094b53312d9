import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BotUnderTest, idOf, startBotUnderTest } from '../../support/bot';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest();
});
afterEach(() => bot.close());

const bob = { id: idOf('012'), name: 'Bob Chen' };

test('the buttons of somebody else’s card are refused in private, and change nothing', async () => {
  const ask = await bot.say('unassign Power BI Pro from Bob Chen');
  const answer = await bot.invoke(ask.button('Unassign'), {}, bob);
  expect(answer.statusCode).toBe(200);
  expect(answer.type).toBe('application/vnd.microsoft.activity.message');
  expect(JSON.stringify(answer.value)).not.toContain('4242');
  expect((await bot.say('show Power BI Pro')).text).toContain('3 of 10 assigned');
});

test('who acts is what the channel says, not what a card says', async () => {
  const ask = await bot.say('unassign Power BI Pro from Bob Chen');
  const button = ask.button('Unassign');
  const forged = { ...button, data: { ...button.data, purchaserId: 'x', actor: { personId: 'x' }, aadObjectId: 'x' } };
  expect((await bot.press(forged)).text).toContain('2 of 10 assigned');
  await bot.invoke({ ...forged, data: { ...forged.data, operationId: 'another', given: idOf('010') } }, {}, bob);
  expect((await bot.say('show Power BI Pro')).text).toContain('2 of 10 assigned');
});

test('another tenant sees nothing and reaches nothing, even with the same person id', async () => {
  const abroad = { tenantId: 'fabrikam' };
  expect((await bot.say('my subscriptions', abroad)).text).not.toContain('Power BI');
  const ask = await bot.say('unassign Power BI Pro from Bob Chen');
  await bot.press(ask.button('Unassign'), {}, abroad);
  expect((await bot.say('show Power BI Pro')).text).toContain('3 of 10 assigned');
});

test.each([
  ['nothing', undefined],
  ['a text', 'cancel_subscription'],
  ['a command that is none', { type: 'drop_database' }],
  ['ids that are objects', { type: 'show_subscription', subscriptionId: { $ne: '' } }],
  ['an id that is too long', { type: 'show_subscription', subscriptionId: 'x'.repeat(5_000) }],
  [
    'a list for a reason',
    { type: 'cancel_subscription', subscriptionId: 'demo-visio-plan-2', reason: ['a'], operationId: 'o' },
  ],
])('a press that carries %s is answered as {statusCode, type, value} and changes nothing', async (_what, data) => {
  const value = { action: { type: 'Action.Execute', verb: 'x', data } };
  const response = await bot.post({ type: 'invoke', name: 'adaptiveCard/action', value, deliveryMode: 'normal' });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    statusCode: expect.any(Number),
    type: expect.any(String),
    value: expect.anything(),
  });
  expect((await bot.say('show Visio Plan 2')).text).toContain('Active');
});

test.each([undefined, null, 'x', {}, { action: null }, { action: { type: 'Action.Submit' } }])(
  'an invoke whose value is %j is answered as {statusCode, type, value} too',
  async value => {
    const response = await bot.post({ type: 'invoke', name: 'adaptiveCard/action', value, deliveryMode: 'normal' });
    expect(await response.json()).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
  },
);

test('an invoke sent with expectReplies has its answer in the body as well as among the replies', async () => {
  const value = { action: { type: 'Action.Execute', verb: 'help', data: { type: 'help' } } };
  const response = await bot.post({ type: 'invoke', name: 'adaptiveCard/action', value });
  expect(await response.json()).toMatchObject({
    ...{ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard' } },
    activities: [{ type: 'invokeResponse', value: { status: 200, body: { statusCode: 200 } } }],
  });
});

test('an invoke needs no service address, since its answer goes back in the response', async () => {
  const value = { action: { type: 'Action.Execute', verb: 'help', data: { type: 'help' } } };
  const fields = { type: 'invoke', name: 'adaptiveCard/action', value, deliveryMode: undefined, serviceUrl: undefined };
  expect(await (await bot.post(fields)).json()).toMatchObject({ statusCode: 200 });
});

test('an invoke that this bot has no use for is answered politely', async () => {
  const response = await bot.post({
    type: 'invoke',
    name: 'signin/verifyState',
    value: {},
    deliveryMode: 'normal',
  });
  expect(await response.json()).toMatchObject({ statusCode: 501, type: 'application/vnd.microsoft.error' });
});

test('people who are not in the directory cannot be smuggled in by id', async () => {
  const form = await bot.press((await bot.say('show Visio Plan 2')).button('Assign licenses'));
  const card = await bot.press(form.button('Assign'), { people: `somebody-else,${idOf('900')}` });
  expect(card.text).toContain('0 of 5 assigned');
});

test.each(['press', 'submit'] as const)(
  'a card number in a field of a card is not kept, not repeated (%s)',
  async way => {
    const form = await bot.press((await bot.say('show Visio Plan 2')).button('Assign licenses'));
    const answered = await bot[way](form.button('Assign'), { names: '4242 4242 4242 4242, Ana' });
    expect(answered.text).toMatch(/never send/);
    const ask = await bot.say('cancel Visio Plan 2');
    const yes = await bot[way](ask.button('Yes, cancel'), { reason: 'other', comment: 'card 4242-4242-4242-4242' });
    expect(yes.text).toMatch(/never send/);
    expect(answered.text + yes.text).not.toMatch(/4242.?4242/);
    expect((await bot.say('show Visio Plan 2')).text).toContain('Active');
    const files = await readdir(bot.folder);
    const stored = await Promise.all(
      files.filter(name => name.endsWith('.jsonl')).map(name => readFile(join(bot.folder, name), 'utf8')),
    );
    expect(stored.join('')).not.toMatch(/4242.?4242/);
    expect(stored.join('').length).toBeGreaterThan(1_000);
  },
);

test('any number of names is refused before anybody is looked up, on a card of ordinary size', async () => {
  const names = Array.from({ length: 600 }, (_, index) => `Nobody ${index}`).join(', ');
  for (const title of ['Unassign licenses', 'Assign licenses']) {
    const form = await bot.press((await bot.say('show Power BI Pro')).button(title));
    const card = await bot.press(form.button(title.replace(' licenses', '')), { names });
    expect(Buffer.byteLength(JSON.stringify(card.json))).toBeLessThan(40 * 1024);
    expect(card.text).toContain('20');
  }
  expect((await bot.say('show Power BI Pro')).text).toContain('3 of 10 assigned');
});

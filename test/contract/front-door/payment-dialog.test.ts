import { z } from 'zod';
import { type BotUnderTest, idOf, type Speaker, seen, startBotUnderTest } from '../../support/bot';
import { ISSUER, type KeyServer, startKeyServer } from '../../support/key-server';
import { fillIn } from '../../support/payment-page';

const APP_ID = '11111111-2222-3333-4444-555555555555';
const SERVICE_URL = 'http://127.0.0.1:9/';
const bob = { id: idOf('012'), name: 'Bob Chen' };

let keys: KeyServer;
let bot: BotUnderTest;
let token: string;
beforeAll(async () => {
  keys = await startKeyServer();
  token = keys.sign(APP_ID, SERVICE_URL);
  const credentials = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'a password', HOST: '127.0.0.1' };
  const channel = { OPENID_METADATA_URL: keys.metadataUrl, TOKEN_ISSUER: ISSUER };
  bot = await startBotUnderTest({ env: { ...credentials, ...channel } });
});
afterAll(async () => {
  await bot.close();
  await keys.close();
});

const post = async (fields: Readonly<Record<string, unknown>>, by: Speaker = {}): Promise<unknown> =>
  (await bot.post(fields, by, { Authorization: `Bearer ${token}` })).json();

const cardOf = async (text: string, by: Speaker = {}) => {
  const replies = z.object({
    activities: z.array(z.object({ attachments: z.array(z.object({ content: z.unknown() })) })),
  });
  return seen(replies.parse(await post({ type: 'message', text }, by)).activities[0]?.attachments[0]?.content);
};

const dialogButton = z.object({
  actions: z
    .array(z.looseObject({ type: z.string() }))
    .transform(actions => actions.filter(({ type }) => type === 'Action.Submit')),
});
const dialogOf = async (text: string) => dialogButton.parse((await cardOf(text)).json).actions[0];

const task = z.object({
  task: z.object({
    type: z.literal('continue'),
    value: z.object({ title: z.string(), url: z.url(), fallbackUrl: z.url(), height: z.string(), width: z.string() }),
  }),
});

const fetchTask = (data: unknown, by: Speaker = {}) =>
  post({ type: 'invoke', name: 'task/fetch', deliveryMode: 'normal', value: { data, context: { theme: 'dark' } } }, by);

test('in Teams a dialog is offered, and the plain link beside it', async () => {
  const card = await cardOf('add a payment method');
  expect(card.link()).toMatch(/payment-methods/);
  expect(await dialogOf('add a payment method')).toMatchObject({
    title: 'Enter card details',
    data: { msteams: { type: 'task/fetch' }, type: 'add_payment_method' },
  });
});

test('the dialog shows the page, by a link of its own that works', async () => {
  const button = await dialogOf('update my visa 4242');
  const { task: shown } = task.parse(await fetchTask(button?.['data']));
  expect(shown.value.url).toBe(`${shown.value.fallbackUrl}?dialog=1`);
  const page = await (await fetch(shown.value.url)).text();
  expect(page).toContain('action="?lang=en&amp;dialog=1"');
  const done = await fillIn(shown.value.url);
  expect(done.status).toBe(200);
  expect(await done.text()).toContain('../pages/dialog.js');
});

test('out of the dialog nothing of Teams is loaded', async () => {
  const done = await fillIn((await cardOf('add a payment method')).link());
  expect(await done.text()).not.toContain('<script');
});

test('the dialog of somebody else’s card reaches nothing of theirs', async () => {
  const button = await dialogOf('update my mastercard');
  expect(button?.['data']).toMatchObject({ type: 'update_payment_method' });
  expect(await fetchTask(button?.['data'], bob)).toMatchObject({
    task: { type: 'message', value: expect.stringContaining('find that payment method') },
  });
});

test.each([undefined, null, {}, { type: 'drop_database' }])(
  'a dialog asked for with %j says that it is unknown',
  async data => {
    expect(await fetchTask(data)).toMatchObject({ task: { type: 'message', value: expect.stringMatching(/./) } });
  },
);

test('the end of a dialog is taken without a word', async () => {
  const response = await bot.post(
    { type: 'invoke', name: 'task/submit', deliveryMode: 'normal', value: { data: 'done' } },
    {},
    { Authorization: `Bearer ${token}` },
  );
  expect([response.status, await response.text()]).toEqual([200, '']);
});

test('in Teams an invoice is offered as a file', async () => {
  const number = /INV-\d+-\d+/.exec((await cardOf('invoices')).text)?.[0];
  expect((await cardOf(`show invoice ${number}`)).buttons.map(({ title }) => title)).toContain('Send as a file');
  const webchat = await cardOf(`show invoice ${number}`, { channelId: 'webchat' });
  expect(webchat.buttons.map(({ title }) => title)).not.toContain('Send as a file');
});

test('other clients are shown no dialog, which some of them cannot bear', async () => {
  const card = await cardOf('add a payment method', { channelId: 'webchat' });
  expect(dialogButton.parse(card.json).actions).toEqual([]);
  const without = await startBotUnderTest();
  expect(JSON.stringify((await without.say('add a payment method')).json)).not.toContain('msteams');
  await without.close();
});

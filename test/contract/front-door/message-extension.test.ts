import { z } from 'zod';
import { type BotUnderTest, idOf, type Speaker, seen, startBotUnderTest } from '../../support/bot';

let bot: BotUnderTest;
beforeAll(async () => {
  bot = await startBotUnderTest();
  await bot.say('assign Visio Plan 2 to Bob Chen');
});
afterAll(() => bot.close());

const found = z.object({
  composeExtension: z.object({
    ...{ type: z.string(), text: z.string().optional(), attachmentLayout: z.string().optional() },
    attachments: z
      .array(
        z.object({
          ...{ contentType: z.string(), content: z.unknown() },
          preview: z.object({
            contentType: z.literal('application/vnd.microsoft.card.thumbnail'),
            content: z.object({ title: z.string(), text: z.string() }),
          }),
        }),
      )
      .default([]),
  }),
});

const query = async (value: unknown, by: Speaker = {}) => {
  const fields = { type: 'invoke', name: 'composeExtension/query', value, deliveryMode: 'normal' };
  const response = await bot.post(fields, by);
  expect(response.status).toBe(200);
  return found.parse(await response.json()).composeExtension;
};
const search = (text: string, by: Speaker = {}, queryOptions: object = { skip: 0, count: 25 }) =>
  query({ commandId: 'searchSubscriptions', parameters: [{ name: 'query', value: text }], queryOptions }, by);
const titles = (result: Awaited<ReturnType<typeof search>>) =>
  result.attachments.map(({ preview }) => preview.content.title);

describe.each([
  { locale: 'en-US', assigned: '1 of 5 assigned', active: 'Active', term: /Renews on/, none: /None of your/ },
  { locale: 'zh-TW', assigned: '已指派 1/5', active: '使用中', term: /續訂/, none: /沒有符合/ },
])('$locale', ({ locale, assigned, active, term, none }) => {
  test('one’s subscriptions are found by parts of what they are called, with few words of each', async () => {
    const result = await search('visio', { locale });
    expect(result).toMatchObject({ type: 'result', attachmentLayout: 'list' });
    expect(titles(result)).toEqual(['Visio Plan 2']);
    const [text] = result.attachments.map(({ preview }) => preview.content.text);
    expect(text).toContain(assigned);
    expect(text).toContain(active);
  });

  test('what is shared is a card to read: nothing to press, no names, no money', async () => {
    const [attachment] = (await search('Visio', { locale })).attachments;
    expect(attachment?.contentType).toBe('application/vnd.microsoft.card.adaptive');
    const card = seen(attachment?.content);
    for (const part of ['Visio Plan 2', assigned, active]) expect(card.text).toContain(part);
    expect(card.text).toMatch(term);
    expect(card.text).not.toMatch(/Bob|\$|4242|Alex/);
    expect(JSON.stringify(card.json)).not.toMatch(/Action\.|"refresh"|demo-visio|29:/);
  });

  test('the status finds, too, and what fits nothing is said', async () => {
    expect(titles(await search(active, { locale }))).toHaveLength(3);
    const nothing = await search('SharePoint', { locale });
    expect(nothing.type).toBe('message');
    expect(nothing.text).toMatch(none);
  });
});

test('before anything is typed all of them are offered, and of any number at most 25 at once', async () => {
  const initial = { commandId: 'searchSubscriptions', parameters: [{ name: 'initialRun', value: 'true' }] };
  expect((await query(initial)).attachments).toHaveLength(3);
  expect(titles(await search('', {}, { skip: 1, count: 1 }))).toHaveLength(1);
  expect((await search('', {}, { skip: 3, count: 25 })).attachments).toEqual([]);
  expect((await search('', {}, { skip: 0, count: 9_999 })).attachments).toHaveLength(3);
});

test('nobody finds what others bought', async () => {
  const bob = await search('Visio', { id: idOf('012'), name: 'Bob Chen' });
  expect(bob).toMatchObject({ type: 'message', attachments: [] });
  expect(titles(await search('', { id: idOf('010'), name: 'Ana Souza' }))).toEqual(['Power Apps per user']);
  expect((await search('Visio', { tenantId: 'fabrikam' })).type).toBe('message');
});

test.each([undefined, 'x', { parameters: 'x' }, { parameters: [{ value: 1 }] }])(
  'what is no query is answered politely: %j',
  async value => {
    const fields = { type: 'invoke', name: 'composeExtension/query', value, deliveryMode: 'normal' };
    expect(await (await bot.post(fields)).json()).toMatchObject({ statusCode: 400 });
  },
);

import { request } from 'node:http';
import * as fc from 'fast-check';
import { message, type RunningServer, startServer } from '../../support/http';
import { runs } from '../../support/runs';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Values of every kind, to be put where another kind belongs. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, '', ' ', '\u0000', '\ud800', [], {}, [[]], [null], [{}], {
    id: 7,
  }),
  fc.jsonValue(),
);
const FIELDS = [...Object.keys(message()), 'value', 'name', 'attachments', 'membersAdded', 'localTimezone', 'action'];
const INNER = [
  'from.id',
  'from.aadObjectId',
  'conversation.id',
  'channelData.tenant',
  'recipient.id',
  'entities.0.type',
];
const TYPES = [
  'message',
  'invoke',
  'conversationUpdate',
  'installationUpdate',
  'messageReaction',
  'event',
  'delay',
  '',
];

const withInner = (activity: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> => {
  const copy = structuredClone(activity);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>((at, step) => (at instanceof Object ? Reflect.get(at, step) : undefined), copy);
  if (parent instanceof Object) Reflect.set(parent, last, value);
  return copy;
};

const malformed = fc.oneof(
  fc.string(),
  fc.jsonValue().map(value => JSON.stringify(value)),
  fc
    .record({ field: fc.constantFrom(...FIELDS), value: anything, type: fc.constantFrom(...TYPES) })
    .map(({ field, value, type }) => JSON.stringify({ ...message({ type }), [field]: value })),
  fc
    .record({ path: fc.constantFrom(...INNER), value: anything })
    .map(({ path, value }) => JSON.stringify(withInner(message(), path, value))),
  fc.record({ field: fc.constantFrom(...FIELDS) }).map(({ field }) => JSON.stringify(message({ [field]: undefined }))),
  fc
    .record({ value: anything, name: fc.constantFrom('adaptiveCard/action', 'application/search', 'task/fetch') })
    .map(({ value, name }) => JSON.stringify(message({ type: 'invoke', name, value }))),
  fc.nat(400).map(length => JSON.stringify(message()).slice(0, length)),
);

describe('a malformed activity', () => {
  it('is never answered with a server error', async () => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(malformed, async body => {
        const response = await server.post(body);
        await response.arrayBuffer();
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: runs(2000) },
    );
    expect(statuses.get(400)).toBeGreaterThan(100);
  });

  it.each([
    ['is empty', ''],
    ['is not JSON', '{"type":'],
    ['is a list', '[]'],
    ['is a text', '"message"'],
    ['is null', 'null'],
    ['has no type', JSON.stringify(message({ type: undefined }))],
    ['has a type that is no text', JSON.stringify(message({ type: 7 }))],
    ['is from nobody', JSON.stringify(message({ from: undefined }))],
    ['is in no conversation', JSON.stringify(message({ conversation: null }))],
    ['has a number for an id', JSON.stringify(message({ from: { id: 7 } }))],
    ['has a text that is none', JSON.stringify(message({ text: { toString: 'x' } }))],
    ['has a time that is none', JSON.stringify(message({ timestamp: 'yesterday' }))],
    ['has a service address that is no web address', JSON.stringify(message({ serviceUrl: 'file:///etc' }))],
    ['has entities that are no list', JSON.stringify(message({ entities: {} }))],
    ['mentions nobody', JSON.stringify(message({ entities: [{ type: 'mention' }] }))],
    ['is nested too deeply', `{"value":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['wants to change what an object is', '{"type":"message","value":{"__proto__":{"isAdmin":true}}}'],
  ])('that %s is answered with 400 and what is wrong', async (_what, body) => {
    const response = await server.post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ code: 'BadRequest', message: expect.stringMatching(/activity/) });
  });

  it('is told apart by the field that is wrong, and nothing of what it said comes back', async () => {
    const response = await server.post(message({ from: { id: 7 }, text: 'a secret wish' }));
    expect(await response.text()).toMatch(/^(?=.*from\.id)(?!.*secret wish)/);
  });
});

describe('an activity that is odd but sound', () => {
  it.each([
    ['has fields nobody knows', { unheardOf: [1, { a: 2 }] }],
    ['has nulls where it could have nothing', { locale: null, entities: null, replyToId: null }],
    ['speaks no language there is', { locale: 'not a language' }],
    ['is in no time zone there is', { localTimezone: 'Moon/Crater' }],
    ['has ids of any shape', { from: { id: 'x'.repeat(37) }, conversation: { id: '陳' } }],
    ['is answered in the response and so needs no service address', { serviceUrl: undefined }],
  ])('is taken when it %s', async (_what, fields) => {
    expect((await server.post(message(fields))).status).toBe(200);
  });

  it('has no locale or time zone that formatting would throw on, and its times are dates', async () => {
    const seen: unknown[] = [];
    const own = await startServer({
      logic: async ({ activity }) => {
        seen.push(activity.locale, activity.localTimezone, activity.timestamp);
      },
    });
    await own.post(message({ locale: 'not a language', localTimezone: 'Moon/Crater' }));
    await own.post(message({ locale: 'zh-TW', localTimezone: 'Asia/Taipei' }));
    const at = '2026-01-02T03:04:05.678Z';
    expect(seen).toEqual([undefined, undefined, new Date(at), 'zh-TW', 'Asia/Taipei', new Date(at)]);
    await own.close();
  });
});

describe('a request that is no activity at all', () => {
  it('is refused with 413 when it is larger than 256 KB, whether or not it says so first', async () => {
    const large = message({ text: 'x'.repeat(256 * 1024) });
    expect((await server.post(large)).status).toBe(413);
    const unannounced = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Blob([JSON.stringify(large)]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(unannounced.status).toBe(413);
  });

  it('is taken up to 256 KB', async () => {
    const room = 256 * 1024 - JSON.stringify(message({ text: '' })).length;
    expect((await server.post(message({ text: 'x'.repeat(room) }))).status).toBe(200);
  });

  it.each([
    ['says it is text', { 'Content-Type': 'text/plain' }],
    ['says nothing', { 'Content-Type': '' }],
    ['is compressed', { 'Content-Encoding': 'gzip' }],
  ])('is refused with 415 when it %s', async (_what, headers) => {
    expect((await server.post(message(), headers)).status).toBe(415);
  });

  it('is taken with a character set, in any spelling', async () => {
    expect((await server.post(message(), { 'Content-Type': 'Application/JSON; charset=utf-8' })).status).toBe(200);
  });

  it('is refused when a page of another site brings it under a name of its own', async () => {
    const status = await statusOfHost(server.url, 'evil.test');
    expect(status).toBe(403);
    expect(await statusOfHost(server.url, 'localhost:3978')).toBe(200);
  });
});

/** `fetch` does not let a caller name another host. */
const statusOfHost = (url: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sent = request(`${url}/api/messages`, {
      method: 'POST',
      headers: { host, 'content-type': 'application/json' },
    });
    sent.on('response', response => resolve(response.resume().statusCode));
    sent.on('error', reject);
    sent.end(JSON.stringify(message()));
  });

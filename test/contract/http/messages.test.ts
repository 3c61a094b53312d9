import { createServer as createPlainServer } from 'node:http';
import { message, repliesIn, startServer } from '../../support/http';

const person = (id: string, tenantId = 'tenant-one') =>
  message({ from: { id: `29:${id}`, aadObjectId: id }, conversation: { id: 'a:chat', tenantId } });

describe('POST /api/messages', () => {
  it('answers expectReplies with the replies, and anything else with nothing', async () => {
    const server = await startServer();
    expect(await repliesIn(await server.post(message({ text: '你好' })))).toEqual(['heard: 你好']);
    const silent = await server.post(message({ deliveryMode: undefined, text: undefined }));
    expect([silent.status, await silent.text()]).toEqual([200, '']);
    await server.close();
  });

  it('answers an invoke with its outcome, and with 501 when nobody knows it', async () => {
    const server = await startServer();
    const value = { action: { type: 'Action.Execute', data: { operationId: 'one' } } };
    const invoke = message({ type: 'invoke', name: 'adaptiveCard/action', value, deliveryMode: undefined });
    const response = await server.post(invoke);
    expect([response.status, await response.json()]).toEqual([200, { heard: value }]);
    await server.close();

    const deaf = await startServer({ logic: () => Promise.resolve() });
    expect((await deaf.post(invoke)).status).toBe(501);
    await deaf.close();
  });

  it('wants to know where to answer unless it answers in the response', async () => {
    const server = await startServer();
    expect((await server.post(message({ serviceUrl: undefined, deliveryMode: undefined }))).status).toBe(400);
    await server.close();
  });

  it('answers a turn that throws with 500, keeps the reason to the log and what was said out of it', async () => {
    const server = await startServer({
      logic: ({ activity }) => Promise.reject(new Error(`cannot make sense of "${activity.text}"`)),
    });
    const response = await server.post(message({ text: 'a secret wish' }));
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ code: 'InternalError', message: expect.any(String) });
    expect(server.logged.join('')).toMatch(/^(?=.*cannot make sense of)(?!.*secret wish)/);
    await server.close();
  });

  it('tries once to deliver a reply and takes the message all the same when the channel fails', async () => {
    let tries = 0;
    const channel = createPlainServer((_request, response) => {
      tries += 1;
      response.statusCode = 503;
      response.end();
    });
    await new Promise<void>(resolve => channel.listen(0, '127.0.0.1', resolve));
    const address = channel.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const server = await startServer();
    const started = Date.now();
    const serviceUrl = `http://127.0.0.1:${port}/`;
    expect((await server.post(message({ deliveryMode: undefined, serviceUrl }))).status).toBe(200);
    expect(tries).toBe(1);
    expect(server.logged.join('')).toContain('could not be delivered');
    channel.closeAllConnections();
    await new Promise(resolve => channel.close(resolve));
    expect((await server.post(message({ deliveryMode: undefined, serviceUrl }))).status).toBe(200);
    expect(Date.now() - started).toBeLessThan(900);
    await server.close();
  });
});

describe('the rate limit', () => {
  it('answers one message too many of a person with 429 and how long to wait, until the minute is over', async () => {
    let time = 1_000_000;
    const server = await startServer({ rateLimit: 3, now: () => time });
    const statuses = async (count: number, activity: object) => {
      const seen: number[] = [];
      for (let i = 0; i < count; i++) seen.push((await server.post(activity)).status);
      return seen;
    };
    expect(await statuses(4, person('one'))).toEqual([200, 200, 200, 429]);
    time += 20_500;
    const refused = await server.post(person('one'));
    expect(refused.headers.get('Retry-After')).toBe('40');
    expect(await refused.json()).toMatchObject({ code: 'TooManyRequests' });
    expect(await statuses(1, person('two'))).toEqual([200]);
    expect(await statuses(1, person('one', 'another tenant'))).toEqual([200]);
    time += 40_000;
    expect(await statuses(1, person('one'))).toEqual([200]);
    await server.close();
  });

  it('answers more than ten times that of one address with 429, whoever speaks', async () => {
    const server = await startServer({ rateLimit: 2 });
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++) statuses.push((await server.post(person(`person-${i}`))).status);
    expect(statuses).toEqual([...Array(20).fill(200), 429]);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.close();
  });

  it('is none when it is 0', async () => {
    const server = await startServer({ rateLimit: 0 });
    const sent = Array.from({ length: 30 }, () => server.post(person('one')));
    expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([200]));
    await server.close();
  });
});

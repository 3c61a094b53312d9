import { once } from 'node:events';
import { request } from 'node:http';
import { createLog } from '../../../bot/logging';
import { createMetrics } from '../../../bot/metrics';
import { createServer } from '../../../bot/server';
import { createAdapter } from '../../../bot/turn/adapter';
import { gate } from '../../support/gate';
import { message, NO_CREDENTIALS, repliesIn, startServer } from '../../support/http';

describe('health', () => {
  it('GET /healthz says the process is alive, even when what it needs is not', async () => {
    const server = await startServer({ ready: () => Promise.reject(new Error('no store')) });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`, { method: 'HEAD' })).status).toBe(200);
    await server.close();
  });

  it('GET /readyz says what the bot needs can be reached', async () => {
    const server = await startServer();
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await server.close();
  });

  it('GET /readyz does not wait for ever, and asks a store that hangs once', async () => {
    let asked = 0;
    const hanging = gate();
    const server = await startServer({
      ready: () => {
        asked += 1;
        return hanging.opened;
      },
    });
    const answers = [1, 2, 3].map(() => fetch(`${server.url}/readyz`));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(asked).toBe(1);
    hanging.open();
    await server.close();
  });
});

describe('GET /metrics', () => {
  it('counts turns and refusals without a word about who spoke', async () => {
    const server = await startServer();
    await server.post(message());
    await server.post(message({ type: 'made up', text: undefined }));
    await server.post('{}');
    const response = await fetch(`${server.url}/metrics`);
    const text = await response.text();
    expect(response.headers.get('Content-Type')).toMatch(/^text\/plain/);
    expect(text).toContain('bot_turns_total{type="message",outcome="ok"} 1');
    expect(text).toContain('bot_turns_total{type="other",outcome="ok"} 1');
    expect(text).toContain('bot_activities_refused_total{reason="shape"} 1');
    expect(text).toContain('bot_turn_duration_seconds_count{type="message"} 1');
    expect(text).not.toMatch(/tenant-one|person-one|Ana/);
    await server.close();
  });
});

describe('the server', () => {
  it('names neither itself nor its parts, and answers what is not there in JSON whatever is asked for', async () => {
    const server = await startServer();
    const nowhere = await fetch(`${server.url}/nowhere?secret=1`, { headers: { Accept: 'text/html' } });
    expect(nowhere.status).toBe(404);
    expect(await nowhere.json()).toEqual({ code: 'NotFound', message: expect.not.stringContaining('secret') });
    const wrong = await fetch(`${server.url}/api/messages`);
    expect([wrong.status, await wrong.json()]).toEqual([405, expect.objectContaining({ code: 'MethodNotAllowed' })]);
    const odd = await fetch(`${server.url}/%ff%00`);
    expect(odd.status).toBeGreaterThanOrEqual(400);
    expect(odd.status).toBeLessThan(500);
    for (const { headers } of [nowhere, wrong, odd, await server.post(message()), await server.post('')]) {
      expect(headers.get('Server')).toBeNull();
      expect(headers.get('X-Powered-By')).toBeNull();
    }
    await server.close();
  });

  it('hangs up on who asks for another protocol', async () => {
    const server = await startServer();
    const sent = request(`${server.url}/api/messages`, { headers: { Connection: 'Upgrade', Upgrade: 'websocket' } });
    const hungUp = once(sent, 'error');
    sent.end();
    expect(await hungUp).toEqual([expect.objectContaining({ code: 'ECONNRESET' })]);
    await server.close();
  });

  it('refuses to listen to the world without credentials, and to a port that is taken', async () => {
    const server = await startServer();
    const another = createServer({
      adapter: createAdapter(NO_CREDENTIALS),
      logic: () => Promise.resolve(),
      trouble: () => Promise.resolve(),
      ready: () => Promise.resolve(),
      log: createLog('silent'),
      metrics: createMetrics(),
      rateLimit: 0,
      credentialsSet: false,
    });
    await expect(another.listen(0, '0.0.0.0')).rejects.toThrow('loopback');
    await expect(another.listen(Number(new URL(server.url).port), '127.0.0.1')).rejects.toThrow('EADDRINUSE');
    await server.close();
  });

  it('finishes a turn in flight when it closes, and takes no more', async () => {
    const entered = gate();
    const mayEnd = gate();
    const server = await startServer({
      logic: async context => {
        entered.open();
        await mayEnd.opened;
        await context.sendActivity('done');
      },
    });
    const inFlight = server.post(message());
    await entered.opened;
    let isClosed = false;
    const closed = server.close().then(() => {
      isClosed = true;
    });
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    expect(isClosed).toBe(false);
    mayEnd.open();
    const response = await inFlight;
    expect(response.headers.get('Connection')).toBe('close');
    expect(await repliesIn(response)).toEqual(['done']);
    await closed;
  });

  it('waits for the turn of a caller who has hung up, too', async () => {
    const entered = gate();
    const mayEnd = gate();
    let finished = false;
    const server = await startServer({
      logic: async () => {
        entered.open();
        await mayEnd.opened;
        finished = true;
      },
    });
    const hangUp = new AbortController();
    const gone = fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(message()),
      signal: hangUp.signal,
    });
    await entered.opened;
    hangUp.abort();
    await expect(gone).rejects.toThrow();
    const closed = server.close();
    mayEnd.open();
    await closed;
    expect(finished).toBe(true);
  });
});

describe('a page', () => {
  const pages = [
    {
      method: 'GET' as const,
      path: '/invoices/:token',
      handle: ({
        params,
        query,
        acceptLanguage,
      }: {
        params: object;
        query: URLSearchParams;
        acceptLanguage?: string | undefined;
      }) => Promise.resolve({ status: 200, body: JSON.stringify({ params, lang: query.get('lang'), acceptLanguage }) }),
    },
    {
      method: 'POST' as const,
      path: '/payment-methods/:token',
      handle: ({ form }: { form: URLSearchParams }) => Promise.resolve({ status: 200, body: `${form.get('name')}` }),
    },
  ];

  it('is told the parts of its path, the query and the language, and is kept nowhere', async () => {
    const server = await startServer({ pages });
    const response = await fetch(`${server.url}/invoices/abc.def-_?lang=zh-TW`, {
      headers: { 'Accept-Language': 'de' },
    });
    expect(await response.json()).toEqual({ params: { token: 'abc.def-_' }, lang: 'zh-TW', acceptLanguage: 'de' });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    await server.close();
  });

  it('is told the fields of a form, and takes nothing else', async () => {
    const server = await startServer({ pages });
    const post = (body: string, type = 'application/x-www-form-urlencoded') =>
      fetch(`${server.url}/payment-methods/t`, { method: 'POST', headers: { 'Content-Type': type }, body });
    expect(await (await post('name=Ana+Souza')).text()).toBe('Ana Souza');
    expect((await post('{}', 'application/json')).status).toBe(415);
    expect((await post(`name=${'x'.repeat(17_000)}`)).status).toBe(413);
    await server.close();
  });
});

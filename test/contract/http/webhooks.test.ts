import { startServer } from '../../support/http';

const hookThat = (take: (message: string, signature: string | undefined) => Promise<boolean>) => ({
  hooks: [{ path: '/webhooks/stripe', signedIn: 'stripe-signature', take }],
});

const post = (url: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${url}/webhooks/stripe`, {
    ...{ method: 'POST', headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers }, body },
  });

describe('a webhook', () => {
  it('is taken letter by letter, with the header that signs it', async () => {
    const taken: (string | undefined)[] = [];
    const server = await startServer(
      hookThat(async (message, signature) => {
        taken.push(message, signature);
        return true;
      }),
    );
    const response = await post(server.url, ' {"name" : "陳怡君"}\n', { 'Stripe-Signature': 't=1,v1=abc' });
    expect([response.status, await response.json()]).toEqual([200, { received: true }]);
    expect(taken).toEqual([' {"name" : "陳怡君"}\n', 't=1,v1=abc']);
    await server.close();
  });

  it('that is not believed is refused, and one that could not be taken is to be sent again', async () => {
    const server = await startServer(
      hookThat((_message, signature) =>
        signature === undefined ? Promise.resolve(false) : Promise.reject(new Error('no store: secret')),
      ),
    );
    expect((await post(server.url, '{}')).status).toBe(400);
    const failed = await post(server.url, '{}', { 'Stripe-Signature': 'x' });
    expect([failed.status, await failed.text()]).toEqual([500, expect.not.stringContaining('secret')]);
    await server.close();
  });

  it('that is too large, encoded, of another type or not posted is never looked at', async () => {
    const server = await startServer(hookThat(() => Promise.reject(new Error('looked at'))));
    expect((await post(server.url, 'x'.repeat(600_000))).status).toBe(413);
    expect((await post(server.url, '{}', { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await post(server.url, '{}', { 'Content-Encoding': 'gzip' })).status).toBe(400);
    expect((await fetch(`${server.url}/webhooks/stripe`)).status).toBe(405);
    await server.close();
  });

  it('goes nowhere when nobody takes it', async () => {
    const server = await startServer();
    expect((await post(server.url, '{}')).status).toBe(404);
    await server.close();
  });
});

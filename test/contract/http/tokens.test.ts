import { createSecretKey } from 'node:crypto';
import type { BotCredentials } from '../../../bot/config';
import { message, type RunningServer, repliesIn, SERVICE_URL, startServer } from '../../support/http';
import { anotherKey, ISSUER, type KeyServer, startKeyServer, type TokenParts } from '../../support/key-server';

const APP_ID = '11111111-2222-3333-4444-555555555555';
const BOT: BotCredentials = { type: 'MultiTenant', appId: APP_ID, password: 'a password', tenantId: undefined };
const EMULATOR_ISSUER = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
const MINUTE = 60;
const now = () => Math.floor(Date.now() / 1000);

let keys: KeyServer;
let server: RunningServer;
let printed: jest.SpyInstance[];

beforeAll(async () => {
  keys = await startKeyServer();
  server = await startServer({}, { bot: BOT, openIdMetadataUrl: keys.metadataUrl, tokenIssuer: ISSUER });
});
afterAll(async () => {
  await server.close();
  await keys.close();
});
beforeEach(() => {
  printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map(method => jest.spyOn(console, method));
});
afterEach(() => {
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  jest.restoreAllMocks();
});

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const postWith = (parts: TokenParts, activity: object = message()) =>
  server.post(activity, bearer(keys.sign(APP_ID, SERVICE_URL, parts)));

describe('with credentials', () => {
  it('a token of the channel for this bot is let in', async () => {
    const response = await postWith({});
    expect(response.status).toBe(200);
    expect(await repliesIn(response)).toEqual(['heard: hello']);
  });

  it.each(['RS384', 'RS512'])('a token signed with %s is let in', async alg => {
    expect((await postWith({ header: { alg } })).status).toBe(200);
  });

  it.each([
    ['an hour old', { claims: { exp: now() - 60 * MINUTE } }],
    ['expired six minutes ago', { claims: { exp: now() - 6 * MINUTE } }],
    ['not valid for another hour', { claims: { nbf: now() + 60 * MINUTE } }],
    ['without an expiry', { claims: { exp: undefined } }],
    ['for another bot', { claims: { aud: 'another-bot' } }],
    ['for several bots', { claims: { aud: [APP_ID, 'another-bot'] } }],
    ['from another issuer', { claims: { iss: 'https://elsewhere.test' } }],
    ['of the Emulator, which is not expected', { claims: { iss: EMULATOR_ISSUER, appid: APP_ID } }],
    ['signed with another key', { key: anotherKey() }],
    ['signed with an unknown key', { header: { kid: 'unknown' } }],
    ['without a key id', { header: { kid: undefined } }],
    ['with a key of another kind', { header: { kid: 'another-kind' } }],
    ['not signed at all', { header: { alg: 'none' } }],
    ['with extensions that must be understood', { header: { crit: ['exp'] } }],
    ['for another service address', { claims: { serviceurl: 'https://elsewhere.test/' } }],
    ['for no service address', { claims: { serviceurl: undefined } }],
  ])('a token %s is refused with 401', async (_what, parts) => {
    const response = await postWith(parts);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'Unauthorized' });
  });

  it('a token that takes the public key for a shared secret is refused with 401', async () => {
    const key = createSecretKey(Buffer.from(keys.publicPem));
    expect((await postWith({ header: { alg: 'HS256' }, key })).status).toBe(401);
  });

  it('a token whose claims were changed is refused with 401', async () => {
    const [header, , signature] = keys.sign(APP_ID, SERVICE_URL).split('.');
    const [, claims] = keys.sign(APP_ID, SERVICE_URL, { claims: { oid: 'somebody else' } }).split('.');
    expect((await server.post(message(), bearer(`${header}.${claims}.${signature}`))).status).toBe(401);
  });

  it.each([
    ['no header', {}],
    ['an empty header', { Authorization: '' }],
    ['another scheme', { Authorization: 'Basic YTpi' }],
    ['no token', { Authorization: 'Bearer' }],
    ['a token of two parts', { Authorization: 'Bearer e30.e30' }],
    ['a token that is not JSON', { Authorization: 'Bearer aaaa.bbbb.cccc' }],
    ['a token that is no object', { Authorization: 'Bearer bnVsbA.bnVsbA.cccc' }],
  ])('%s is refused with 401', async (_what, headers) => {
    expect((await server.post(message(), headers)).status).toBe(401);
  });

  it('an activity without a service address is refused, however good its token', async () => {
    expect((await postWith({}, message({ serviceUrl: undefined }))).status).toBe(401);
    expect((await postWith({ claims: { serviceurl: undefined } }, message({ serviceUrl: undefined }))).status).toBe(
      401,
    );
    expect((await postWith({ claims: { serviceurl: '' } }, message({ serviceUrl: '' }))).status).toBe(400);
  });

  it('a token is taken up to five minutes after its expiry, since clocks differ', async () => {
    expect((await postWith({ claims: { exp: now() - 4 * MINUTE } })).status).toBe(200);
  });

  it('what the log says of a refusal is its reason and nothing of the token or the person', async () => {
    server.logged.length = 0;
    const token = keys.sign(APP_ID, SERVICE_URL, { claims: { aud: 'another-bot' } });
    await server.post(message({ text: 'a secret wish' }), bearer(token));
    expect(server.logged.join('')).toContain('"reason":"audience"');
    expect(server.logged.join('')).not.toMatch(/secret wish|Ana|person-one|eyJ/);
  });
});

describe('the keys of the channel', () => {
  const start = (more: object = {}) =>
    startServer({}, { bot: BOT, openIdMetadataUrl: keys.metadataUrl, tokenIssuer: ISSUER, ...more });

  it('are fetched once for many messages', async () => {
    const own = await start();
    const before = keys.asked();
    const sent = Array.from({ length: 20 }, () => own.post(message(), bearer(keys.sign(APP_ID, SERVICE_URL))));
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(keys.asked() - before).toBe(1);
    await own.close();
  });

  it('are fetched anew when the channel signs with a new one, though not for every unknown one', async () => {
    let time = Date.now();
    const own = await start({ now: () => time });
    await own.post(message(), bearer(keys.sign(APP_ID, SERVICE_URL)));
    keys.rotate();
    const renewed = () => own.post(message(), bearer(keys.sign(APP_ID, SERVICE_URL)));
    const before = keys.asked();
    expect((await renewed()).status).toBe(401);
    expect(keys.asked() - before).toBe(0);
    time += 10_000;
    expect((await renewed()).status).toBe(200);
    expect(keys.asked() - before).toBe(1);
    await own.close();
  });

  it('once withdrawn make a token worthless that was good before, as does its expiry', async () => {
    let time = Date.now();
    const own = await start({ now: () => time });
    const token = bearer(keys.sign(APP_ID, SERVICE_URL, { claims: { exp: now() + 48 * 60 * MINUTE } }));
    const short = bearer(keys.sign(APP_ID, SERVICE_URL));
    const statuses = async () => [(await own.post(message(), token)).status, (await own.post(message(), short)).status];
    expect([await statuses(), await statuses()]).toEqual([
      [200, 200],
      [200, 200],
    ]);
    time += 2 * 60 * MINUTE * 1000;
    expect(await statuses()).toEqual([200, 401]);
    keys.rotate();
    time += 24 * 60 * MINUTE * 1000;
    expect(await statuses()).toEqual([401, 401]);
    await own.close();
  });

  it('may sign only for the channels they are endorsed for', async () => {
    keys.endorse('msteams');
    const own = await start();
    const token = bearer(keys.sign(APP_ID, SERVICE_URL));
    expect((await own.post(message(), token)).status).toBe(200);
    expect((await own.post(message({ channelId: 'webchat' }), token)).status).toBe(401);
    expect((await own.post(message({ channelId: undefined }), token)).status).toBe(401);
    keys.endorse();
    await own.close();
  });

  it('when they cannot be fetched the answer is 503, and known ones go on being used', async () => {
    let time = Date.now();
    const own = await start({ now: () => time });
    const post = () => own.post(message(), bearer(keys.sign(APP_ID, SERVICE_URL)));
    keys.fail(true);
    expect((await post()).status).toBe(503);
    keys.fail(false);
    time += 10_000;
    expect((await post()).status).toBe(200);
    keys.fail(true);
    expect((await post()).status).toBe(200);
    keys.fail(false);
    await own.close();
  });
});

describe('the Emulator', () => {
  const emulator = (claims: object = {}) =>
    bearer(
      keys.sign(APP_ID, SERVICE_URL, {
        claims: { iss: EMULATOR_ISSUER, ver: '1.0', appid: APP_ID, serviceurl: undefined, ...claims },
      }),
    );
  let own: RunningServer;
  beforeAll(async () => {
    const auth = { bot: BOT, openIdMetadataUrl: keys.metadataUrl, tokenIssuer: ISSUER, acceptEmulator: true };
    own = await startServer({}, auth);
  });
  afterAll(() => own.close());

  it('is let in where it is expected, with a token by and for the bot', async () => {
    expect((await own.post(message(), emulator())).status).toBe(200);
    expect((await own.post(message(), emulator({ ver: '2.0', appid: undefined, azp: APP_ID }))).status).toBe(200);
  });

  it.each([
    ['a token by another application', { appid: 'another-bot' }],
    ['a token of the bot for somebody else, such as one it sent to a channel', { aud: 'https://api.botframework.com' }],
    ['a token of a tenant nobody named', { iss: 'https://sts.windows.net/a-tenant/', tid: 'a-tenant' }],
  ])('%s is refused with 401', async (_what, claims) => {
    expect((await own.post(message(), emulator(claims))).status).toBe(401);
  });

  it('is refused without a service address to answer at', async () => {
    expect((await own.post(message({ serviceUrl: undefined }), emulator())).status).toBe(401);
  });
});

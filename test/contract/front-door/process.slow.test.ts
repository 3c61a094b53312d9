import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TENANT } from '../../support/bot';
import { type BotProcess, spawnBot, startBotProcess } from '../../support/bot-process';
import { ISSUER, type KeyServer, startKeyServer } from '../../support/key-server';
import { type OwnDatabase, onMongo, ownDatabase } from '../../support/stores';

jest.setTimeout(30_000);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'process-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a bot that cannot be configured', () => {
  test('says every fault in one message, exits with 78 and has started nothing', async () => {
    const child = spawnBot({ PORT: 'eighty', DEMO_DATA: 'yes', MONGODB_URI: 'postgres://x', DATA_DIR: folder });
    let said = '';
    child.stderr.on('data', data => {
      said += String(data);
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(78);
    for (const name of ['PORT', 'DEMO_DATA', 'MONGODB_URI']) expect(said).toContain(name);
    expect(said).toContain('3 fault(s); nothing was started');
  });

  test('says so too when files are not there, or the folder is none', async () => {
    const files = spawnBot({ PORT: '0', DATA_DIR: folder, PEOPLE_FILE: '/nowhere/x', CATALOG_FILE: join(folder) });
    let said = '';
    files.stderr.on('data', data => {
      said += String(data);
    });
    expect((await once(files, 'close'))[0]).toBe(78);
    expect(said).toMatch(/CATALOG_FILE is a folder.*PEOPLE_FILE is not there/s);
    const none = spawnBot({ PORT: '0', DATA_DIR: join(__filename) });
    expect((await once(none, 'close'))[0]).toBe(78);
  });

  test('says what the demo tenant lacks', async () => {
    const people = join(folder, 'people.json');
    await writeFile(people, JSON.stringify({ tenant: { id: 't', name: 'T' }, people: [] }));
    const child = spawnBot({ PORT: '0', DATA_DIR: folder, DEMO_DATA: '1', PEOPLE_FILE: people });
    let said = '';
    child.stderr.on('data', data => {
      said += String(data);
    });
    expect((await once(child, 'close'))[0]).toBe(78);
    expect(said).toMatch(/DEMO_DATA needs \d+ people that PEOPLE_FILE lacks/);
  });

  test('does not start in production without credentials', async () => {
    const child = spawnBot({ NODE_ENV: 'production', PORT: '0', DATA_DIR: folder });
    expect((await once(child, 'close'))[0]).toBe(78);
  });
});

describe('a bot that runs', () => {
  test('is alive and ready, remembers over a graceful end, and exits with 0', async () => {
    const env = { DATA_DIR: folder, DEMO_DATA: '1' };
    const first = await startBotProcess(env);
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${first.url}/metrics`)).text()).toContain('process_resident_memory_bytes');
    await first.say('assign Visio Plan 2 to Bob Chen');
    expect(await first.end('SIGTERM')).toBe(0);

    const second = await startBotProcess(env);
    expect((await second.say('show Visio Plan 2')).text).toContain('1 of 5 assigned');
    expect(await second.end('SIGINT')).toBe(0);
  });

  test('a second one does not start on the same folder', async () => {
    const env = { DATA_DIR: folder, DEMO_DATA: '1' };
    const first = await startBotProcess(env);
    await expect(startBotProcess(env)).rejects.toThrow(/in use/);
    await first.end('SIGTERM');
  });
});

const inProduction = (storeEnv: () => Readonly<Record<string, string>>): void => {
  const appId = '11111111-2222-3333-4444-555555555555';
  let keys: KeyServer;
  let connector: Server;
  let serviceUrl: string;
  let bot: BotProcess;

  beforeEach(async () => {
    keys = await startKeyServer();
    connector = createServer((_request, response) => response.end('{"id":"1"}')).listen(0, '127.0.0.1');
    await once(connector, 'listening');
    const address = connector.address();
    serviceUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
    bot = await start();
  });
  const start = (): Promise<BotProcess> =>
    startBotProcess({
      ...{ NODE_ENV: 'production', HOST: '127.0.0.1', DEMO_DATA: '1', ...storeEnv() },
      ...{ MicrosoftAppId: appId, MicrosoftAppPassword: 'a password that nobody guesses' },
      ...{ OPENID_METADATA_URL: keys.metadataUrl, TOKEN_ISSUER: ISSUER },
    });
  afterEach(async () => {
    await bot.end('SIGTERM');
    await keys.close();
    connector.close();
  });

  const activity = (fields: object) => ({
    ...{ type: 'message', id: 'a1', channelId: 'msteams', deliveryMode: 'expectReplies', serviceUrl },
    from: { id: '29:alex', name: 'Alex Wilber', aadObjectId: '00000000-0000-0000-0000-0000000000020' },
    recipient: { id: `28:${appId}`, name: 'LicenseBot' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
    ...fields,
  });
  const post = (fields: object, token?: string): Promise<Response> =>
    fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(activity(fields)),
    });

  test('answers whoever brings a good token, and nobody else', async () => {
    const good = keys.sign(appId, serviceUrl);
    const answered = await post({ text: 'my subscriptions' }, good);
    expect(answered.status).toBe(200);
    expect(await answered.text()).toContain('3 of 10 assigned');
    expect((await post({ text: 'my subscriptions' })).status).toBe(401);
    expect((await post({ text: 'my subscriptions' }, keys.sign('another-bot', serviceUrl))).status).toBe(401);
    keys.rotate();
    const unpublished = keys.sign(appId, serviceUrl, { header: { kid: 'key-1' } });
    expect((await post({ text: 'my subscriptions' }, unpublished)).status).toBe(401);
  });

  test('does what it is asked and remembers it over a restart', async () => {
    const good = keys.sign(appId, serviceUrl);
    expect(await (await post({ text: 'assign Visio Plan 2 to Bob Chen' }, good)).text()).toContain('1 of 5 assigned');
    await bot.end('SIGKILL');
    bot = await start();
    expect(await (await post({ id: 'a2', text: '我的訂閱' }, good)).text()).toContain('已指派 1/5');
  });

  test('does not let anybody act as somebody else, and does nothing for whom the channel does not name', async () => {
    const good = keys.sign(appId, serviceUrl);
    const acting = await post({ text: 'act as Ana Souza' }, good);
    expect(await acting.text()).not.toContain('You are Ana Souza now');
    const nobody = await post({ text: 'my subscriptions', from: { id: '29:x', name: 'X' } }, good);
    expect(nobody.status).toBe(200);
    expect(await nobody.text()).not.toContain('Power BI');
  });
};

describe('a bot in production, with credentials, on the embedded store', () =>
  inProduction(() => ({ DATA_DIR: folder })));

onMongo(() => {
  let database: OwnDatabase;
  beforeAll(() => {
    database = ownDatabase('process');
  });
  afterAll(() => database.drop());
  describe('a bot in production, with credentials', () => inProduction(() => database.env));
});

import { type Config, readConfig } from '../../../bot/config';

const CREDENTIALS = { MicrosoftAppId: 'an-app', MicrosoftAppPassword: 'pa55word' };
const LONG = 'x'.repeat(32);

const config = (env: Record<string, string>): Config => {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.error.join('\n'));
  return read.value;
};
const faults = (env: Record<string, string>): readonly string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.error;
};

describe('without any variable', () => {
  it('the bot listens on the loopback address, on port 3978, and keeps its data in ./data', () => {
    expect(config({})).toEqual({
      production: false,
      port: 3978,
      host: '127.0.0.1',
      dataDir: './data',
      mongodbUri: undefined,
      demoData: false,
      bot: undefined,
      publicUrl: undefined,
      rateLimit: 60,
      logLevel: 'info',
      adminIds: [],
      catalogFile: undefined,
      peopleFile: undefined,
      directory: 'local',
      graphBase: undefined,
      payments: 'sandbox',
      signingSecret: undefined,
      openIdMetadataUrl: undefined,
      tokenIssuer: undefined,
    });
  });

  it('blank ones are as good as none', () => {
    expect(config({ PORT: '', HOST: ' ', MicrosoftAppId: '', PAYMENTS: '', TOKEN_ISSUER: '\t' })).toEqual(config({}));
  });

  it('what is not a variable of the bot does not matter', () => {
    expect(config({ PATH: '/bin', PORTS: 'many' })).toEqual(config({}));
  });
});

describe('the address', () => {
  it('is every one of the machine with credentials, unless HOST says otherwise', () => {
    expect(config(CREDENTIALS).host).toBe('0.0.0.0');
    expect(config({ ...CREDENTIALS, HOST: '10.0.0.7' }).host).toBe('10.0.0.7');
  });

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('may be %s without credentials', HOST => {
    expect(config({ HOST }).host).toBe(HOST);
  });

  it.each(['0.0.0.0', '::', '10.0.0.7', 'example.test', '127.0.0.1.example.test'])(
    'may not be %s without credentials',
    HOST => {
      expect(faults({ HOST })).toEqual([expect.stringMatching(/^HOST must be the loopback address/)]);
    },
  );

  it.each(['-1', '65536', '3978a', '1.5', '0x10'])('has no port %s', PORT => {
    expect(faults({ PORT })).toEqual(['PORT must be a whole number from 0 to 65535.']);
  });

  it('may have port 0, which is one that is free', () => {
    expect(config({ PORT: '0' }).port).toBe(0);
  });
});

describe('credentials', () => {
  it('are of a bot of many tenants unless MicrosoftAppType says otherwise, in any capitals', () => {
    expect(config(CREDENTIALS).bot).toEqual({
      type: 'MultiTenant',
      appId: 'an-app',
      password: 'pa55word',
      tenantId: undefined,
    });
    const single = { ...CREDENTIALS, MicrosoftAppType: 'singletenant', MicrosoftAppTenantId: 'a-tenant' };
    expect(config(single).bot).toMatchObject({ type: 'SingleTenant', tenantId: 'a-tenant' });
  });

  it('must be there in production', () => {
    expect(faults({ NODE_ENV: 'production' })).toEqual([expect.stringMatching(/^MicrosoftAppId must be set/)]);
  });

  it('are an id and a password', () => {
    expect(faults({ MicrosoftAppId: 'an-app' })).toEqual([expect.stringMatching(/^MicrosoftAppPassword must be set/)]);
    expect(faults({ MicrosoftAppPassword: 'pa55word' })).toEqual([expect.stringMatching(/MicrosoftAppId is not/)]);
  });

  it('of a managed identity have no password', () => {
    expect(config({ MicrosoftAppId: 'an-app', MicrosoftAppType: 'UserAssignedMSI' }).bot).toMatchObject({
      type: 'UserAssignedMSI',
      password: undefined,
    });
  });

  it('of a bot of one tenant name the tenant', () => {
    expect(faults({ ...CREDENTIALS, MicrosoftAppType: 'SingleTenant' })).toEqual([
      'MicrosoftAppTenantId must be set when MicrosoftAppType is SingleTenant.',
    ]);
  });
});

describe('the token issuer and where its keys are', () => {
  const OPENID_METADATA_URL = 'https://login.test/metadata';

  it('go together', () => {
    expect(faults({ OPENID_METADATA_URL })).toEqual([expect.stringMatching(/^TOKEN_ISSUER must be set/)]);
    expect(faults({ TOKEN_ISSUER: 'x' })).toEqual([expect.stringMatching(/^OPENID_METADATA_URL must be set/)]);
    expect(config({ OPENID_METADATA_URL, TOKEN_ISSUER: 'x' })).toMatchObject({ tokenIssuer: 'x' });
  });

  it('are not fetched over an open line in production, unless from this machine', () => {
    const production = { ...CREDENTIALS, NODE_ENV: 'production', TOKEN_ISSUER: 'x' };
    expect(faults({ ...production, OPENID_METADATA_URL: 'http://login.test/' })).toEqual([
      expect.stringMatching(/^OPENID_METADATA_URL must start with https/),
    ]);
    expect(faults({ ...production, OPENID_METADATA_URL: 'http://127.0.0.1:5000/' })).toEqual([]);
  });
});

describe('the signing secret', () => {
  it('is drawn from the password when there is no other, the same at every start and not the password', () => {
    const { signingSecret } = config(CREDENTIALS);
    expect(signingSecret).toBe(config(CREDENTIALS).signingSecret);
    expect(signingSecret).not.toBe(config({ ...CREDENTIALS, MicrosoftAppPassword: 'another' }).signingSecret);
    expect(signingSecret).not.toContain('pa55word');
    expect(signingSecret?.length).toBeGreaterThanOrEqual(32);
    expect(config({ ...CREDENTIALS, SIGNING_SECRET: 'own' }).signingSecret).toBe('own');
  });

  it('has at least 32 characters in production', () => {
    const production = { ...CREDENTIALS, NODE_ENV: 'production' };
    expect(faults({ ...production, SIGNING_SECRET: LONG.slice(1) })).toEqual([
      expect.stringMatching(/^SIGNING_SECRET must have at least 32 characters/),
    ]);
    expect(faults({ ...production, SIGNING_SECRET: LONG })).toEqual([]);
  });

  it('must be set for a managed identity in production, which has no password to draw it from', () => {
    const identity = { NODE_ENV: 'production', MicrosoftAppId: 'an-app', MicrosoftAppType: 'UserAssignedMSI' };
    expect(faults(identity)).toEqual([expect.stringMatching(/^SIGNING_SECRET must be set/)]);
    expect(faults({ ...identity, SIGNING_SECRET: LONG })).toEqual([]);
  });
});

describe('the rest', () => {
  it('limits the rate to 60 a minute, not at all with demo data, and as RATE_LIMIT says in any case', () => {
    expect(config({ DEMO_DATA: '1' })).toMatchObject({ demoData: true, rateLimit: 0 });
    expect(config({ DEMO_DATA: '1', RATE_LIMIT: '5' }).rateLimit).toBe(5);
    expect(config({ RATE_LIMIT: '0' }).rateLimit).toBe(0);
    expect(faults({ RATE_LIMIT: '-1' })).toEqual([expect.stringMatching(/^RATE_LIMIT must be a whole number/)]);
  });

  it('takes links with or without a slash at the end', () => {
    expect(config({ PUBLIC_URL: 'https://bot.test/' }).publicUrl).toBe('https://bot.test');
    expect(faults({ PUBLIC_URL: 'bot.test' })).toEqual([
      'PUBLIC_URL must be an address that starts with http:// or https://.',
    ]);
  });

  it('reads the ids of admins separated by commas', () => {
    expect(config({ ADMIN_IDS: ' one, two,,three ' }).adminIds).toEqual(['one', 'two', 'three']);
  });

  it('knows MongoDB by its address and never repeats it', () => {
    expect(config({ MONGODB_URI: 'mongodb+srv://host.test/db' }).mongodbUri).toBe('mongodb+srv://host.test/db');
    expect(faults({ MONGODB_URI: 'http://ana:pa55word@host.test' })).toEqual([
      'MONGODB_URI must start with mongodb:// or mongodb+srv://.',
    ]);
  });

  it('has a directory that needs credentials of a tenant when it is Graph', () => {
    const graph = { DIRECTORY: 'graph' };
    expect(faults(graph).map(fault => fault.split(' ')[0])).toEqual([
      'MicrosoftAppId',
      'MicrosoftAppPassword',
      'MicrosoftAppTenantId',
    ]);
    expect(config({ ...graph, ...CREDENTIALS, MicrosoftAppTenantId: 'a-tenant' }).directory).toBe('graph');
  });

  it('has payments by Stripe with both of its secrets, and the sandbox unless it is asked for', () => {
    const stripe = { PAYMENTS: 'stripe', STRIPE_SECRET_KEY: 'sk', STRIPE_WEBHOOK_SECRET: 'whsec' };
    expect(faults({ PAYMENTS: 'stripe' })).toEqual([
      'STRIPE_SECRET_KEY must be set when PAYMENTS is stripe.',
      'STRIPE_WEBHOOK_SECRET must be set when PAYMENTS is stripe.',
    ]);
    expect(config(stripe).payments).toEqual({ secretKey: 'sk', webhookSecret: 'whsec', apiBase: undefined });
    expect(config({ ...stripe, PAYMENTS: 'sandbox' }).payments).toBe('sandbox');
  });

  it.each([
    ['http://api.example.test', 'start with https://'],
    ['https://api.example.test/v1', 'without a path'],
  ])('does not send the key for Stripe to %s', (base, why) => {
    expect(faults({ STRIPE_API_BASE: base })).toEqual([expect.stringMatching(`^STRIPE_API_BASE must .*${why}`)]);
  });

  it.each(['http://127.0.0.1:12111', 'https://api.example.test/'])('may ask for Stripe at %s', base => {
    const { payments } = config({
      ...{ PAYMENTS: 'stripe', STRIPE_SECRET_KEY: 'sk', STRIPE_WEBHOOK_SECRET: 'whsec', STRIPE_API_BASE: base },
    });
    expect(payments).toMatchObject({ apiBase: base.replace(/\/$/, '') });
  });

  it.each([
    ['LOG_LEVEL', 'loud'],
    ['DEMO_DATA', 'yes'],
    ['DIRECTORY', 'ldap'],
    ['PAYMENTS', 'cash'],
    ['GRAPH_BASE', 'graph'],
    ['MicrosoftAppType', 'NoTenant'],
  ])('has a fault that names %s when it is %s', (name, value) => {
    expect(faults({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} must be .*\\.$`))]);
  });

  it('names every fault in one answer, each once', () => {
    const found = faults({ NODE_ENV: 'production', PORT: 'x', HOST: '0.0.0.0', LOG_LEVEL: 'x', TOKEN_ISSUER: 'x' });
    expect(found.map(fault => fault.split(' ')[0]).sort()).toEqual([
      'HOST',
      'LOG_LEVEL',
      'MicrosoftAppId',
      'OPENID_METADATA_URL',
      'PORT',
    ]);
  });

  it('never shows a secret in a fault', () => {
    const secrets = [
      'MicrosoftAppPassword',
      'STRIPE_SECRET_KEY',
      'STRIPE_WEBHOOK_SECRET',
      'SIGNING_SECRET',
      'MONGODB_URI',
    ];
    const env = Object.fromEntries(secrets.map(name => [name, `shh-${name}`]));
    const said = faults({ ...env, NODE_ENV: 'production', PAYMENTS: 'stripe', PORT: 'shh' }).join('\n');
    expect(said).toContain('SIGNING_SECRET');
    expect(said).not.toContain('shh');
  });
});

import { hkdfSync } from 'node:crypto';
import { fail, ok, type Result } from '../domain/shared/result';
import { faultsAcross } from './config/rules';
import { type LogLevel, type SetVariables, VARIABLE_NAMES, VARIABLES, type Variables } from './config/variables';

/** Who the bot is to the Bot Framework. A managed identity has no password. */
export interface BotCredentials {
  readonly type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  readonly appId: string;
  readonly password: string | undefined;
  readonly tenantId: string | undefined;
}

/** Our account at Stripe. */
export interface StripeAccount {
  readonly secretKey: string;
  /** What its webhooks are signed with. */
  readonly webhookSecret: string;
  /** Without a trailing slash. Unset: Stripe's own. */
  readonly apiBase: string | undefined;
}

/** Everything a deployment decides. What is `undefined` was left unset and has no default here. */
export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Set: MongoDB instead of the embedded store. */
  readonly mongodbUri: string | undefined;
  readonly demoData: boolean;
  /** Unset: no tokens are checked and only the loopback address is listened on. */
  readonly bot: BotCredentials | undefined;
  /** Without a trailing slash. Unset: `http://127.0.0.1:PORT`, known once the server listens. */
  readonly publicUrl: string | undefined;
  /** Messages a minute a person; 0 is no limit. */
  readonly rateLimit: number;
  readonly logLevel: LogLevel;
  readonly adminIds: readonly string[];
  /** An e-mail address that people who ask for help are told. */
  readonly supportAddress: string | undefined;
  readonly catalogFile: string | undefined;
  readonly peopleFile: string | undefined;
  readonly directory: 'local' | 'graph';
  readonly graphBase: string | undefined;
  readonly payments: 'sandbox' | StripeAccount;
  /**
   * What links are signed with: SIGNING_SECRET, else a key drawn from the bot's password, which every replica has and
   * a restart keeps. Unset: neither is there, and one is drawn by chance and kept in the store.
   */
  readonly signingSecret: string | undefined;
  readonly openIdMetadataUrl: string | undefined;
  readonly tokenIssuer: string | undefined;
}

/** What somebody left blank in a settings file was not set. */
const withoutBlanks = (env: NodeJS.ProcessEnv): SetVariables => {
  const set: { -readonly [Name in keyof SetVariables]: string } = {};
  for (const name of VARIABLE_NAMES) {
    const value = env[name]?.trim();
    if (value) set[name] = value;
  }
  return set;
};

/**
 * The configuration an environment asks for, or every fault in it, each a sentence that names its variable. No fault
 * repeats a value, so none can give a secret away.
 */
export const readConfig = (env: NodeJS.ProcessEnv): Result<Config, readonly string[]> => {
  const set = withoutBlanks(env);
  const read = VARIABLES.safeParse(set);
  const faults = read.success ? [] : read.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}.`);
  faults.push(...faultsAcross(set));
  return read.success && faults.length === 0 ? ok(configOf(read.data)) : fail(faults);
};

/** Where the data is, or what is wrong with that alone. */
export const readStorePlace = (
  env: NodeJS.ProcessEnv,
): Result<Pick<Config, 'dataDir' | 'mongodbUri'>, readonly string[]> => {
  const { DATA_DIR, MONGODB_URI } = withoutBlanks(env);
  const read = readConfig({ DATA_DIR, MONGODB_URI });
  return read.ok ? ok({ dataDir: read.value.dataDir, mongodbUri: read.value.mongodbUri }) : read;
};

const configOf = (v: Variables): Config => {
  const bot = credentialsOf(v);
  const demoData = v.DEMO_DATA === '1';
  return {
    production: v.NODE_ENV === 'production',
    port: v.PORT ?? 3978,
    host: v.HOST ?? (bot ? '0.0.0.0' : '127.0.0.1'),
    dataDir: v.DATA_DIR ?? './data',
    mongodbUri: v.MONGODB_URI,
    demoData,
    bot,
    publicUrl: v.PUBLIC_URL?.replace(/\/+$/, ''),
    rateLimit: v.RATE_LIMIT ?? (demoData ? 0 : 60),
    logLevel: v.LOG_LEVEL ?? 'info',
    adminIds: listOf(v.ADMIN_IDS),
    supportAddress: v.SUPPORT_ADDRESS,
    catalogFile: v.CATALOG_FILE,
    peopleFile: v.PEOPLE_FILE,
    directory: v.DIRECTORY ?? 'local',
    graphBase: v.GRAPH_BASE?.replace(/\/+$/, ''),
    payments: paymentsOf(v),
    signingSecret: v.SIGNING_SECRET ?? drawnFrom(bot?.password),
    openIdMetadataUrl: v.OPENID_METADATA_URL,
    tokenIssuer: v.TOKEN_ISSUER,
  };
};

const credentialsOf = (v: Variables): BotCredentials | undefined =>
  v.MicrosoftAppId === undefined
    ? undefined
    : {
        type: v.MicrosoftAppType ?? 'MultiTenant',
        appId: v.MicrosoftAppId,
        password: v.MicrosoftAppPassword,
        tenantId: v.MicrosoftAppTenantId,
      };

const paymentsOf = (v: Variables): Config['payments'] => {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_BASE: base } = v;
  if (v.PAYMENTS !== 'stripe' || secretKey === undefined || webhookSecret === undefined) return 'sandbox';
  return { secretKey, webhookSecret, apiBase: base?.replace(/\/+$/, '') };
};

const listOf = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '');

const drawnFrom = (password: string | undefined): string | undefined =>
  password === undefined ? undefined : Buffer.from(hkdfSync('sha256', password, '', 'links', 32)).toString('base64url');

import { z } from 'zod';

export type LogLevel = z.infer<typeof LOG_LEVELS>;

const LOG_LEVELS = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
  error: 'must be one of fatal, error, warn, info, debug, trace, silent',
});

const text = z.string().optional();

const wholeNumber = (min: number, max: number, error: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .refine(value => value >= min && value <= max, error)
    .optional();

const url = (...protocols: readonly string[]) =>
  z
    .string()
    .refine(
      value => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must be an address that starts with ${protocols.map(protocol => `${protocol}//`).join(' or ')}`,
    )
    .optional();

const web = url('http:', 'https:');

/** Capitals do not matter, as they do not to the Bot Framework's own tools. */
const appType = z
  .string()
  .transform(value => value.toLowerCase())
  .pipe(
    z.enum(['multitenant', 'singletenant', 'userassignedmsi'], 'must be MultiTenant, SingleTenant or UserAssignedMSI'),
  )
  .transform(
    value =>
      (({ multitenant: 'MultiTenant', singletenant: 'SingleTenant', userassignedmsi: 'UserAssignedMSI' }) as const)[
        value
      ],
  )
  .optional();

/** Every variable the bot reads, each by itself; what holds between them is in the rules. */
export const VARIABLES = z.object({
  NODE_ENV: text,
  PORT: wholeNumber(0, 65_535, 'must be a whole number from 0 to 65535'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an IP address')
    .optional(),
  DATA_DIR: text,
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/./, 'must start with mongodb:// or mongodb+srv://')
    .optional(),
  DEMO_DATA: z.enum(['0', '1'], 'must be 1 or 0').optional(),
  MicrosoftAppType: appType,
  MicrosoftAppId: text,
  MicrosoftAppPassword: text,
  MicrosoftAppTenantId: text,
  PUBLIC_URL: web,
  PAYMENTS: z.enum(['sandbox', 'stripe'], 'must be sandbox or stripe').optional(),
  STRIPE_SECRET_KEY: text,
  STRIPE_WEBHOOK_SECRET: text,
  STRIPE_API_BASE: web,
  DIRECTORY: z.enum(['local', 'graph'], 'must be local or graph').optional(),
  PEOPLE_FILE: text,
  GRAPH_BASE: web,
  CATALOG_FILE: text,
  ADMIN_IDS: text,
  SUPPORT_ADDRESS: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address')
    .optional(),
  LOG_LEVEL: LOG_LEVELS.optional(),
  SIGNING_SECRET: text,
  RATE_LIMIT: wholeNumber(0, 1_000_000, 'must be a whole number from 0 (no limit) to 1000000'),
  OPENID_METADATA_URL: web,
  TOKEN_ISSUER: text,
});

/** What the variables say once read. */
export type Variables = z.infer<typeof VARIABLES>;

/** The variables that are set, as they were written. */
export type SetVariables = { readonly [Name in keyof Variables]?: string };

export const VARIABLE_NAMES = VARIABLES.keyof().options;

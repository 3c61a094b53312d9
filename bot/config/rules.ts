import type { SetVariables } from './variables';

/** Whether a host stands for this machine alone. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);

/** What is wrong between variables that may each be right by themselves; one sentence a fault. */
export const faultsAcross = (set: SetVariables): string[] => [
  ...identityFaults(set),
  ...credentialFaults(set),
  ...tokenFaults(set),
  ...directoryFaults(set),
  ...paymentFaults(set),
  ...secretFaults(set),
];

const isProduction = (set: SetVariables): boolean => set.NODE_ENV === 'production';

const isManagedIdentity = (set: SetVariables): boolean => set.MicrosoftAppType?.toLowerCase() === 'userassignedmsi';

function* identityFaults(set: SetVariables): Iterable<string> {
  if (set.MicrosoftAppId) return;
  if (isProduction(set))
    yield 'MicrosoftAppId must be set when NODE_ENV is production: without it anybody could speak as anybody.';
  const host = set.HOST;
  if (host && !isLoopback(host))
    yield 'HOST must be the loopback address (127.0.0.1, ::1 or localhost) unless MicrosoftAppId is set: without it no tokens are checked.';
  if (set.MicrosoftAppPassword) yield 'MicrosoftAppPassword is set but MicrosoftAppId is not: set both or neither.';
}

function* credentialFaults(set: SetVariables): Iterable<string> {
  if (!set.MicrosoftAppId) return;
  if (!isManagedIdentity(set) && !set.MicrosoftAppPassword)
    yield 'MicrosoftAppPassword must be set with MicrosoftAppId, unless MicrosoftAppType is UserAssignedMSI.';
  if (set.MicrosoftAppType?.toLowerCase() === 'singletenant' && !set.MicrosoftAppTenantId)
    yield 'MicrosoftAppTenantId must be set when MicrosoftAppType is SingleTenant.';
}

function* tokenFaults(set: SetVariables): Iterable<string> {
  const keys = set.OPENID_METADATA_URL;
  if (keys && !set.TOKEN_ISSUER) yield 'TOKEN_ISSUER must be set with OPENID_METADATA_URL: they go together.';
  if (!keys && set.TOKEN_ISSUER) yield 'OPENID_METADATA_URL must be set with TOKEN_ISSUER: they go together.';
  if (keys && isProduction(set) && URL.canParse(keys)) {
    const { protocol, hostname } = new URL(keys);
    if (protocol === 'http:' && !isLoopback(hostname))
      yield 'OPENID_METADATA_URL must start with https:// when NODE_ENV is production: whoever alters the keys on the way could speak as anybody.';
  }
}

function* directoryFaults(set: SetVariables): Iterable<string> {
  if (set.DIRECTORY !== 'graph') return;
  for (const name of ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'] as const)
    if (!set[name]) yield `${name} must be set when DIRECTORY is graph.`;
}

function* paymentFaults(set: SetVariables): Iterable<string> {
  if (set.PAYMENTS === 'stripe') {
    for (const name of ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'] as const)
      if (!set[name]) yield `${name} must be set when PAYMENTS is stripe.`;
  }
  const base = set.STRIPE_API_BASE;
  if (!base || !URL.canParse(base)) return;
  const { protocol, hostname, pathname, search } = new URL(base);
  if (protocol === 'http:' && !isLoopback(hostname))
    yield 'STRIPE_API_BASE must start with https:// unless it is this machine: the key would be there for all to read.';
  if (pathname !== '/' || search !== '') yield 'STRIPE_API_BASE must be an address without a path.';
}

const SHORTEST_SECRET = 32;

function* secretFaults(set: SetVariables): Iterable<string> {
  if (!isProduction(set)) return;
  const secret = set.SIGNING_SECRET;
  if (secret && secret.length < SHORTEST_SECRET)
    yield `SIGNING_SECRET must have at least ${SHORTEST_SECRET} characters when NODE_ENV is production.`;
  if (!secret && isManagedIdentity(set))
    yield 'SIGNING_SECRET must be set when NODE_ENV is production and MicrosoftAppType is UserAssignedMSI: there is no password to draw it from.';
}

import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { HOUR, type Instant } from '../../domain/shared/instant';

/** A key the channel signs with. Endorsements, where there are any, are the channels it may sign for. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly endorsements: readonly string[];
}

export interface SigningKeys {
  /** The key of that id, or undefined when the issuer has none. Throws when the keys cannot be fetched. */
  find(keyId: string): Promise<SigningKey | undefined>;
}

/** After this the keys are fetched anew even if they are all known. */
const KEPT_FOR = 24 * HOUR;
/** An unknown key id makes us look again, but strangers making ids up must not make us ask all the time. */
const ASKED_EVERY = 10_000;
const TIME_LIMIT = 5_000;
const SHORTEST_MODULUS = 2048;

const METADATA = z.object({ jwks_uri: z.string() });
const KEY = z.looseObject({ kid: z.string(), n: z.string(), e: z.string(), kty: z.literal('RSA') });
const KEY_SET = z.object({ keys: z.array(z.unknown()) });
const ENDORSED = z.object({ endorsements: z.array(z.string()).default([]) });

/** The keys an OpenID metadata document leads to, kept for a day and looked up again when an unknown id turns up. */
export const signingKeysAt = (metadataUrl: string, now: () => Instant = Date.now): SigningKeys => {
  let keys: ReadonlyMap<string, SigningKey> | undefined;
  /** When they were last asked for, and when they last came: a refresh that fails does not make old keys young. */
  let askedAt = Number.NEGATIVE_INFINITY;
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  const ask = async (): Promise<void> => {
    askedAt = now();
    const { jwks_uri } = METADATA.parse(await fetchJson(metadataUrl));
    if (metadataUrl.startsWith('https:') && !jwks_uri.startsWith('https:'))
      throw new Error('the OpenID metadata leads from https to an address without it');
    keys = readKeys(await fetchJson(jwks_uri));
    fetchedAt = now();
  };

  const refresh = (): Promise<void> => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };

  return {
    find: async keyId => {
      const found = keys?.get(keyId);
      if (found && now() - fetchedAt < KEPT_FOR) return found;
      if (asking || now() - askedAt >= ASKED_EVERY)
        await refresh().catch(failure => rethrowUnless(keys !== undefined, failure));
      if (!keys) throw new Error('the signing keys could not be fetched');
      return keys.get(keyId);
    },
  };
};

/** Old keys are better than none while the issuer cannot be reached. */
const rethrowUnless = (fine: boolean, failure: unknown): void => {
  if (!fine) throw failure;
};

const fetchJson = async (url: string): Promise<unknown> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIME_LIMIT), redirect: 'error' });
  if (!response.ok) throw new Error(`the signing keys could not be fetched: status ${response.status}`);
  return response.json();
};

/** One key that is none must not cost us the others. */
const publicKeyOf = (key: { readonly kty: string; readonly n: string; readonly e: string }): KeyObject | undefined => {
  try {
    return createPublicKey({ format: 'jwk', key });
  } catch {
    return undefined;
  }
};

const readKeys = (body: unknown): ReadonlyMap<string, SigningKey> => {
  const keys = new Map<string, SigningKey>();
  for (const entry of KEY_SET.parse(body).keys) {
    const jwk = KEY.safeParse(entry);
    if (!jwk.success) continue;
    const { kid, kty, n, e } = jwk.data;
    const key = publicKeyOf({ kty, n, e });
    if (!key || (key.asymmetricKeyDetails?.modulusLength ?? 0) < SHORTEST_MODULUS) continue;
    keys.set(kid, { key, endorsements: ENDORSED.catch({ endorsements: [] }).parse(entry).endorsements });
  }
  return keys;
};

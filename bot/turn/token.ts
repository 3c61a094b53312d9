import { verify } from 'node:crypto';
import { z } from 'zod';
import { type Instant, MINUTE } from '../../domain/shared/instant';
import { fail, ok, type Result } from '../../domain/shared/result';
import type { SigningKey, SigningKeys } from './signing-keys';

/** Why a token is not taken. For the log and the metrics; the caller learns nothing but that it was refused. */
export type TokenRefusal =
  | 'no_token'
  | 'malformed'
  | 'algorithm'
  | 'unknown_key'
  | 'signature'
  | 'expired'
  | 'not_yet_valid'
  | 'issuer'
  | 'audience'
  | 'service_url'
  | 'channel';

export type Claims = z.infer<typeof CLAIMS>;

export interface VerifiedToken {
  readonly claims: Claims;
  readonly key: SigningKey;
}

const HEADER = z.object({ alg: z.string(), kid: z.string(), crit: z.undefined().optional() });
const CLAIMS = z.looseObject({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string().optional(),
  appid: z.string().optional(),
  azp: z.string().optional(),
});

const DIGESTS: ReadonlyMap<string, string> = new Map([
  ['RS256', 'sha256'],
  ['RS384', 'sha384'],
  ['RS512', 'sha512'],
]);

/** What the clocks of the channel and ours may differ by, as the Bot Framework's documentation has it. */
const SKEW = 5 * MINUTE;

/** The token of an `Authorization: Bearer` header. */
export const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(header ?? '')?.[1];

/** The claims of a token as it says, proving nothing; undefined when it is not a token. */
export const peek = (token: string): Claims | undefined => CLAIMS.safeParse(partOf(token, 1)).data;

/** Checks who signed a token and when it is good; who issued it, and to whom, is for the caller to judge. */
export interface TokenVerifier {
  /** Throws when the keys cannot be fetched. */
  verify(token: string): Promise<Result<VerifiedToken, TokenRefusal>>;
}

/** The channel sends the same token for an hour, and checking a signature costs as much as half a turn. */
const MOST_SEEN = 1_000;

export const createTokenVerifier = (keys: SigningKeys, now: () => Instant): TokenVerifier => {
  const seen = new Map<string, VerifiedToken & { readonly keyId: string }>();

  const signed = async (token: string): Promise<Result<VerifiedToken, TokenRefusal>> => {
    const header = HEADER.safeParse(partOf(token, 0));
    const claims = peek(token);
    if (!header.success || !claims) return fail('malformed');
    const digest = DIGESTS.get(header.data.alg);
    if (!digest) return fail('algorithm');
    const keyId = header.data.kid;
    const key = await keys.find(keyId);
    if (!key) return fail('unknown_key');
    if (!isSignedBy(token, key, digest)) return fail('signature');
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.set(token, { claims, key, keyId });
    return ok({ claims, key });
  };

  return {
    verify: async token => {
      const known = seen.get(token);
      const isStillSigned = known !== undefined && (await keys.find(known.keyId)) === known.key;
      const verified = isStillSigned ? ok(known) : await signed(token);
      const untimely = verified.ok ? untimeliness(verified.value.claims, now()) : undefined;
      return untimely ? fail(untimely) : verified;
    },
  };
};

const untimeliness = ({ exp, nbf }: Claims, now: Instant): TokenRefusal | undefined => {
  if (now > exp * 1000 + SKEW) return 'expired';
  return nbf !== undefined && now < nbf * 1000 - SKEW ? 'not_yet_valid' : undefined;
};

const isSignedBy = (token: string, { key }: SigningKey, digest: string): boolean => {
  const end = token.lastIndexOf('.');
  const signature = Buffer.from(token.slice(end + 1), 'base64url');
  return verify(digest, Buffer.from(token.slice(0, end)), key, signature);
};

const partOf = (token: string, index: 0 | 1): unknown => {
  try {
    return JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString());
  } catch {
    return undefined;
  }
};

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

/**
 * The claims of a token that one of the keys has signed and whose time it is. Who issued it, and to whom, is for the
 * caller to judge. Throws when the keys cannot be fetched.
 */
export const verifyToken = async (
  token: string,
  keys: SigningKeys,
  now: Instant,
): Promise<Result<VerifiedToken, TokenRefusal>> => {
  const header = HEADER.safeParse(partOf(token, 0));
  const claims = peek(token);
  if (!header.success || !claims) return fail('malformed');
  const digest = DIGESTS.get(header.data.alg);
  if (!digest) return fail('algorithm');
  const key = await keys.find(header.data.kid);
  if (!key) return fail('unknown_key');
  if (!isSignedBy(token, key, digest)) return fail('signature');
  if (now > claims.exp * 1000 + SKEW) return fail('expired');
  if (claims.nbf !== undefined && now < claims.nbf * 1000 - SKEW) return fail('not_yet_valid');
  return ok({ claims, key });
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

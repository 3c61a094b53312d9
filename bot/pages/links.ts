import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Locale, locales } from '../../cards/words';
import type { PersonId, TenantId } from '../../domain/shared/ids';
import { DAY, HOUR, type Instant, MINUTE } from '../../domain/shared/instant';
import { fail, ok, type Result } from '../../domain/shared/result';

/** The pages that open by a link alone, and where each of them is. */
const PATHS = { invoice: 'invoices', payment_method: 'payment-methods', export: 'exports' } as const;

export type LinkKind = keyof typeof PATHS;

/** How long a link opens, in milliseconds: an answer in a chat may be read the next day, a form is filled in at once. */
export const LIFETIMES: Readonly<Record<LinkKind, number>> = {
  invoice: DAY,
  payment_method: 15 * MINUTE,
  export: HOUR,
};

/** What a link lets whoever holds it see, and in whose name. It is signed, not secret: it holds ids alone. */
export interface Claim {
  readonly kind: LinkKind;
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  /** Of what, such as the number of an invoice; what it means is up to the page. */
  readonly subject: string;
  /** The language and the time zone in which the person asked for it. */
  readonly locale: Locale;
  readonly timeZone: string;
  /** From then on it opens no more. */
  readonly expiresAt: Instant;
}

/** `forged`: not signed with our secret, cut, of another kind of page, or no token at all. */
export type LinkFault = 'forged' | 'expired';

export interface Links {
  /** The token of a claim, of letters, digits, `-`, `_` and `.`, fit for a part of a path. */
  sign(claim: Claim): string;
  /** The claim of a token of this kind, as it was signed. Never throws, whatever the token is. */
  read(token: string, kind: LinkKind, now: Instant): Result<Claim, LinkFault>;
}

/** Names the form of what is signed, so that a later form is never taken for this one. */
const VERSION = '1';
const TOKEN = /^1\.([\w-]+)\.([\w-]{43})$/;

export const createLinks = (secret: string): Links => {
  const seal = (signed: string): string => createHmac('sha256', secret).update(`link.${signed}`).digest('base64url');
  return {
    sign: ({ kind, tenantId, personId, subject, locale, timeZone, expiresAt }) => {
      const fields = [kind, tenantId, personId, subject, locale, timeZone, expiresAt];
      const signed = `${VERSION}.${Buffer.from(JSON.stringify(fields)).toString('base64url')}`;
      return `${signed}.${seal(signed)}`;
    },
    read: (token, kind, now) => {
      const [, payload, sealed] = TOKEN.exec(token) ?? [];
      if (payload === undefined || sealed === undefined) return fail('forged');
      if (!timingSafeEqual(Buffer.from(sealed), Buffer.from(seal(`${VERSION}.${payload}`)))) return fail('forged');
      // Only what was signed here comes so far, so it is of the shape it was given.
      const claim = claimOf(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
      if (claim?.kind !== kind) return fail('forged');
      return now < claim.expiresAt ? ok(claim) : fail('expired');
    },
  };
};

const claimOf = (fields: unknown): Claim | undefined => {
  if (!Array.isArray(fields)) return undefined;
  const [kind, tenantId, personId, subject, locale, timeZone, expiresAt]: readonly unknown[] = fields;
  const texts = [tenantId, personId, subject, timeZone];
  if (!isKind(kind) || !isLocale(locale) || typeof expiresAt !== 'number') return undefined;
  if (!texts.every(text => typeof text === 'string')) return undefined;
  return {
    kind,
    locale,
    expiresAt,
    tenantId: String(tenantId),
    personId: String(personId),
    subject: String(subject),
    timeZone: String(timeZone),
  };
};

const isKind = (value: unknown): value is LinkKind => typeof value === 'string' && Object.hasOwn(PATHS, value);

const isLocale = (value: unknown): value is Locale => locales.some(locale => locale === value);

/** Where the page of a token is; `publicUrl` has no slash at its end. */
export const linkTo = (publicUrl: string, kind: LinkKind, token: string): string =>
  `${publicUrl}/${PATHS[kind]}/${token}`;

/** The route of a kind of page. */
export const routeOf = (kind: LinkKind): string => `/${PATHS[kind]}/:token`;

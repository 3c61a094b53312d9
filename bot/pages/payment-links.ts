import { z } from 'zod';
import type { Locale } from '../../cards/words';
import type { PageLink, PagePurpose } from '../../domain/app/give-card';
import type { Actor } from '../../domain/app/services';
import type { Instant } from '../../domain/shared/instant';
import { fail, ok, type Result } from '../../domain/shared/result';
import { LIFETIMES, type LinkFault, type Links, linkTo } from './links';

export interface PaymentLinkParts {
  readonly links: Links;
  /** Without a slash at its end; known once the server listens. */
  readonly publicUrl: () => string;
  readonly newId: () => string;
  readonly now: () => Instant;
}

/** Makes the address of the payment page for one person and purpose. */
export type NewPaymentLink = (
  actor: Actor,
  locale: Locale,
  purpose: PagePurpose,
) => { readonly id: string; readonly url: string };

export const createPaymentLinks =
  ({ links, publicUrl, newId, now }: PaymentLinkParts): NewPaymentLink =>
  ({ tenantId, personId }, locale, purpose) => {
    const id = newId();
    const token = links.sign({
      kind: 'payment_method',
      tenantId,
      personId,
      locale,
      timeZone: 'UTC',
      subject: JSON.stringify([id, purpose.type, targetOf(purpose)]),
      expiresAt: now() + LIFETIMES.payment_method,
    });
    return { id, url: linkTo(publicUrl(), 'payment_method', token) };
  };

const targetOf = (purpose: PagePurpose): string => {
  switch (purpose.type) {
    case 'add':
      return '';
    case 'update':
      return purpose.paymentMethodId;
    case 'replace':
      return purpose.billingProfileId;
  }
};

const subjectSchema = z.tuple([z.string(), z.enum(['add', 'update', 'replace']), z.string()]);

export interface ReadPaymentLink extends PageLink {
  readonly locale: Locale;
}

/** What a token of the payment page says; never throws, whatever the token is. */
export const readPaymentLink = (links: Links, token: string, now: Instant): Result<ReadPaymentLink, LinkFault> => {
  const read = links.read(token, 'payment_method', now);
  if (!read.ok) return read;
  const { tenantId, personId, subject, locale, expiresAt } = read.value;
  const parts = subjectSchema.safeParse(parsed(subject)).data;
  if (!parts) return fail('forged');
  const [id, type, target] = parts;
  return ok({ id, actor: { tenantId, personId }, locale, expiresAt, purpose: purposeOf(type, target) });
};

const parsed = (subject: string): unknown => {
  try {
    return JSON.parse(subject);
  } catch {
    return undefined;
  }
};

const purposeOf = (type: PagePurpose['type'], target: string): PagePurpose => {
  switch (type) {
    case 'add':
      return { type };
    case 'update':
      return { type, paymentMethodId: target };
    case 'replace':
      return { type, billingProfileId: target };
  }
};

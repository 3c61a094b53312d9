import type { PaymentMethod } from '../billing/account';
import type { HostedIntake, HostedRequest } from '../payments/port';
import { DAY, type Instant } from '../shared/instant';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import { loadAccount } from './accounts';
import { type FirstProfile, type Opened, onceWith, openLink, ownerOf, type PageLink } from './give-card';
import type { Services } from './services';

/** Who was sent to the gateway's own page, and what for: all that is needed when they do not come back themselves. */
export interface VisitRecord {
  readonly tenantId: string;
  readonly link: PageLink;
  readonly locale: HostedRequest['locale'];
  readonly begunAt: Instant;
}

/** A gateway tells of a visit again and again for some days; what comes later than this is not acted on. */
const TOLD_WITHIN = 7 * DAY;

/**
 * Where to send the browser for a gateway that takes cards on a page of its own. After a visit that came to nothing
 * (`after`) it is another visit; else it is the same one, however often the link is opened.
 */
export const beginVisit = async (
  services: Services,
  intake: HostedIntake,
  link: PageLink,
  back: Pick<HostedRequest, 'locale' | 'returnUrl' | 'cancelUrl'> & { readonly after?: string | undefined },
): Promise<Result<string, Refusal>> => {
  const opened = await openLink(services, link);
  if (!opened.ok) return opened;
  const { updates } = opened.value;
  const { after, ...where } = back;
  const { expiresAt } = link;
  const idempotencyKey = after === undefined ? link.id : `${link.id}:${after}`;
  const begun = await intake.begin({ ...ownerOf(link), ...where, updates, idempotencyKey, expiresAt });
  if (begun.type !== 'ready') return fail({ code: 'GATEWAY_SILENT' });
  const { id, actor, purpose } = link;
  await services.store.visits.keep<VisitRecord>(begun.visit, {
    tenantId: actor.tenantId,
    link: { id, actor, purpose, expiresAt },
    locale: back.locale,
    begunAt: services.now(),
  });
  return ok(begun.url);
};

/** What came of a visit to the gateway's own page. */
export const finishVisit = (
  services: Services,
  intake: HostedIntake,
  link: PageLink,
  { visit, firstProfile }: { readonly visit: string; readonly firstProfile: FirstProfile },
): Promise<Result<PaymentMethod, Refusal>> =>
  onceWith(services, link, firstProfile, () => intake.finish(ownerOf(link), visit), {
    visit,
    until: link.expiresAt + TOLD_WITHIN + DAY,
  });

/** What a visit has brought already, whoever brought it to its end; undefined: nothing that is on file. */
export const broughtBy = async (
  services: Services,
  link: PageLink,
  visit: string,
): Promise<{ readonly opened: Opened; readonly card: PaymentMethod } | undefined> => {
  const account = await loadAccount(services, link.actor);
  const brought = account.usedLinks?.find(({ id }) => id === link.id)?.brought;
  const card =
    brought?.visit === visit ? account.paymentMethods.find(({ id }) => id === brought.paymentMethodId) : undefined;
  const { purpose } = link;
  const profileId = purpose.type === 'replace' ? purpose.billingProfileId : undefined;
  const profile = account.billingProfiles.find(({ id }) => id === profileId);
  return card && { opened: { account, profile }, card };
};

/** A card that came on file though nobody came back with it, and who is to be told so. */
export interface Brought {
  readonly link: PageLink & Pick<VisitRecord, 'locale'>;
  readonly card: PaymentMethod;
}

/**
 * Brings a visit to its end for somebody who did not come back from the gateway's page. Whose it is and what for was
 * written down here when they were sent there; whether it brought a card, the gateway is asked. Undefined: it brought
 * none, or it has been brought to its end before. Throws when the gateway or the store does not answer.
 */
export const finishHeard = async (
  services: Services,
  visit: string,
  firstProfile: (locale: VisitRecord['locale']) => FirstProfile,
): Promise<Brought | undefined> => {
  const { intake } = services;
  const begun = await services.store.visits.find<VisitRecord>(visit);
  if (intake.type !== 'hosted' || !begun || services.now() > begun.begunAt + TOLD_WITHIN) return undefined;
  const { link, locale } = begun;
  const finished = await finishVisit(services, intake, link, { visit, firstProfile: firstProfile(locale) });
  if (finished.ok) return { link: { ...link, locale }, card: finished.value };
  if (finished.error.code === 'GATEWAY_SILENT' || finished.error.code === 'BUSY') {
    throw new Error(`a visit could not be brought to its end: ${finished.error.code}`);
  }
  return undefined;
};

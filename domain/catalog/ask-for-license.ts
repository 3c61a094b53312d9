import type { ProductId, RequestId, TenantId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Person } from '../shared/person';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import { isTotal, LARGEST_TOTAL } from '../subscription/totals';
import type { Product } from './catalog';
import { type LicenseRequest, stateOf } from './license-request';
import { wayWithoutAsking } from './offer';
import type { PolicyValue } from './policy';

/** All that the decision to take a request may know. */
export interface AskFacts {
  readonly now: Instant;
  readonly tenantId: TenantId;
  readonly requestId: RequestId;
  /** Who asks, as the directory has them; none: not of this tenant. */
  readonly person: Person | undefined;
  readonly product: Product | undefined;
  readonly policy: PolicyValue;
  /** Whether they have a trial of the product, running or ended. */
  readonly hasTrial: boolean;
  /** Whether there is an admin besides them. */
  readonly canBeAnswered: boolean;
  /** What they asked for before. */
  readonly requests: readonly LicenseRequest[];
}

export interface AskForLicense {
  readonly productId: ProductId;
  readonly quantity: number;
  readonly message?: string | undefined;
}

/** `isNew` false: there is one of the product already that is open or approved, and it stays as it is. */
export interface Asked {
  readonly request: LicenseRequest;
  readonly isNew: boolean;
}

/** The one request of a product that still counts: nobody has two at a time. */
export const standing = (
  requests: readonly LicenseRequest[],
  productId: ProductId,
  now: Instant,
): LicenseRequest | undefined =>
  requests.find(request => request.productId === productId && ['open', 'approved'].includes(stateOf(request, now)));

/**
 * A new request, or the one there is. Whoever may buy, or may try it where only trials are allowed, does not ask; an
 * approval that was not used yet is one's leave to buy. Refusals: PRODUCT_NOT_SOLD, GUEST_CANNOT_BUY, MAY_BUY,
 * NOBODY_TO_ANSWER, TOTAL_OUT_OF_RANGE.
 */
export const askForLicense = (command: AskForLicense, facts: AskFacts): Result<Asked, Refusal> => {
  const { productId, quantity, message } = command;
  const { now, tenantId, requestId: id, person, product, requests } = facts;
  if (!product) return fail({ code: 'PRODUCT_NOT_SOLD' });
  if (person?.userType !== 'member') return fail({ code: 'GUEST_CANNOT_BUY' });
  const how = wayWithoutAsking(product, facts);
  if (how) return fail({ code: 'MAY_BUY', how });
  const there = standing(requests, productId, now);
  if (there) return ok({ request: there, isNew: false });
  if (!facts.canBeAnswered) return fail({ code: 'NOBODY_TO_ANSWER' });
  if (!isTotal(quantity)) return fail({ code: 'TOTAL_OUT_OF_RANGE', limit: LARGEST_TOTAL });
  return ok({
    request: { tenantId, id, personId: person.id, productId, quantity, at: now, ...(message ? { message } : {}) },
    isNew: true,
  });
};

/** The request taken back by who made it; done twice, it is the same. Refusals: REQUEST_ENDED. */
export const withdrawRequest = (request: LicenseRequest, now: Instant): Result<LicenseRequest, Refusal> => {
  const state = stateOf(request, now);
  if (state === 'withdrawn') return ok(request);
  return state === 'open' ? ok({ ...request, withdrawnAt: now }) : fail({ code: 'REQUEST_ENDED', state });
};

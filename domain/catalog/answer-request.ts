import type { PersonId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import { type ApprovedOrder, type LicenseRequest, stateOf } from './license-request';

export interface AnswerRequest {
  readonly by: PersonId;
  readonly approved: boolean;
  readonly message?: string | undefined;
}

/**
 * The request with the answer of an admin, who is not the one who asks. The first answer stays; the same one by the same
 * admin again is a repeat. Refusals: OWN_REQUEST, REQUEST_ENDED.
 */
export const answerRequest = (
  request: LicenseRequest,
  { by, approved, message }: AnswerRequest,
  now: Instant,
): Result<LicenseRequest, Refusal> => {
  if (by === request.personId) return fail({ code: 'OWN_REQUEST' });
  const { answer } = request;
  if (answer?.by === by && answer.approved === approved) return ok(request);
  const state = stateOf(request, now);
  if (state !== 'open') return fail({ code: 'REQUEST_ENDED', state });
  return ok({ ...request, answer: { by, at: now, approved, ...(message ? { message } : {}) }, told: undefined });
};

/** Leave to place one order despite the policy. */
export interface Approval {
  readonly requestId: LicenseRequest['id'];
  /** The most licenses the order may have. */
  readonly licenses: number;
}

/** What of those requests lets an order of the product be placed now. */
export const approvalAmong = (
  requests: readonly LicenseRequest[],
  productId: LicenseRequest['productId'],
  now: Instant,
): Approval | undefined => {
  const approved = requests.find(request => request.productId === productId && stateOf(request, now) === 'approved');
  return approved && { requestId: approved.id, licenses: approved.quantity };
};

/**
 * The approval used up by an order, the same one when it was used by that very order before; undefined when it is good
 * for none any more.
 */
export const takenBy = (request: LicenseRequest, order: ApprovedOrder): LicenseRequest | undefined => {
  if (request.order) return request.order.subscriptionId === order.subscriptionId ? request : undefined;
  return stateOf(request, order.at) === 'approved' ? { ...request, order } : undefined;
};

/** The approval given back by an order that was not paid for; the same one when it never had it. */
export const givenBackBy = (request: LicenseRequest, { subscriptionId }: Pick<ApprovedOrder, 'subscriptionId'>) =>
  request.order?.subscriptionId === subscriptionId ? { ...request, order: undefined } : request;

import type { PersonId, ProductId, RequestId, SubscriptionId, TenantId } from '../shared/ids';
import { addDays, type Instant } from '../shared/instant';

/** Somebody asks to be allowed to buy what the policy of a product keeps them from buying. */
export interface LicenseRequest {
  readonly tenantId: TenantId;
  readonly id: RequestId;
  readonly personId: PersonId;
  readonly productId: ProductId;
  readonly quantity: number;
  /** Why, in their own words. */
  readonly message?: string | undefined;
  readonly at: Instant;
  readonly withdrawnAt?: Instant | undefined;
  readonly answer?: RequestAnswer | undefined;
  /** The order that uses the approval. */
  readonly order?: ApprovedOrder | undefined;
  /** When it was found to have lapsed; it had at `lapsesAt`, whether or not anybody looked. */
  readonly lapsedAt?: Instant | undefined;
  /** The latest that those concerned were told of it, of what its present state has to be told. */
  readonly told?: RequestTelling | undefined;
}

/** What an admin said to it, once and for good. */
export interface RequestAnswer {
  readonly by: PersonId;
  readonly at: Instant;
  readonly approved: boolean;
  /** In their own words. */
  readonly message?: string | undefined;
}

export interface ApprovedOrder {
  readonly subscriptionId: SubscriptionId;
  readonly at: Instant;
}

export type RequestTelling = 'asked' | 'reminder' | 'last_reminder' | 'answered' | 'lapsed';

export type RequestState = 'open' | 'approved' | 'declined' | 'withdrawn' | 'lapsed' | 'used';

/** A request waits so long for an answer, and an approval so long for its order. */
const HELD_DAYS = 30;

/** When it lapses, if nothing more becomes of it. */
export const lapsesAt = ({ at, answer }: LicenseRequest): Instant => addDays(answer?.at ?? at, HELD_DAYS);

/** How it stands; it lapses by the clock alone. */
export const stateOf = (request: LicenseRequest, now: Instant): RequestState => {
  const { withdrawnAt, answer, order, lapsedAt } = request;
  if (withdrawnAt !== undefined) return 'withdrawn';
  if (order) return 'used';
  if (answer && !answer.approved) return 'declined';
  if (lapsedAt !== undefined || now >= lapsesAt(request)) return 'lapsed';
  return answer ? 'approved' : 'open';
};

/** Whether it still waits for an answer as far as is written down, which is all that a store can look for. */
export const isUnanswered = ({ withdrawnAt, answer, lapsedAt }: LicenseRequest): boolean =>
  withdrawnAt === undefined && answer === undefined && lapsedAt === undefined;

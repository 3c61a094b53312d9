import type { BillingProfileId, OperationId, PersonId, ProductId, SubscriptionId, TenantId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Money } from '../shared/money';
import type { CancelReason } from './commands';

export type Frequency = 'monthly' | 'annual';

/** `expired`: people keep access for 30 days; `disabled`: nobody has access for 90; then `deleted` (RULES, Life). */
export type SubscriptionStatus = 'active' | 'expired' | 'disabled' | 'deleted';

/** A license given to a person, and the operation that gave it, so that undoing takes back exactly that. */
export interface Assignment {
  readonly personId: PersonId;
  readonly at: Instant;
  readonly operationId: OperationId;
}

/** One purchase of one product by one purchaser. */
export interface Subscription {
  readonly id: SubscriptionId;
  readonly tenantId: TenantId;
  readonly purchaserId: PersonId;
  readonly productId: ProductId;
  readonly billingProfileId: BillingProfileId;
  /** Licenses paid for; never fewer than `assignments`. */
  readonly total: number;
  readonly assignments: readonly Assignment[];
  readonly frequency: Frequency;
  /** Of one license for one period. */
  readonly unitPrice: Money;
  readonly status: SubscriptionStatus;
  readonly statusSince: Instant;
  /** On: renews and is charged at `periodEnd`. Off: ends there. */
  readonly recurring: boolean;
  readonly purchasedAt: Instant;
  /** The purchase or the last renewal. */
  readonly periodStart: Instant;
  readonly periodEnd: Instant;
  /** Why it was cancelled, as the purchaser said it. */
  readonly cancellation?: Cancellation | undefined;
}

export interface Cancellation {
  readonly at: Instant;
  readonly reason: CancelReason;
  readonly comment?: string | undefined;
}

export const freeLicenses = (subscription: Subscription): number =>
  subscription.total - subscription.assignments.length;

export const holds = (subscription: Subscription, personId: PersonId): boolean =>
  subscription.assignments.some(assignment => assignment.personId === personId);

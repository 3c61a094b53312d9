import type { BillingProfileId, OperationId, PersonId, ProductId, SubscriptionId, TenantId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Money } from '../shared/money';
import type { CancelReason } from './cancel-reason';

/** How often it is charged. */
export type Frequency = 'monthly' | 'annual';

/** What is agreed to: it cannot be ended before its end, and only then it renews. */
export interface Term {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * `ordered`: placed, but not paid for yet; nobody sees it. `expired`: people keep access for 30 days; `disabled`:
 * nobody has access for 90; then `deleted` (RULES, Life). An order that is not paid for becomes `deleted` as well.
 */
export type SubscriptionStatus = 'ordered' | 'active' | 'expired' | 'disabled' | 'deleted';

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
  /** None: a trial that nobody pays for. */
  readonly billingProfileId?: BillingProfileId | undefined;
  /** Licenses that may be assigned; never fewer than `assignments`. */
  readonly total: number;
  readonly assignments: readonly Assignment[];
  readonly frequency: Frequency;
  /** Of one license for one period, in a trial for the first one after it. */
  readonly unitPrice: Money;
  readonly trial: boolean;
  readonly status: SubscriptionStatus;
  readonly statusSince: Instant;
  /** On: renews at the end of its term and is charged for the next one. Off: ends there. */
  readonly recurring: boolean;
  readonly purchasedAt: Instant;
  /** What the days of renewal are counted from: the purchase, the end of the trial or the reactivation. */
  readonly countedFrom: Instant;
  /** The purchase, the last renewal or the reactivation. */
  readonly periodStart: Instant;
  readonly periodEnd: Instant;
  /** A yearly term that is paid for by the month, one period each; none: the period is the term. */
  readonly term?: Term | undefined;
  /** When the present term began to be paid for, where that was later than it began: the 7 days count from there. */
  readonly paidAt?: Instant | undefined;
  /** Charged for the present period, less what was given back of it. */
  readonly paid: Money;
  /** How many days before its end the purchaser was last reminded of the end of the present term. */
  readonly reminded?: number | undefined;
  /** Admins were told that the present term ends with licenses nobody has. */
  readonly endToldToAdmins?: true | undefined;
  /** Fewer licenses from the next renewal on. */
  readonly scheduled?: ScheduledReduction | undefined;
  /** Set while the charge of a renewal fails and is tried again. */
  readonly overdue?: Overdue | undefined;
  /** Why it was cancelled, as the purchaser said it. */
  readonly cancellation?: Cancellation | undefined;
}

export interface ScheduledReduction {
  readonly total: number;
  readonly at: Instant;
}

export interface Overdue {
  readonly since: Instant;
  /** How often the charge has failed. */
  readonly attempts: number;
}

export interface Cancellation {
  readonly at: Instant;
  readonly reason: CancelReason;
  readonly comment?: string | undefined;
}

export const freeLicenses = (subscription: Subscription): number =>
  subscription.total - subscription.assignments.length;

/** The present term is the last, and somebody could still have a license. */
export const endsUnused = (subscription: Subscription): boolean =>
  !subscription.recurring && freeLicenses(subscription) > 0;

export const holds = (subscription: Subscription, personId: PersonId): boolean =>
  subscription.assignments.some(assignment => assignment.personId === personId);

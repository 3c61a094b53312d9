import type { OperationId, PersonId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Money } from '../shared/money';
import type { CancelReason } from './cancel-reason';
import type { Term } from './subscription';

interface Happened {
  readonly at: Instant;
  readonly operationId: OperationId;
}

export interface LicensesAssigned extends Happened {
  readonly type: 'LicensesAssigned';
  readonly people: readonly PersonId[];
}

export interface LicensesUnassigned extends Happened {
  readonly type: 'LicensesUnassigned';
  readonly people: readonly PersonId[];
}

export interface SubscriptionCancelled extends Happened {
  readonly type: 'SubscriptionCancelled';
  readonly reason: CancelReason;
  readonly comment?: string | undefined;
  readonly refund: Money;
}

export interface RecurringBillingTurned extends Happened {
  readonly type: 'RecurringBillingTurned';
  readonly on: boolean;
}

/** What was ordered is paid for. */
export interface SubscriptionPurchased extends Happened {
  readonly type: 'SubscriptionPurchased';
  readonly paid: Money;
}

/** What was ordered was not paid for. */
export interface OrderRefused extends Happened {
  readonly type: 'OrderRefused';
}

/** The new total counts at once and takes the place of a reduction that was scheduled. */
export interface LicenseTotalChanged extends Happened {
  readonly type: 'LicenseTotalChanged';
  readonly total: number;
  /** Charged for it, or less than nothing when something is given back. */
  readonly cost: Money;
}

export interface LicenseReductionScheduled extends Happened {
  readonly type: 'LicenseReductionScheduled';
  readonly total: number;
  readonly from: Instant;
}

/** `held`: more people hold a license than it would have left. */
export interface LicenseReductionWithdrawn extends Happened {
  readonly type: 'LicenseReductionWithdrawn';
  readonly why: 'asked' | 'recurring_off' | 'held' | 'ended';
}

/** A new term, the first one that is paid for when a trial ends. */
export interface SubscriptionRenewed extends Happened {
  readonly type: 'SubscriptionRenewed';
  readonly total: number;
  /** Where it is paid for in instalments. */
  readonly term?: Term | undefined;
  readonly periodStart: Instant;
  readonly periodEnd: Instant;
  readonly paid: Money;
}

/** The next period of a term that is paid for in instalments. */
export interface InstalmentPaid extends Happened {
  readonly type: 'InstalmentPaid';
  readonly periodStart: Instant;
  readonly periodEnd: Instant;
  readonly paid: Money;
}

/** The end of the term is so many days away, and the purchaser is to be reminded of it. */
export interface ReminderDue extends Happened {
  readonly type: 'ReminderDue';
  readonly days: number;
}

export interface RenewalFailed extends Happened {
  readonly type: 'RenewalFailed';
  /** The bank wants the holder of the card to confirm it. */
  readonly confirm?: true | undefined;
}

/** A term ended, or its renewal was not paid for in 30 days. */
export interface SubscriptionExpired extends Happened {
  readonly type: 'SubscriptionExpired';
}

export interface SubscriptionDisabled extends Happened {
  readonly type: 'SubscriptionDisabled';
}

export interface SubscriptionDeleted extends Happened {
  readonly type: 'SubscriptionDeleted';
}

export interface SubscriptionReactivated extends Happened {
  readonly type: 'SubscriptionReactivated';
  readonly term?: Term | undefined;
  readonly periodEnd: Instant;
  readonly paid: Money;
}

export type SubscriptionEvent =
  | LicensesAssigned
  | LicensesUnassigned
  | SubscriptionCancelled
  | RecurringBillingTurned
  | SubscriptionPurchased
  | OrderRefused
  | LicenseTotalChanged
  | LicenseReductionScheduled
  | LicenseReductionWithdrawn
  | SubscriptionRenewed
  | InstalmentPaid
  | ReminderDue
  | RenewalFailed
  | SubscriptionExpired
  | SubscriptionDisabled
  | SubscriptionDeleted
  | SubscriptionReactivated;

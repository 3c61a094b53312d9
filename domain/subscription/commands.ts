import type { OperationId, PersonId, ProductId, SubscriptionId } from '../shared/ids';
import type { TotalCounts } from './agreed';
import type { CancelReason } from './cancel-reason';
import type { Frequency } from './subscription';

/** What was shown with the net amounts of a consequence, and agreed to. */
interface AgreedTax {
  /** In minor units; less than nothing for what was to come back. More is asked about again. None: nothing was agreed. */
  readonly agreedTax?: number | undefined;
}

interface OnSubscription {
  readonly subscriptionId: SubscriptionId;
  readonly operationId: OperationId;
}

export interface AssignLicense extends OnSubscription {
  readonly type: 'assign_license';
  readonly people: readonly PersonId[];
}

export interface UnassignLicense extends OnSubscription {
  readonly type: 'unassign_license';
  readonly people: readonly PersonId[];
}

export interface CancelSubscription extends OnSubscription, AgreedTax {
  readonly type: 'cancel_subscription';
  readonly reason?: CancelReason | undefined;
  readonly comment?: string | undefined;
  /** The consequence that was shown and agreed to; a worse one is asked about again. */
  readonly agreed?: AgreedConsequence | undefined;
}

export interface AgreedConsequence {
  /** Minor units. */
  readonly refund: number;
  /** People who lose access. */
  readonly holders: number;
}

export interface TurnRecurringBilling extends OnSubscription {
  readonly type: 'turn_recurring_billing';
  readonly on: boolean;
  /** Whether a reduction that is scheduled may be withdrawn, and what is not paid for may end, by it. */
  readonly withdraws?: boolean | undefined;
}

/** In minor units, what it was agreed to cost; less than nothing for what was to come back. More is asked about again. */
type AgreedCost = number;

/** The new total of licenses, never a difference. */
export interface SetLicenseTotal extends OnSubscription, AgreedTax {
  readonly type: 'set_license_total';
  readonly total: number;
  /** What it was agreed to cost and when to count; anything else is asked about again. */
  readonly agreed?: { readonly counts: TotalCounts; readonly cost: AgreedCost } | undefined;
}

/** A new term from today on, for what has ended. */
export interface ReactivateSubscription extends OnSubscription, AgreedTax {
  readonly type: 'reactivate_subscription';
  readonly agreed?: AgreedCost | undefined;
}

/** Takes back what the operation `undoes` did at once. */
export interface Undo extends OnSubscription {
  readonly type: 'undo';
  readonly undoes: OperationId;
}

/** What a purchaser may want done to a subscription, complete. */
export type SubscriptionCommand =
  | AssignLicense
  | UnassignLicense
  | CancelSubscription
  | TurnRecurringBilling
  | SetLicenseTotal
  | ReactivateSubscription
  | Undo;

/** How it is paid for. */
export interface Plan {
  readonly frequency: Frequency;
  /** A year that is paid for by the month; none: the term is as long as what is paid for at once. */
  readonly term?: 'annual' | undefined;
  readonly total: number;
}

/** A new subscription: licenses that are paid for, or those of a trial. */
export interface BuySubscription extends AgreedTax {
  readonly type: 'buy_subscription';
  readonly operationId: OperationId;
  readonly productId: ProductId;
  readonly plan: Plan | 'trial';
  readonly agreed?: AgreedCost | undefined;
}

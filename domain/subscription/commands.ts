import type { OperationId, PersonId, SubscriptionId } from '../shared/ids';

/** Why somebody cancels; the list on the card. */
export const cancelReasons = ['not_needed', 'too_expensive', 'missing_features', 'other_product', 'other'] as const;
export type CancelReason = (typeof cancelReasons)[number];

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

export interface CancelSubscription extends OnSubscription {
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
}

/** Takes back what the operation `undoes` did at once. */
export interface Undo extends OnSubscription {
  readonly type: 'undo';
  readonly undoes: OperationId;
}

/** What a purchaser may want done to a subscription, complete. */
export type SubscriptionCommand = AssignLicense | UnassignLicense | CancelSubscription | TurnRecurringBilling | Undo;

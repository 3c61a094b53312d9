import type { OperationId, PersonId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Money } from '../shared/money';
import type { CancelReason } from './commands';

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

export type SubscriptionEvent = LicensesAssigned | LicensesUnassigned | SubscriptionCancelled | RecurringBillingTurned;

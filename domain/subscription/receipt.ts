import type { OperationId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Outcome } from './outcome';

/** The stored outcome of an operation; a repeat of the operation replays it. */
export interface Receipt {
  readonly operationId: OperationId;
  readonly at: Instant;
  readonly outcome: Outcome;
}

/** Cards live long and documents must not grow: the latest operations of one subscription are remembered. */
export const RECEIPTS_KEPT = 50;

export const remember = (receipts: readonly Receipt[], receipt: Receipt): readonly Receipt[] =>
  [...receipts, receipt].slice(-RECEIPTS_KEPT);

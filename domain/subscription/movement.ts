import type { InvoiceKind } from '../billing/invoice';
import type { Instant } from '../shared/instant';
import type { Money } from '../shared/money';

/**
 * Money that moves because of a decision, and the one line of its invoice. More than nothing is charged before the
 * decision takes effect; less than nothing is given back afterwards.
 */
export interface Movement {
  readonly kind: InvoiceKind;
  readonly amount: Money;
  /** Licenses it is for. */
  readonly quantity: number;
  /** The days it is for. */
  readonly from: Instant;
  readonly to: Instant;
}

import type { Money } from '../domain/shared/money';
import type { TotalCounts } from '../domain/subscription/agreed';
import type { Billing } from './billing';

/** An order as it was shown: `10:monthly:14000`. */
export const agreedOrder = (total: number, billing: Billing, charged: Money): string =>
  `${total}:${billing}:${charged.minor}`;

interface Total {
  readonly when: TotalCounts;
  readonly total: number;
  /** Only what counts now costs anything. */
  readonly cost?: Money;
}

/** A new total as it was shown: `105:now:12345`. */
export const agreedTotal = ({ total, when, cost }: Total): string => `${total}:${when}:${cost?.minor ?? 0}`;

/** A reactivation as it was shown: `4:4000`. */
export const agreedPrice = (total: number, charged: Money): string => `${total}:${charged.minor}`;

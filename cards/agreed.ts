import type { Money } from '../domain/shared/money';
import type { TotalCounts } from '../domain/subscription/agreed';
import type { Billing } from './billing';

/** Net amounts, and behind them the tax that was shown with it; nothing where there is none. */
const and = (tax: Money | undefined): string => (tax && tax.minor !== 0 ? `:${tax.minor}` : '');

/** The tax behind what was agreed to, in minor units. */
export const taxIn = (text: string | undefined): number => Number(text ?? 0);

/** An order as it was shown: `10:monthly:14000`, with tax `10:monthly:14000:700`. */
export const agreedOrder = (total: number, billing: Billing, charged: Money, tax?: Money): string =>
  `${total}:${billing}:${charged.minor}${and(tax)}`;

interface Total {
  readonly when: TotalCounts;
  readonly total: number;
  /** Only what counts now costs anything. */
  readonly cost?: Money;
  readonly tax?: Money;
}

/** A new total as it was shown: `105:now:12345`. */
export const agreedTotal = ({ total, when, cost, tax }: Total): string =>
  `${total}:${when}:${cost?.minor ?? 0}${and(tax)}`;

/** A reactivation as it was shown: `4:4000`. */
export const agreedPrice = (total: number, charged: Money, tax?: Money): string =>
  `${total}:${charged.minor}${and(tax)}`;

/** A cancellation as it was shown: what comes back, and who loses access: `89014:2`. */
export const agreedRefund = (refund: Money, holders: number, tax?: Money): string =>
  `${refund.minor}:${holders}${and(tax)}`;

import { type Money, money, negate } from '../shared/money';

/** Of a net amount, in basis points: 500 is 5 %. */
export type TaxRate = number;

/** The whole, in basis points. */
const WHOLE = 10_000n;

/** `part / whole` of an amount, rounded half up; exact, however large they are. */
const share = (amount: number, part: bigint, whole: bigint): number =>
  Number((2n * BigInt(amount) * part + whole) / (2n * whole));

/** The tax on what is charged, rounded half up to the minor unit, once for the whole invoice. */
export const taxOn = (net: Money, rate: TaxRate): Money => money(share(net.minor, BigInt(rate), WHOLE), net.currency);

/**
 * The tax that is given back with `credit` (less than nothing, like the answer): the same part of the `tax` charged for
 * a period as the credit is of the net amount `paid` for it. So whatever the rate has become since, and however often
 * something is given back, all of it comes back with all of the net amount, and never more.
 */
export const taxBack = (credit: Money, paid: Money, tax: Money): Money => {
  const part = Math.min(-credit.minor, paid.minor);
  if (part <= 0 || tax.minor <= 0) return money(0, credit.currency);
  return negate(money(share(tax.minor, BigInt(part), BigInt(paid.minor)), credit.currency));
};

/** Whether a tax is what a rate makes of a net amount, or of what comes back of one: then it is off by its rounding at most. */
export const isTaxAt = (net: Money, tax: Money, rate: TaxRate): boolean =>
  tax.minor !== 0 && Math.abs(taxOn(money(Math.abs(net.minor), net.currency), rate).minor - Math.abs(tax.minor)) <= 1;

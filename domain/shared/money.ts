/** An amount in minor units (cents) of one currency: always an integer, never mixed with another currency. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

export const money = (minor: number, currency: string): Money => {
  if (!Number.isSafeInteger(minor)) throw new RangeError('money is a whole number of minor units');
  return { minor, currency };
};

export const add = (a: Money, b: Money): Money => {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not add`);
  return money(a.minor + b.minor, a.currency);
};

export const times = (amount: Money, factor: number): Money => money(amount.minor * factor, amount.currency);

export const negate = (amount: Money): Money => money(amount.minor === 0 ? 0 : -amount.minor, amount.currency);

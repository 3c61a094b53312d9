import { type Money, money } from '../shared/money';
import type { Subscription, SubscriptionStatus } from './subscription';

/** A subscription in short. */
export interface Summary
  extends Pick<Subscription, 'purchaserId' | 'productId' | 'total' | 'trial' | 'frequency' | 'unitPrice'> {
  readonly status: SubscriptionStatus;
  /** Licenses that nobody has. */
  readonly free: number;
}

/** What is spent a month and how many licenses nobody has, of a product or a department. */
export interface Total {
  readonly of: string;
  readonly spend: Money;
  readonly purchases: number;
  readonly unassigned: number;
}

export interface Totals {
  /** By product id, the dearest first. */
  readonly byProduct: readonly Total[];
  /** By department, the dearest first; an empty name: of people without one. */
  readonly byDepartment: readonly Total[];
  readonly all: Omit<Total, 'of'>;
}

/** Minor units a month; a trial costs nothing. */
export const monthlySpend = ({
  trial,
  frequency,
  unitPrice,
  total,
}: Pick<Subscription, 'trial' | 'frequency' | 'unitPrice' | 'total'>): number => {
  if (trial) return 0;
  return frequency === 'monthly' ? unitPrice.minor * total : Math.round((unitPrice.minor * total) / 12);
};

/** What groups of subscriptions come to, the dearest first; prices in another currency are not added up. */
export const totalsOf = (
  summaries: readonly Summary[],
  currency: string,
  groupOf: (summary: Summary) => string,
): readonly Total[] => {
  const groups = new Map<string, { spend: number; purchases: number; unassigned: number }>();
  for (const summary of summaries) {
    const of = groupOf(summary);
    const sum = groups.get(of) ?? { spend: 0, purchases: 0, unassigned: 0 };
    groups.set(of, {
      spend: sum.spend + (summary.unitPrice.currency === currency ? monthlySpend(summary) : 0),
      purchases: sum.purchases + 1,
      unassigned: sum.unassigned + summary.free,
    });
  }
  return [...groups]
    .map(([of, { spend, ...counts }]) => ({ of, spend: money(spend, currency), ...counts }))
    .sort((a, b) => b.spend.minor - a.spend.minor || (a.of < b.of ? -1 : 1));
};

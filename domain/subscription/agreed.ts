import type { Money } from '../shared/money';

/** When a new total counts. `unchanged`: it is so already, and at most a reduction that was scheduled is withdrawn. */
export type TotalCounts = 'now' | 'renewal' | 'unchanged';

/** Whether it would cost more than was agreed to, or give back less. Nothing was agreed to: no. */
export const isWorse = (cost: Money, agreed: number | undefined): boolean =>
  agreed !== undefined && cost.minor > agreed;

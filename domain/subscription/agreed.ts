import type { Money } from '../shared/money';

/** Whether it would cost more than was agreed to, or give back less. Nothing was agreed to: no. */
export const isWorse = (cost: Money, agreed: number | undefined): boolean =>
  agreed !== undefined && cost.minor > agreed;

/** RULES, Licenses. */
export const LARGEST_TOTAL = 10_000;

/** Whether a subscription may have so many licenses. */
export const isTotal = (total: number): boolean => Number.isInteger(total) && total >= 1 && total <= LARGEST_TOTAL;

/** What one round of looking after subscriptions and accounts came to. */
export interface LookedAfter {
  /** Charges, refunds, invoices, notices of cards and steps of life that were brought to an end. */
  readonly done: number;
  /** What the gateway will not do; tried again after a day, and a matter for a person until then. */
  readonly refused: readonly string[];
  /** What went wrong; it is tried again later. */
  readonly faults: readonly unknown[];
}

export const NOTHING_DONE: LookedAfter = { done: 0, refused: [], faults: [] };

export const plus = (one: LookedAfter, other: LookedAfter): LookedAfter => ({
  done: one.done + other.done,
  refused: [...one.refused, ...other.refused],
  faults: [...one.faults, ...other.faults],
});

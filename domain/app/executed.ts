import type { Money } from '../shared/money';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import type { Outcome } from '../subscription/outcome';
import type { Subscription } from '../subscription/subscription';
import type { SettledCharge } from './charge';

export interface Executed {
  readonly outcome: Outcome;
  readonly subscription: Subscription;
  /** True: this operation was done before, and nothing was done now. */
  readonly replayed: boolean;
  /** Whether this operation changed anything, now or when it was first done. */
  readonly changed: boolean;
  /** What moves on top of the amounts of the outcome; none: nothing. */
  readonly tax?: Money | undefined;
}

/** Why nothing was charged. */
export const notCharged = (why: {
  readonly confirm?: true | undefined;
  readonly unapproved?: true | undefined;
}): Refusal => (why.unapproved ? { code: 'APPROVAL_USED' } : { code: 'CHARGE_REFUSED', confirm: why.confirm });

/** What came of something that had to be paid for. */
export const charged = (
  { answer, current }: SettledCharge,
  outcome: Outcome,
  tax: Money,
): Result<Executed, Refusal> => {
  const { subscription, pending } = current.state;
  if (answer.type === 'refused') return fail(notCharged(answer));
  if (answer.type === 'accepted') return ok({ outcome, subscription, replayed: false, changed: true, tax });
  const amount = pending?.amount ?? { minor: 0, currency: subscription.unitPrice.currency };
  return ok({ outcome: { type: 'charge_unknown', amount }, subscription, replayed: false, changed: false });
};

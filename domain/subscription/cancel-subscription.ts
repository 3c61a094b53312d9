import type { Instant } from '../shared/instant';
import { type Money, negate, times } from '../shared/money';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import type { CancelSubscription } from './commands';
import type { Decision, Facts } from './decision';
import type { Movement } from './movement';
import { creditFor, termOf, windowEnd } from './period';
import type { Subscription } from './subscription';

/** What cancelling now would do: the prorated refund, or why it cannot be done. The card shows it before it is asked. */
export const previewCancellation = (current: Subscription, now: Instant): Result<{ refund: Money }, Refusal> => {
  const { status } = current;
  if (status !== 'active') return fail({ code: 'SUBSCRIPTION_ENDED', status });
  if (now >= windowEnd(current)) {
    return fail({ code: 'CANCEL_WINDOW_OVER', endsAt: termOf(current).end, recurring: current.recurring });
  }
  return ok({ refund: creditFor(current, times(current.unitPrice, current.total), now) });
};

/** Ends the subscription now and refunds the unused days. */
export const cancelSubscription = (command: CancelSubscription, facts: Facts, current: Subscription): Decision => {
  const preview = previewCancellation(current, facts.now);
  if (!preview.ok) return preview;
  if (!command.reason) return fail({ code: 'REASON_MISSING' });
  const { refund } = preview.value;
  const { agreed } = command;
  if (agreed && (refund.minor < agreed.refund || current.assignments.length > agreed.holders)) {
    return fail({ code: 'CONSEQUENCE_CHANGED' });
  }
  return ok({
    events: [
      {
        type: 'SubscriptionCancelled',
        reason: command.reason,
        comment: command.comment,
        refund,
        at: facts.now,
        operationId: command.operationId,
      },
    ],
    outcome: { type: 'cancelled', refund },
    ...(refund.minor > 0 ? { movement: movementOf(refund, facts.now, current) } : {}),
  });
};

const movementOf = (refund: Money, now: Instant, { total, periodEnd }: Subscription): Movement => ({
  kind: 'cancellation',
  amount: negate(refund),
  quantity: total,
  from: now,
  to: periodEnd,
});

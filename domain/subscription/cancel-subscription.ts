import { prorate } from '../billing/proration';
import { addDays, type Instant } from '../shared/instant';
import { type Money, times } from '../shared/money';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import type { CancelSubscription } from './commands';
import type { Decision, Facts } from './decision';
import type { Subscription } from './subscription';

/** RULES, Cancelling: a subscription can be ended early within 7 days of purchase or renewal. */
const CANCEL_WINDOW_DAYS = 7;

const cancelUntil = (subscription: Subscription): Instant => addDays(subscription.periodStart, CANCEL_WINDOW_DAYS);

/** What cancelling now would do: the prorated refund, or why it cannot be done. The card shows it before it is asked. */
export const previewCancellation = (current: Subscription, now: Instant): Result<{ refund: Money }, Refusal> => {
  if (current.status !== 'active') return fail({ code: 'SUBSCRIPTION_ENDED', status: current.status });
  if (now >= cancelUntil(current)) {
    return fail({ code: 'CANCEL_WINDOW_OVER', paidTo: current.periodEnd, recurring: current.recurring });
  }
  const paid = times(current.unitPrice, current.total);
  return ok({ refund: prorate(paid, current.periodStart, current.periodEnd, now) });
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
  });
};

import { fail, ok } from '../shared/result';
import type { TurnRecurringBilling } from './commands';
import type { Decision, Facts } from './decision';
import type { SubscriptionEvent } from './events';
import { hasInstalmentsLeft } from './period';
import type { Subscription } from './subscription';

/**
 * RULES, Cancelling: recurring billing can be changed only while the subscription is active; turned off, it withdraws
 * a reduction that was scheduled, and ends at once what is not paid for, if that was agreed to.
 */
export const turnRecurringBilling = (
  command: Pick<TurnRecurringBilling, 'on' | 'withdraws' | 'operationId'>,
  facts: Facts,
  current: Subscription,
): Decision => {
  const { status, recurring, scheduled, overdue } = current;
  if (status !== 'active') return fail({ code: 'SUBSCRIPTION_ENDED', status });
  const outcome = { type: 'recurring_billing', on: command.on } as const;
  if (recurring === command.on) return ok({ events: [], outcome });
  const happened = { at: facts.now, operationId: command.operationId };
  const turned: SubscriptionEvent = { type: 'RecurringBillingTurned', on: command.on, ...happened };
  const endsAtOnce = overdue !== undefined && !hasInstalmentsLeft(current);
  if (endsAtOnce && !command.on && !command.withdraws) return fail({ code: 'ENDS_AT_ONCE' });
  if (!scheduled || command.on) return ok({ events: [turned], outcome });
  if (!command.withdraws) return fail({ code: 'REDUCTION_SCHEDULED', ...scheduled });
  const withdrawn: SubscriptionEvent = { type: 'LicenseReductionWithdrawn', why: 'recurring_off', ...happened };
  return ok({ events: [turned, withdrawn], outcome: { ...outcome, withdrawn: true } });
};

import { fail, ok } from '../shared/result';
import type { TurnRecurringBilling } from './commands';
import type { Decision, Facts } from './decision';
import type { Subscription } from './subscription';

/** RULES, Cancelling: recurring billing can be changed only while the subscription is active. */
export const turnRecurringBilling = (command: TurnRecurringBilling, facts: Facts, current: Subscription): Decision => {
  if (current.status !== 'active') return fail({ code: 'SUBSCRIPTION_ENDED', status: current.status });
  const happened = { at: facts.now, operationId: command.operationId };
  return ok({
    events: current.recurring === command.on ? [] : [{ type: 'RecurringBillingTurned', on: command.on, ...happened }],
    outcome: { type: 'recurring_billing', on: command.on },
  });
};

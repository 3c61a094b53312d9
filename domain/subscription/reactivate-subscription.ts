import { chargeable } from '../billing/account';
import { times } from '../shared/money';
import { fail, ok } from '../shared/result';
import { isWorse } from './agreed';
import type { ReactivateSubscription } from './commands';
import type { Decision, Facts } from './decision';
import { nextTerm, periodEndAfter } from './period';
import type { Subscription } from './subscription';

/** RULES, Life: what expired or was disabled is charged and gets a new term from today, with the licenses it had. */
export const reactivateSubscription = (
  command: ReactivateSubscription,
  facts: Facts,
  current: Subscription,
): Decision => {
  const { status, unitPrice, total: quantity, frequency, term } = current;
  if (status === 'active') return fail({ code: 'STILL_ACTIVE' });
  if (status !== 'expired' && status !== 'disabled') return fail({ code: 'SUBSCRIPTION_ENDED', status: 'deleted' });
  const { now } = facts;
  const charged = times(unitPrice, quantity);
  if (isWorse(charged, command.agreed)) return fail({ code: 'CONSEQUENCE_CHANGED' });
  const card = chargeable(facts.payer, now);
  if (!card.ok) return card;
  const periodEnd = periodEndAfter(now, now, frequency);
  const { operationId } = command;
  return ok({
    events: [
      {
        type: 'SubscriptionReactivated',
        periodEnd,
        paid: charged,
        at: now,
        operationId,
        term: nextTerm(term !== undefined, now, now),
      },
    ],
    outcome: { type: 'reactivated', charged },
    movement: { kind: 'reactivation', amount: charged, quantity, from: now, to: periodEnd },
  });
};

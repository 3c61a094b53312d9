import { chargeable } from '../billing/account';
import { prorate } from '../billing/proration';
import { negate, times } from '../shared/money';
import { fail, ok } from '../shared/result';
import { isWorse, type TotalCounts } from './agreed';
import type { SetLicenseTotal } from './commands';
import type { Decision, Facts } from './decision';
import type { SubscriptionEvent } from './events';
import { creditFor, termOf, windowEnd } from './period';
import type { Subscription } from './subscription';
import { isTotal, LARGEST_TOTAL } from './totals';

/**
 * RULES, Licenses. More: charged for the rest of the period, and usable at once. Fewer within 7 days of purchase or
 * renewal: at once, with a credit for the rest of the period. Fewer later: from the next renewal on. Whatever is
 * entered takes the place of a reduction that was scheduled.
 */
export const setLicenseTotal = (command: SetLicenseTotal, facts: Facts, current: Subscription): Decision => {
  const refusal = refusalOf(command, facts, current);
  if (refusal) return refusal;
  const counts = countsWhen(command, facts, current);
  if (command.agreed && command.agreed.counts !== counts) return fail({ code: 'CONSEQUENCE_CHANGED' });
  if (counts === 'renewal') return fewerLater(command, facts, current);
  if (counts === 'now') return (command.total > current.total ? more : fewerNow)(command, facts, current);
  const outcome = { type: 'reduction_withdrawn', total: current.total } as const;
  const withdrawn: SubscriptionEvent = { type: 'LicenseReductionWithdrawn', why: 'asked', ...happened(command, facts) };
  return ok({ events: current.scheduled ? [withdrawn] : [], outcome });
};

const countsWhen = ({ total }: SetLicenseTotal, { now }: Facts, current: Subscription): TotalCounts => {
  if (total === current.total) return 'unchanged';
  return total > current.total || now < windowEnd(current) ? 'now' : 'renewal';
};

const happened = ({ operationId }: SetLicenseTotal, { now: at }: Facts) => ({ at, operationId });

const refusalOf = (command: SetLicenseTotal, facts: Facts, current: Subscription): Decision | undefined => {
  const { status, trial, overdue, assignments } = current;
  if (status !== 'active') return fail({ code: 'SUBSCRIPTION_ENDED', status });
  if (trial) return fail({ code: 'TRIAL_TOTAL_FIXED' });
  if (overdue) return fail({ code: 'PAYMENT_OVERDUE' });
  if (!isTotal(command.total)) return fail({ code: 'TOTAL_OUT_OF_RANGE', limit: LARGEST_TOTAL });
  if (!current.recurring && countsWhen(command, facts, current) === 'renewal') return fail({ code: 'RECURRING_OFF' });
  if (command.total >= assignments.length) return undefined;
  return fail({ code: 'LICENSES_HELD', held: assignments.length, total: command.total });
};

const more = (command: SetLicenseTotal, facts: Facts, current: Subscription): Decision => {
  const { total, unitPrice, periodStart, periodEnd } = current;
  const added = command.total - total;
  const cost = prorate(times(unitPrice, added), periodStart, periodEnd, facts.now);
  if (isWorse(cost, command.agreed?.cost)) return fail({ code: 'CONSEQUENCE_CHANGED' });
  const card = chargeable(facts.payer, facts.now);
  if (!card.ok) return card;
  const changed: SubscriptionEvent = {
    type: 'LicenseTotalChanged',
    total: command.total,
    cost,
    ...happened(command, facts),
  };
  const outcome = { type: 'total_changed', from: total, to: command.total, cost } as const;
  if (cost.minor === 0) return ok({ events: [changed], outcome });
  const movement = { kind: 'licenses_added', amount: cost, quantity: added, from: facts.now, to: periodEnd } as const;
  return ok({ events: [changed], outcome, movement });
};

const fewerNow = (command: SetLicenseTotal, facts: Facts, current: Subscription): Decision => {
  const { total, unitPrice, periodEnd } = current;
  const removed = total - command.total;
  const cost = negate(creditFor(current, times(unitPrice, removed), facts.now));
  if (isWorse(cost, command.agreed?.cost)) return fail({ code: 'CONSEQUENCE_CHANGED' });
  const changed: SubscriptionEvent = {
    type: 'LicenseTotalChanged',
    total: command.total,
    cost,
    ...happened(command, facts),
  };
  const outcome = { type: 'total_changed', from: total, to: command.total, cost } as const;
  if (cost.minor === 0) return ok({ events: [changed], outcome });
  const movement = {
    kind: 'licenses_removed',
    amount: cost,
    quantity: removed,
    from: facts.now,
    to: periodEnd,
  } as const;
  return ok({ events: [changed], outcome, movement });
};

const fewerLater = (command: SetLicenseTotal, facts: Facts, current: Subscription): Decision => {
  const { total: from, scheduled } = current;
  const { end: at } = termOf(current);
  const events: readonly SubscriptionEvent[] = [
    { type: 'LicenseReductionScheduled', total: command.total, from: at, ...happened(command, facts) },
  ];
  const outcome = { type: 'reduction_scheduled', from, to: command.total, at } as const;
  return ok({ events: scheduled?.total === command.total ? [] : events, outcome });
};

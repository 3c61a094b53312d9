import { DAY, type Instant } from '../../domain/shared/instant';
import type { SubscriptionCommand, TurnRecurringBilling } from '../../domain/subscription/commands';
import type { Subscription } from '../../domain/subscription/subscription';
import { members } from './world';

/**
 * RULES once more, as short as can be and in other words than the domain's: what a command must come to, as a refusal
 * code, or as what the subscription must be afterwards; `cost` is what has to be charged first.
 */
export type Expected =
  | string
  | { readonly is: Partial<Subscription>; readonly cost?: number; readonly holders?: readonly string[] };

export const expectationOf = (s: Subscription, command: SubscriptionCommand, now: Instant): Expected => {
  const held = s.assignments.map(({ personId }) => personId);
  switch (command.type) {
    case 'assign_license':
      return expectedHolders(s, held, [...new Set(command.people)]);
    case 'unassign_license':
      if (command.people.length === 0) return 'NOBODY_NAMED';
      return { is: {}, holders: held.filter(id => !command.people.includes(id)) };
    case 'turn_recurring_billing':
      return expectedRecurring(s, command);
    case 'cancel_subscription':
      if (s.status !== 'active') return 'SUBSCRIPTION_ENDED';
      return isYoung(s, now) ? { is: { status: 'disabled', recurring: false } } : 'CANCEL_WINDOW_OVER';
    case 'reactivate_subscription':
      if (s.status === 'active') return 'STILL_ACTIVE';
      return { is: { status: 'active', recurring: true, periodStart: now }, cost: s.unitPrice.minor * s.total };
    case 'set_license_total':
      return expectedTotal(s, command.total, now);
    case 'undo':
      return { is: {} };
  }
};

const expectedHolders = (s: Subscription, held: readonly string[], named: readonly string[]): Expected => {
  if (named.length === 0) return 'NOBODY_NAMED';
  if (s.status === 'disabled') return 'SUBSCRIPTION_ENDED';
  const gaining = named.filter(id => members.some(member => member === id) && !held.includes(id));
  return gaining.length > s.total - held.length ? 'TOO_FEW_LICENSES' : { is: {}, holders: [...held, ...gaining] };
};

const expectedRecurring = (s: Subscription, { on, withdraws }: TurnRecurringBilling): Expected => {
  if (s.status !== 'active') return 'SUBSCRIPTION_ENDED';
  if (!on && s.recurring && !withdraws && s.overdue && !owesMonths(s)) return 'ENDS_AT_ONCE';
  if (!on && s.recurring && !withdraws && s.scheduled) return 'REDUCTION_SCHEDULED';
  return { is: { recurring: on, ...(on ? {} : { scheduled: undefined }) } };
};

const isYoung = (s: Subscription, now: Instant): boolean =>
  now - (s.paidAt ?? s.term?.start ?? s.periodStart) < 7 * DAY;

const owesMonths = (s: Subscription): boolean => s.term !== undefined && s.term.end > s.periodEnd;

const expectedTotal = (s: Subscription, to: number, now: Instant): Expected => {
  if (s.status !== 'active') return 'SUBSCRIPTION_ENDED';
  if (s.trial) return 'TRIAL_TOTAL_FIXED';
  if (s.overdue) return 'PAYMENT_OVERDUE';
  if (to < 1 || to > 10_000) return 'TOTAL_OUT_OF_RANGE';
  const isLater = to < s.total && !isYoung(s, now);
  if (isLater && !s.recurring) return 'RECURRING_OFF';
  if (to < s.assignments.length) return 'LICENSES_HELD';
  if (to === s.total) return { is: { total: to, scheduled: undefined } };
  if (to > s.total) return { is: { total: to, scheduled: undefined }, cost: restOf(s, to - s.total, now) };
  return isLater
    ? { is: { total: s.total, scheduled: { total: to, at: s.term?.end ?? s.periodEnd } } }
    : { is: { total: to, scheduled: undefined } };
};

/** So many licenses for the days after today, to the nearest cent. */
const restOf = (s: Subscription, licenses: number, now: Instant): number => {
  const days = Math.round((s.periodEnd - s.periodStart) / DAY);
  const left = Math.max(0, days - 1 - Math.floor((now - s.periodStart) / DAY));
  return Math.floor((s.unitPrice.minor * licenses * left) / days + 0.5 + 1e-9);
};

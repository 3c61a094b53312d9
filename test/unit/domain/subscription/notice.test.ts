import type { SubscriptionEvent } from '../../../../domain/subscription/events';
import { evolve } from '../../../../domain/subscription/evolve';
import { type Notice, noticesOf } from '../../../../domain/subscription/notice';
import { heldBy } from '../../../support/domain';
import { START, subscriptionOf } from '../../../support/records';

const happened = { at: START, operationId: 'op-1' };
const failed: SubscriptionEvent = { type: 'RenewalFailed', ...happened };
const expired: SubscriptionEvent = { type: 'SubscriptionExpired', ...happened };
const withdrawn = (why: 'held' | 'asked' | 'ended'): SubscriptionEvent => ({
  ...{ type: 'LicenseReductionWithdrawn', why, ...happened },
});

/** What is told to those concerned, admins left out. */
const told = (events: readonly SubscriptionEvent[]) =>
  noticesOf(events, subscriptionOf()).filter(({ to }) => to !== 'admins');

const toPurchaser = (notice: Notice) => ({ to: 'purchaser', notice });

describe('what the purchaser is told', () => {
  test('is a renewal that failed and is tried again, and an end, but not both', () => {
    expect(told([failed])).toEqual([toPurchaser({ type: 'renewal_failed', at: START })]);
    expect(told([expired])).toEqual([toPurchaser({ type: 'expired', at: START })]);
    expect(told([failed, expired])).toEqual([toPurchaser({ type: 'expired', at: START, unpaid: true })]);
    expect(told([{ ...failed, confirm: true }, expired])).toEqual([
      toPurchaser({ type: 'expired', at: START, unpaid: true, confirm: true }),
    ]);
  });

  test('is each renewal and each month of a year, with what was charged', () => {
    const paid = { minor: 1_500, currency: 'USD' };
    const period = { periodStart: START, periodEnd: START + 1, paid, ...happened };
    expect(told([{ type: 'SubscriptionRenewed', total: 3, ...period }])).toEqual([
      toPurchaser({ type: 'renewed', paid, until: START + 1, instalment: false }),
    ]);
    expect(told([{ type: 'InstalmentPaid', ...period }])).toEqual([
      toPurchaser({ type: 'renewed', paid, until: START + 1, instalment: true }),
    ]);
  });

  test('is a reduction that could not be carried out, not one that they withdrew', () => {
    expect(told([withdrawn('held')])).toEqual([toPurchaser({ type: 'reduction_dropped' })]);
    expect(told([withdrawn('asked'), withdrawn('ended')])).toEqual([]);
  });

  test('is a reminder when it is due, and nothing of what they did themselves', () => {
    expect(told([{ type: 'ReminderDue', days: 7, ...happened }])).toEqual([
      toPurchaser({ type: 'reminder', days: 7, at: START }),
    ]);
    expect(told([{ type: 'RecurringBillingTurned', on: true, ...happened }])).toEqual([]);
  });
});

describe('who gains or loses a license', () => {
  test('is told, each of them', () => {
    const people = ['ana', 'bob'];
    expect(told([{ type: 'LicensesAssigned', people, ...happened }])).toEqual([
      { to: { people }, notice: { type: 'license_gained' } },
    ]);
    expect(told([{ type: 'LicensesUnassigned', people, ...happened }])).toEqual([
      { to: { people }, notice: { type: 'license_lost' } },
    ]);
  });

  test('is told as well when everybody loses access: at a cancellation, and 30 days after expiry', () => {
    const ended = [{ to: 'holders', notice: { type: 'access_ended' } }];
    const refund = { minor: 0, currency: 'USD' };
    expect(told([{ type: 'SubscriptionCancelled', reason: 'other', refund, ...happened }])).toEqual(ended);
    expect(told([{ type: 'SubscriptionDisabled', ...happened }])).toEqual(ended);
  });
});

describe('what admins are told', () => {
  const toldTo = (event: SubscriptionEvent, before = subscriptionOf()) =>
    noticesOf([event], before).flatMap(({ to, notice }) => (to === 'admins' ? notice : []));
  const usd = (minor: number) => ({ minor, currency: 'USD' });

  test('is each purchase, with what it cost', () => {
    expect(toldTo({ type: 'SubscriptionPurchased', paid: usd(15_000), ...happened })).toEqual([
      { type: 'admin_purchased', total: 10, charged: usd(15_000), trial: false },
    ]);
  });

  test('is each change of the total, also one that a renewal brings', () => {
    expect(toldTo({ type: 'LicenseTotalChanged', total: 12, cost: usd(900), ...happened })).toEqual([
      { type: 'admin_total_changed', from: 10, to: 12, cost: usd(900) },
    ]);
    const period = { periodStart: START, periodEnd: START + 1 };
    const renewed = { type: 'SubscriptionRenewed', paid: usd(6_000), ...period, ...happened } as const;
    expect(toldTo({ ...renewed, total: 4 })).toEqual([{ type: 'admin_total_changed', from: 10, to: 4, cost: usd(0) }]);
    expect(toldTo({ ...renewed, total: 10 })).toEqual([]);
  });

  test('is each cancellation and each failed payment', () => {
    expect(toldTo({ type: 'SubscriptionCancelled', reason: 'other', refund: usd(5), ...happened })).toEqual([
      { type: 'admin_cancelled', refund: usd(5) },
    ]);
    expect(toldTo(failed)).toEqual([{ type: 'admin_payment_failed', at: START }]);
  });

  test('of a payment that failed for the last time is that it is not tried again', () => {
    const notices = noticesOf([failed, expired], subscriptionOf()).map(({ notice }) => notice);
    expect(notices).toContainEqual({ type: 'admin_payment_failed', at: START, last: true });
  });

  test('is each reactivation, with what it cost', () => {
    const paid = usd(15_000);
    expect(toldTo({ type: 'SubscriptionReactivated', paid, periodEnd: START + 1, ...happened })).toEqual([
      { type: 'admin_purchased', total: 10, charged: paid, trial: false, again: true },
    ]);
  });

  test('is an end that comes near with licenses nobody has, once a term', () => {
    const due: SubscriptionEvent = { type: 'ReminderDue', days: 30, ...happened };
    const ends = subscriptionOf({ recurring: false, assignments: heldBy('ana') });
    expect(toldTo(due, ends)).toEqual([{ type: 'admin_expiring', endsAt: ends.periodEnd, free: 9 }]);
    expect(toldTo(due, evolve(ends, due))).toEqual([]);
    expect(toldTo(due, { ...ends, recurring: true })).toEqual([]);
    expect(toldTo(due, { ...ends, total: 1 })).toEqual([]);
  });

  test('is such an end, too, when it was not to be one at the first reminder', () => {
    const due: SubscriptionEvent = { type: 'ReminderDue', days: 30, ...happened };
    const later: SubscriptionEvent = { type: 'ReminderDue', days: 7, ...happened };
    const ends = subscriptionOf({ recurring: false, assignments: heldBy('ana') });
    expect(toldTo(later, { ...evolve({ ...ends, recurring: true }, due), recurring: false })).toHaveLength(1);
    expect(toldTo(later, { ...evolve({ ...ends, total: 1 }, due), total: 2 })).toHaveLength(1);
  });
});

import { addDays, addMonths, DAY } from '../../../../domain/shared/instant';
import { money } from '../../../../domain/shared/money';
import { evolve } from '../../../../domain/subscription/evolve';
import { lifeDueAt, liveOn } from '../../../../domain/subscription/life';
import { periodEndAfter } from '../../../../domain/subscription/period';
import type { Subscription } from '../../../../domain/subscription/subscription';
import { heldBy } from '../../../support/domain';
import { payerWith, visa } from '../../../support/payer';
import { START, subscriptionOf } from '../../../support/records';

const END = START + 31 * DAY;
const payer = payerWith();
const unpaid = { ...payerWith(), method: undefined };

/** All that is due by `now`, the charges accepted or refused as told. */
const live = (
  current: Subscription,
  now: number,
  answer: 'accepted' | 'refused' = 'accepted',
  who = payer,
): { readonly subscription: Subscription; readonly happened: readonly string[]; readonly charged: number } => {
  let subscription = current;
  const happened: string[] = [];
  let charged = 0;
  for (let step = liveOn({ now, payer: who }, subscription); step; step = liveOn({ now, payer: who }, subscription)) {
    const isRefused = step.movement !== undefined && answer === 'refused';
    const events = isRefused ? step.ifRefused : step.events;
    if (step.movement && !isRefused) charged += step.movement.amount.minor;
    happened.push(...events.map(({ type }) => type));
    subscription = events.reduce(evolve, subscription);
    if (happened.length > 100) throw new Error('it never ends');
  }
  return { subscription, happened, charged };
};

describe('a period that ends', () => {
  test('is not due before its end, and renews then', () => {
    expect(liveOn({ now: END - 1, payer }, subscriptionOf({ reminded: 1 }))).toBeUndefined();
    const { subscription, happened, charged } = live(subscriptionOf(), END);
    expect(happened).toEqual(['SubscriptionRenewed']);
    expect(charged).toBe(15_000);
    expect(subscription).toMatchObject({
      periodStart: END,
      periodEnd: addMonths(START, 2),
      paid: money(15_000, 'USD'),
    });
  });

  test('renews once for each period that was missed, in order', () => {
    const { subscription, happened, charged } = live(subscriptionOf(), addDays(addMonths(START, 3), 2));
    expect(happened).toEqual(['SubscriptionRenewed', 'SubscriptionRenewed', 'SubscriptionRenewed']);
    expect(charged).toBe(45_000);
    expect(subscription.periodEnd).toBe(addMonths(START, 4));
  });

  test('expires when recurring billing is off: access for 30 days, then 90 without, then deleted', () => {
    const off = subscriptionOf({ recurring: false });
    expect(live(off, END).subscription).toMatchObject({ status: 'expired', statusSince: END });
    expect(live(off, addDays(END, 30) - 1).subscription.status).toBe('expired');
    expect(live(off, addDays(END, 30)).subscription).toMatchObject({
      status: 'disabled',
      statusSince: addDays(END, 30),
    });
    expect(live(off, addDays(END, 120) - 1).subscription.status).toBe('disabled');
    const deleted = live(off, addDays(END, 500));
    expect(deleted.happened).toEqual(['SubscriptionExpired', 'SubscriptionDisabled', 'SubscriptionDeleted']);
    expect(deleted.subscription).toMatchObject({ status: 'deleted', statusSince: addDays(END, 120) });
    expect(lifeDueAt(deleted.subscription)).toBeUndefined();
  });

  test('has the number of licenses that was scheduled from then on', () => {
    const scheduled = subscriptionOf({ scheduled: { total: 4, at: END }, assignments: heldBy('a', 'b', 'c', 'd') });
    const { subscription, charged } = live(scheduled, END);
    expect(subscription).toMatchObject({ total: 4, scheduled: undefined });
    expect(charged).toBe(6_000);
  });

  test('keeps all licenses when more people hold one than the reduction would leave', () => {
    const scheduled = subscriptionOf({ scheduled: { total: 2, at: END }, assignments: heldBy('a', 'b', 'c') });
    const { subscription, happened, charged } = live(scheduled, END);
    expect(happened).toEqual(['LicenseReductionWithdrawn', 'SubscriptionRenewed']);
    expect(subscription).toMatchObject({ total: 10, scheduled: undefined });
    expect(charged).toBe(15_000);
  });
});

describe('a renewal that is not paid for', () => {
  test('is tried again on days 1, 3, 5, 7, 10, 15, 20, 25 and 30, and then expires', () => {
    let subscription = subscriptionOf();
    const tried: number[] = [];
    for (let day = 0; day <= 40; day++) {
      const { subscription: next, happened } = live(subscription, addDays(END, day), 'refused');
      if (happened.includes('RenewalFailed')) tried.push(day);
      subscription = next;
    }
    expect(tried).toEqual([0, 1, 3, 5, 7, 10, 15, 20, 25, 30]);
    expect(subscription).toMatchObject({ status: 'expired', statusSince: addDays(END, 30), overdue: undefined });
  });

  test('is one try a day that is due, however late the bot comes back', () => {
    const { happened } = live(subscriptionOf(), addDays(END, 20), 'refused');
    expect(happened).toEqual(['RenewalFailed']);
  });

  test('does not make up for tries that were missed, one after another', () => {
    const failed = live(subscriptionOf(), END, 'refused').subscription;
    const back = live(failed, addDays(END, 12), 'refused');
    expect(back.happened).toEqual(['RenewalFailed']);
    expect(lifeDueAt(back.subscription)).toBe(addDays(END, 15));
    expect(live(failed, addDays(END, 45), 'refused').happened.filter(type => type === 'RenewalFailed')).toHaveLength(1);
  });

  test('is renewed from where the last period ended once it is paid for', () => {
    const failed = live(subscriptionOf(), END, 'refused').subscription;
    expect(failed).toMatchObject({ status: 'active', overdue: { since: END, attempts: 1 } });
    const { subscription } = live(failed, addDays(END, 1));
    expect(subscription).toMatchObject({ periodStart: END, overdue: undefined, status: 'active' });
  });

  test('fails as well when there is no card that could be charged, and nobody is asked', () => {
    const step = liveOn({ now: END, payer: unpaid }, subscriptionOf());
    expect(step?.movement).toBeUndefined();
    expect(step?.events).toMatchObject([{ type: 'RenewalFailed' }]);
    const expired = payerWith({ ...visa, expiryYear: 2020 });
    expect(liveOn({ now: END, payer: expired }, subscriptionOf())?.movement).toBeUndefined();
  });

  test('expires at once when recurring billing is turned off meanwhile', () => {
    const failed = { ...live(subscriptionOf(), END, 'refused').subscription, recurring: false };
    const { subscription } = live(failed, addDays(END, 2), 'refused');
    expect(subscription).toMatchObject({ status: 'expired', statusSince: addDays(END, 2) });
  });

  test('withdraws what was scheduled when it expires', () => {
    const scheduled = subscriptionOf({ scheduled: { total: 4, at: END }, recurring: false });
    expect(live(scheduled, END).subscription).toMatchObject({ status: 'expired', scheduled: undefined });
  });
});

describe('reminders', () => {
  const year = subscriptionOf({ frequency: 'annual', periodEnd: Date.UTC(2027, 2, 1) });
  const endsIn = (days: number) => addDays(year.periodEnd, -days);
  const remindedOn = (current: Subscription, end: number): readonly number[] => {
    let subscription = current;
    const days: number[] = [];
    for (let left = 60; left >= 0; left--) {
      const { happened, subscription: next } = live(subscription, addDays(end, -left));
      if (happened.includes('ReminderDue')) days.push(left);
      subscription = next;
    }
    return days;
  };

  test('come 30, 7 and 1 day before a term ends or renews, once each', () => {
    expect(remindedOn(year, year.periodEnd)).toEqual([30, 7, 1]);
    expect(remindedOn({ ...year, recurring: false }, year.periodEnd)).toEqual([30, 7, 1]);
  });

  test('come 7 and 1 day before the end of a month, which has hardly begun 30 days before', () => {
    expect(remindedOn(subscriptionOf(), END)).toEqual([7, 1]);
  });

  test('begin anew with the next period', () => {
    const renewed = live(subscriptionOf({ reminded: 1 }), END).subscription;
    expect(renewed.reminded).toBeUndefined();
    expect(lifeDueAt(renewed)).toBe(addDays(renewed.periodEnd, -7));
  });

  test('that were missed are one, the latest; after the end there is none', () => {
    expect(live(year, endsIn(3))).toMatchObject({ happened: ['ReminderDue'], subscription: { reminded: 7 } });
    expect(live({ ...year, recurring: false }, year.periodEnd).happened).toEqual(['SubscriptionExpired']);
  });
});

describe('a trial', () => {
  const trial = subscriptionOf({ trial: true, paid: money(0, 'USD'), periodEnd: addDays(START, 30) });
  const ends = addDays(START, 30);

  test('becomes a paid subscription at its end, counted from there', () => {
    const { subscription, charged } = live(trial, ends);
    expect(charged).toBe(15_000);
    expect(subscription).toMatchObject({
      trial: false,
      periodStart: ends,
      periodEnd: addMonths(ends, 1),
      countedFrom: ends,
    });
  });

  test('ends when nobody can be charged, when the charge is refused, or when recurring billing is off', () => {
    expect(live(trial, ends, 'accepted', unpaid).subscription).toMatchObject({ status: 'expired', statusSince: ends });
    expect(live(trial, ends, 'refused').subscription).toMatchObject({ status: 'expired' });
    expect(live({ ...trial, recurring: false }, ends).subscription).toMatchObject({ status: 'expired' });
  });
});

describe('periods', () => {
  test('keep the day of the month they are counted from', () => {
    const january31 = Date.UTC(2026, 0, 31);
    const ends: string[] = [];
    for (let start = january31; ends.length < 4; ) {
      start = periodEndAfter(january31, start, 'monthly');
      ends.push(new Date(start).toISOString().slice(0, 10));
    }
    expect(ends).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
  });

  test('of a year end a year later, also after 29 February', () => {
    const leapDay = Date.UTC(2028, 1, 29);
    const first = periodEndAfter(leapDay, leapDay, 'annual');
    expect(first).toBe(Date.UTC(2029, 1, 28));
    expect(periodEndAfter(leapDay, Date.UTC(2031, 1, 28), 'annual')).toBe(Date.UTC(2032, 1, 29));
  });
});

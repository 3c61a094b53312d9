import { prorate } from '../../../../domain/billing/proration';
import { addDays, addMonths, DAY } from '../../../../domain/shared/instant';
import { money } from '../../../../domain/shared/money';
import { buySubscription, type SaleFacts } from '../../../../domain/subscription/buy-subscription';
import { decide } from '../../../../domain/subscription/decide';
import { evolve } from '../../../../domain/subscription/evolve';
import { lifeDueAt, liveOn } from '../../../../domain/subscription/life';
import { windowEnd } from '../../../../domain/subscription/period';
import type { Subscription } from '../../../../domain/subscription/subscription';
import { factsOf, personOf } from '../../../support/domain';
import { payerWith, visa } from '../../../support/payer';
import { START, subscriptionOf } from '../../../support/records';

const YEAR_END = addMonths(START, 12);
const payer = payerWith();
const byMonth = (also: Partial<Subscription> = {}): Subscription =>
  subscriptionOf({ term: { start: START, end: YEAR_END }, ...also });

/** Everything that is due by `now`, with charges that are taken, or refused from some moment on. */
const live = (current: Subscription, now: number, isRefused = false) => {
  let subscription = current;
  const happened: string[] = [];
  for (;;) {
    const step = liveOn({ now, payer }, subscription);
    if (!step || happened.length > 100) return { subscription, happened };
    const events = step.movement && isRefused ? step.ifRefused : step.events;
    happened.push(...events.map(({ type }) => type).filter(type => type !== 'ReminderDue'));
    subscription = events.reduce(evolve, subscription);
  }
};

const sale: SaleFacts = {
  ...{ now: START, tenantId: 'contoso', subscriptionId: 'sub-1', purchaserId: 'alex', purchaser: personOf('alex') },
  product: {
    ...{ id: 'visio', name: 'Visio Plan 1', otherNames: [], monthly: 500, annual: 5_005 },
    trial: { days: 30, licenses: 25, needsPaymentMethod: true },
  },
  ...{ currency: 'USD', policy: 'enabled', hasTrial: false, payer },
};

describe('a year that is paid by the month', () => {
  test('costs a twelfth of the yearly price a month, rounded half up, and is agreed for a year', () => {
    const plan = { frequency: 'monthly', term: 'annual', total: 3 } as const;
    const bought = buySubscription({ type: 'buy_subscription', operationId: 'op', productId: 'visio', plan }, sale);
    expect(bought).toMatchObject({
      ok: true,
      value: {
        outcome: { charged: money(3 * 417, 'USD') },
        subscription: {
          ...{ frequency: 'monthly', unitPrice: money(417, 'USD'), periodEnd: addMonths(START, 1) },
          term: { start: START, end: YEAR_END },
        },
      },
    });
  });

  test('is charged each month in order, and renews for another year at its end', () => {
    const { subscription, happened } = live(byMonth(), YEAR_END);
    expect(happened).toEqual([...Array<string>(11).fill('InstalmentPaid'), 'SubscriptionRenewed']);
    expect(subscription).toMatchObject({
      ...{ periodStart: YEAR_END, periodEnd: addMonths(START, 13) },
      term: { start: YEAR_END, end: addMonths(START, 24) },
    });
  });

  test('with recurring billing off is charged until its end all the same, and ends then', () => {
    const off = byMonth({ recurring: false });
    expect(live(off, YEAR_END - 1)).toMatchObject({
      happened: Array<string>(11).fill('InstalmentPaid'),
      subscription: { status: 'active', periodEnd: YEAR_END },
    });
    expect(live(off, YEAR_END).subscription).toMatchObject({ status: 'expired', statusSince: YEAR_END });
  });

  test('is not opened for cancelling again by an instalment', () => {
    const month3 = live(byMonth(), addMonths(START, 2)).subscription;
    expect(windowEnd(month3)).toBe(addDays(START, 7));
    const cancel = { type: 'cancel_subscription', subscriptionId: 's', operationId: 'op', reason: 'other' } as const;
    expect(decide(cancel, factsOf([], { now: addMonths(START, 2) }), month3)).toEqual({
      ok: false,
      error: { code: 'CANCEL_WINDOW_OVER', endsAt: YEAR_END, recurring: true },
    });
    const renewed = live(byMonth(), YEAR_END).subscription;
    expect(windowEnd(renewed)).toBe(addDays(YEAR_END, 7));
  });

  test('has fewer licenses only from its renewal on; the months until then are for all of them', () => {
    const now = addDays(START, 10);
    const fewer = { type: 'set_license_total', subscriptionId: 's', operationId: 'op', total: 4 } as const;
    const decided = decide(fewer, factsOf([], { now }), byMonth());
    expect(decided).toMatchObject({ ok: true, value: { outcome: { type: 'reduction_scheduled', at: YEAR_END } } });
    const reduced = decided.ok ? decided.value.events.reduce(evolve, byMonth()) : byMonth();
    expect(live(reduced, YEAR_END - 1).subscription).toMatchObject({ total: 10, paid: money(15_000, 'USD') });
    expect(live(reduced, YEAR_END).subscription).toMatchObject({ total: 4, paid: money(6_000, 'USD') });
  });

  test('charges more licenses for the rest of the month, and the next months for all of them', () => {
    const more = { type: 'set_license_total', subscriptionId: 's', operationId: 'op', total: 12 } as const;
    const decided = decide(more, { ...factsOf([], { now: addDays(START, 10) }), payer }, byMonth());
    const cost = prorate(money(3_000, 'USD'), START, addMonths(START, 1), addDays(START, 10));
    expect(decided).toMatchObject({ ok: true, value: { movement: { amount: cost, to: addMonths(START, 1) } } });
    const grown = decided.ok ? decided.value.events.reduce(evolve, byMonth()) : byMonth();
    expect(live(grown, addMonths(START, 1)).subscription.paid).toEqual(money(18_000, 'USD'));
  });

  test('is reminded of 30, 7 and 1 day before its end, not before each month', () => {
    expect(lifeDueAt(byMonth())).toBe(addMonths(START, 1));
    const last = byMonth({ periodStart: addMonths(START, 11), periodEnd: YEAR_END });
    expect(lifeDueAt(last)).toBe(addDays(YEAR_END, -30));
    expect(lifeDueAt({ ...last, reminded: 7 })).toBe(addDays(YEAR_END, -1));
  });
});

describe('a month of a year that is not paid for', () => {
  const missed = addMonths(START, 1);
  const unpaid = (also: Partial<Subscription> = {}) => live(byMonth(also), missed, true).subscription;

  test('is tried again also with recurring billing off, and turning it off does not end it at once', () => {
    const off = unpaid({ recurring: false });
    expect(off).toMatchObject({ status: 'active', overdue: { since: missed, attempts: 1 } });
    expect(lifeDueAt(off)).toBe(addDays(missed, 1));
    const turn = { type: 'turn_recurring_billing', on: false, subscriptionId: 's', operationId: 'op' } as const;
    expect(decide(turn, factsOf([], { now: missed + DAY }), unpaid())).toMatchObject({ ok: true });
  });

  test('is paid late for the month it was for', () => {
    expect(live(unpaid(), addDays(missed, 3)).subscription).toMatchObject({
      ...{ periodStart: missed, periodEnd: addMonths(START, 2), overdue: undefined },
      term: { start: START, end: YEAR_END },
    });
  });

  test('expires after 30 days, and reactivated it is agreed for a year from then on', () => {
    let current = unpaid();
    for (let day = 1; day <= 30; day++) current = live(current, addDays(missed, day), true).subscription;
    expect(current.status).toBe('expired');
    const now = addDays(missed, 31);
    const back = { type: 'reactivate_subscription', subscriptionId: 's', operationId: 'op' } as const;
    const decided = decide(back, { ...factsOf([], { now }), payer: payerWith(visa) }, current);
    expect(decided.ok && decided.value.events.reduce(evolve, current)).toMatchObject({
      ...{ status: 'active', periodStart: now, periodEnd: addMonths(now, 1) },
      term: { start: now, end: addMonths(now, 12) },
    });
  });
});

import { addDays, DAY } from '../../../../domain/shared/instant';
import { money } from '../../../../domain/shared/money';
import type { TotalCounts } from '../../../../domain/subscription/agreed';
import type { SetLicenseTotal } from '../../../../domain/subscription/commands';
import { decide } from '../../../../domain/subscription/decide';
import { evolve } from '../../../../domain/subscription/evolve';
import type { Subscription } from '../../../../domain/subscription/subscription';
import { factsOf, heldBy } from '../../../support/domain';
import { payerWith, visa } from '../../../support/payer';
import { START, subscriptionOf } from '../../../support/records';

const setTo = (total: number, cost?: number, counts: TotalCounts = 'now'): SetLicenseTotal => ({
  ...{ type: 'set_license_total', subscriptionId: 'sub-1', operationId: 'op-1', total },
  ...(cost === undefined ? {} : { agreed: { counts, cost } }),
});
const on = (day: number, payer = payerWith()) => ({ ...factsOf([], { now: addDays(START, day) }), payer });
const changedTo = (current: Subscription, total: number, day: number): Subscription => {
  const decision = decide(setTo(total), on(day), current);
  if (!decision.ok) throw new Error(decision.error.code);
  return decision.value.events.reduce(evolve, current);
};
// 10 licenses at $15.00 for the 31 days from 1 March.
const current = subscriptionOf();

describe('more licenses', () => {
  test('are charged for the days left after today, and count at once', () => {
    expect(decide(setTo(15), on(10), current)).toMatchObject({
      value: {
        // 5 × $15.00 × 20/31 = $48.387…
        events: [{ type: 'LicenseTotalChanged', total: 15, cost: money(4839, 'USD') }],
        outcome: { type: 'total_changed', from: 10, to: 15, cost: money(4839, 'USD') },
        movement: { kind: 'licenses_added', amount: money(4839, 'USD'), quantity: 5, to: current.periodEnd },
      },
    });
  });

  test('cost nothing on the last day', () => {
    const decision = decide(setTo(15), on(30), current);
    expect(decision).toMatchObject({ value: { outcome: { cost: money(0, 'USD') } } });
    expect(decision.ok && decision.value.movement).toBeUndefined();
  });

  test('need a card that can be charged', () => {
    const expired = payerWith({ ...visa, expiryYear: 2020 });
    expect(decide(setTo(15), on(10, expired), current)).toMatchObject({ error: { code: 'CARD_EXPIRED' } });
  });

  test('take the place of a reduction that was scheduled', () => {
    expect(changedTo(changedTo(current, 8, 10), 12, 11)).toMatchObject({ total: 12, scheduled: undefined });
  });

  test('are asked about again when they cost more than was agreed to', () => {
    expect(decide(setTo(15, 4838), on(10), current)).toMatchObject({ error: { code: 'CONSEQUENCE_CHANGED' } });
    expect(decide(setTo(15, 4839), on(10), current).ok).toBe(true);
  });
});

describe('fewer licenses', () => {
  test('within 7 days go at once, with a credit for the days left after today', () => {
    expect(decide(setTo(8), on(6.9), current)).toMatchObject({
      value: {
        // 2 × $15.00 × 24/31 = $23.225…
        outcome: { type: 'total_changed', from: 10, to: 8, cost: money(-2323, 'USD') },
        movement: { kind: 'licenses_removed', amount: money(-2323, 'USD'), quantity: 2 },
      },
    });
    expect(changedTo(current, 8, 0)).toMatchObject({ total: 8, paid: money(15_000 - 2903, 'USD') });
  });

  test('are asked about again when less comes back than was agreed to', () => {
    expect(decide(setTo(8, -2324), on(6), current)).toMatchObject({ error: { code: 'CONSEQUENCE_CHANGED' } });
    expect(decide(setTo(8, -2323), on(6), current).ok).toBe(true);
  });

  test('never bring back more than was paid', () => {
    const hardlyPaid = subscriptionOf({ paid: money(100, 'USD') });
    expect(decide(setTo(1), on(0), hardlyPaid)).toMatchObject({ value: { outcome: { cost: money(-100, 'USD') } } });
    const unpaid = decide(setTo(1), on(0), subscriptionOf({ paid: money(0, 'USD') }));
    expect(unpaid.ok && unpaid.value.movement).toBeUndefined();
  });

  test('after 7 days count from the renewal on, and nothing moves now', () => {
    const decision = decide(setTo(8), on(7), current);
    expect(decision).toMatchObject({
      value: { outcome: { type: 'reduction_scheduled', from: 10, to: 8, at: current.periodEnd } },
    });
    expect(decision.ok && decision.value.movement).toBeUndefined();
    expect(changedTo(current, 8, 7)).toMatchObject({ total: 10, scheduled: { total: 8, at: current.periodEnd } });
  });

  test('after 7 days need recurring billing to be on', () => {
    const off = subscriptionOf({ recurring: false });
    expect(decide(setTo(8), on(7), off)).toMatchObject({ error: { code: 'RECURRING_OFF' } });
    expect(decide(setTo(8), on(6), off).ok).toBe(true);
  });

  test('a held license cannot be reduced away', () => {
    const held = subscriptionOf({ assignments: heldBy('ana', 'bob', 'carl') });
    expect(decide(setTo(2), on(0), held)).toMatchObject({ error: { code: 'LICENSES_HELD', held: 3, total: 2 } });
    expect(decide(setTo(3), on(0), held).ok).toBe(true);
  });

  test('another reduction takes the place of the one scheduled; the same changes nothing', () => {
    const scheduled = changedTo(current, 8, 10);
    expect(changedTo(scheduled, 6, 11).scheduled?.total).toBe(6);
    expect(decide(setTo(8), on(11), scheduled)).toMatchObject({ value: { events: [] } });
  });
});

describe('the total that there is already', () => {
  test('withdraws a reduction that was scheduled, and else changes nothing', () => {
    expect(changedTo(changedTo(current, 8, 10), 10, 11).scheduled).toBeUndefined();
    expect(decide(setTo(10), on(0), current)).toMatchObject({
      value: { events: [], outcome: { type: 'reduction_withdrawn', total: 10 } },
    });
  });
});

test.each<[string, Partial<Subscription>, string]>([
  ['of what has expired', { status: 'expired' }, 'SUBSCRIPTION_ENDED'],
  ['of what is disabled', { status: 'disabled' }, 'SUBSCRIPTION_ENDED'],
  ['of a trial', { trial: true }, 'TRIAL_TOTAL_FIXED'],
  ['while the renewal is not paid for', { overdue: { since: START, attempts: 1 } }, 'PAYMENT_OVERDUE'],
])('the total %s cannot be changed', (_what, changes, code) => {
  expect(decide(setTo(12), on(0), subscriptionOf(changes))).toMatchObject({ error: { code } });
});

test.each([0, 10_001, 2.5, Number.NaN])('%d licenses are no total', total => {
  expect(decide(setTo(total), on(0), current)).toMatchObject({ error: { code: 'TOTAL_OUT_OF_RANGE' } });
});

test('what was to count now does not silently count from the renewal on, nor the other way round', () => {
  expect(decide(setTo(8, -2323, 'now'), on(7), current)).toMatchObject({ error: { code: 'CONSEQUENCE_CHANGED' } });
  expect(decide(setTo(8, 0, 'renewal'), on(6), current)).toMatchObject({ error: { code: 'CONSEQUENCE_CHANGED' } });
  expect(decide(setTo(8, 0, 'renewal'), on(7), current).ok).toBe(true);
  const grown = subscriptionOf({ total: 12 });
  expect(decide(setTo(10, 0, 'unchanged'), on(0), grown)).toMatchObject({ error: { code: 'CONSEQUENCE_CHANGED' } });
  expect(decide(setTo(12, 0, 'unchanged'), on(0), grown).ok).toBe(true);
});

test('a renewal that was paid late opens the window when it was paid', () => {
  const late = subscriptionOf({ paidAt: addDays(START, 10) });
  expect(decide(setTo(8), on(16), late)).toMatchObject({ value: { outcome: { type: 'total_changed' } } });
  expect(decide(setTo(8), on(17), late)).toMatchObject({ value: { outcome: { type: 'reduction_scheduled' } } });
});

test('what stands in the way for good is said before what could be done about it', () => {
  const held = subscriptionOf({ recurring: false, assignments: heldBy('ana', 'bob', 'carl') });
  expect(decide(setTo(2), on(7), held)).toMatchObject({ error: { code: 'RECURRING_OFF' } });
});

test('the window of 7 days opens again with a renewal', () => {
  const renewed = subscriptionOf({ periodStart: START + 31 * DAY, periodEnd: START + 61 * DAY });
  expect(decide(setTo(8), on(31 + 6), renewed)).toMatchObject({ value: { outcome: { type: 'total_changed' } } });
  expect(decide(setTo(8), on(31 + 7), renewed)).toMatchObject({ value: { outcome: { type: 'reduction_scheduled' } } });
});

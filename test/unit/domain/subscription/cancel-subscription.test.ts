import { addDays, DAY } from '../../../../domain/shared/instant';
import { money } from '../../../../domain/shared/money';
import { cancelSubscription, previewCancellation } from '../../../../domain/subscription/cancel-subscription';
import type { CancelSubscription } from '../../../../domain/subscription/commands';
import { evolve } from '../../../../domain/subscription/evolve';
import { factsOf, heldBy } from '../../../support/domain';
import { START, subscriptionOf } from '../../../support/records';

const cancel: CancelSubscription = {
  ...{ type: 'cancel_subscription', subscriptionId: 'sub-1', operationId: 'op-1', reason: 'not_needed' },
};
/** 31 days, 10 licenses at 15.00. */
const bought = subscriptionOf({ assignments: heldBy('ana') });

describe('cancelling a subscription', () => {
  test('within 7 days ends it now and refunds the unused days to the cent', () => {
    const decision = cancelSubscription(cancel, factsOf([], { now: addDays(START, 3) }), bought);
    if (!decision.ok) throw new Error(decision.error.code);
    // Four days of 31 have begun: 150.00 × 27 / 31 = 130.645…
    expect(decision.value.outcome).toEqual({ type: 'cancelled', refund: money(13_065, 'USD') });
    expect(decision.value.events.reduce(evolve, bought)).toMatchObject({
      ...{ status: 'disabled', recurring: false, statusSince: addDays(START, 3) },
      assignments: heldBy('ana'),
      cancellation: { at: addDays(START, 3), reason: 'not_needed' },
    });
  });

  test('is possible until the last moment of the seventh day and not after', () => {
    const lastMoment = addDays(START, 7) - 1;
    expect(previewCancellation(bought, lastMoment).ok).toBe(true);
    expect(previewCancellation(bought, addDays(START, 7))).toEqual({
      ok: false,
      error: { code: 'CANCEL_WINDOW_OVER', endsAt: bought.periodEnd, recurring: true },
    });
  });

  test('is possible again within 7 days of a renewal', () => {
    const renewed = subscriptionOf({ periodStart: addDays(START, 31), periodEnd: addDays(START, 61) });
    expect(previewCancellation(renewed, addDays(START, 33)).ok).toBe(true);
  });

  test('is refused later and never turns recurring billing off instead', () => {
    const decision = cancelSubscription(cancel, factsOf([], { now: addDays(START, 20) }), bought);
    expect(decision).toMatchObject({ ok: false, error: { code: 'CANCEL_WINDOW_OVER' } });
  });

  test('needs a reason', () => {
    const { reason: _, ...without } = cancel;
    expect(cancelSubscription(without, factsOf(), bought)).toEqual({ ok: false, error: { code: 'REASON_MISSING' } });
  });

  test.each(['expired', 'disabled', 'deleted'] as const)('is refused for what is %s', status => {
    expect(cancelSubscription(cancel, factsOf(), subscriptionOf({ status }))).toMatchObject({
      error: { code: 'SUBSCRIPTION_ENDED', status },
    });
  });

  test('gives back what it refunds by a credit for the days that are left', () => {
    const now = addDays(START, 3);
    expect(cancelSubscription(cancel, factsOf([], { now }), bought)).toMatchObject({
      value: {
        movement: {
          kind: 'cancellation',
          amount: money(-13_065, 'USD'),
          quantity: 10,
          from: now,
          to: bought.periodEnd,
        },
      },
    });
    const trial = cancelSubscription(cancel, factsOf(), subscriptionOf({ trial: true, paid: money(0, 'USD') }));
    expect(trial).toMatchObject({ value: { outcome: { refund: money(0, 'USD') } } });
    expect(trial.ok && 'movement' in trial.value).toBe(false);
  });

  test('is asked about again when less comes back or more people lose access than was agreed to', () => {
    const on3 = factsOf([], { now: addDays(START, 3) });
    const agreed = (refund: number, holders: number) =>
      cancelSubscription({ ...cancel, agreed: { refund, holders } }, on3, bought);
    expect(agreed(13_065, 1).ok).toBe(true);
    expect(agreed(13_064, 2).ok).toBe(true);
    expect(agreed(13_066, 1)).toMatchObject({ error: { code: 'CONSEQUENCE_CHANGED' } });
    expect(agreed(13_065, 0)).toMatchObject({ error: { code: 'CONSEQUENCE_CHANGED' } });
  });

  test('ends everything that was still to come, and keeps what was said', () => {
    const current = subscriptionOf({ scheduled: { total: 4, at: START }, overdue: { since: START, attempts: 2 } });
    const decision = cancelSubscription({ ...cancel, comment: 'too slow' }, factsOf(), current);
    if (!decision.ok) throw new Error(decision.error.code);
    expect(decision.value.events.reduce(evolve, current)).toMatchObject({
      ...{ scheduled: undefined, overdue: undefined, paid: money(0, 'USD') },
      cancellation: { at: START, reason: 'not_needed', comment: 'too slow' },
    });
  });

  test('refunds less with every day', () => {
    const refunds = [0, 1, 2, 3, 4, 5, 6].map(day => {
      const preview = previewCancellation(bought, START + day * DAY);
      return preview.ok ? preview.value.refund.minor : -1;
    });
    expect([...refunds].sort((a, b) => b - a)).toEqual(refunds);
    expect(new Set(refunds).size).toBe(7);
    expect(refunds[0]).toBe(14_516);
  });
});

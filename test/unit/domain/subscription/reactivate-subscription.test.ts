import { addMonths } from '../../../../domain/shared/instant';
import { money } from '../../../../domain/shared/money';
import { decide } from '../../../../domain/subscription/decide';
import { evolve } from '../../../../domain/subscription/evolve';
import { factsOf, heldBy } from '../../../support/domain';
import { payerWith } from '../../../support/payer';
import { START, subscriptionOf } from '../../../support/records';

const now = Date.UTC(2026, 5, 15);
const reactivate = { type: 'reactivate_subscription', subscriptionId: 'sub-1', operationId: 'op-1' } as const;
const facts = { ...factsOf([], { now }), payer: payerWith() };
const ended = subscriptionOf({ status: 'expired', recurring: false, assignments: heldBy('ana'), statusSince: START });

describe('reactivating', () => {
  test.each(['expired', 'disabled'] as const)('what is %s charges a new term from today, with its people', status => {
    const decision = decide(reactivate, facts, { ...ended, status });
    expect(decision).toMatchObject({
      value: {
        outcome: { type: 'reactivated', charged: money(15_000, 'USD') },
        movement: {
          kind: 'reactivation',
          amount: money(15_000, 'USD'),
          quantity: 10,
          from: now,
          to: addMonths(now, 1),
        },
      },
    });
    if (!decision.ok) return;
    expect(decision.value.events.reduce(evolve, ended)).toMatchObject({
      ...{ status: 'active', recurring: true, periodStart: now, periodEnd: addMonths(now, 1), countedFrom: now },
      assignments: [{ personId: 'ana' }],
    });
  });

  test('makes a paid subscription of a trial that ended', () => {
    const decision = decide(reactivate, facts, { ...ended, trial: true });
    expect(decision.ok && decision.value.events.reduce(evolve, ended).trial).toBe(false);
  });

  test('forgets why it was cancelled', () => {
    const cancelled = { ...ended, cancellation: { at: START, reason: 'other' as const } };
    const decision = decide(reactivate, facts, cancelled);
    expect(decision.ok && decision.value.events.reduce(evolve, cancelled).cancellation).toBeUndefined();
  });

  test('is refused while it is active, and once it is deleted', () => {
    expect(decide(reactivate, facts, subscriptionOf())).toMatchObject({ error: { code: 'STILL_ACTIVE' } });
    for (const status of ['deleted', 'ordered'] as const) {
      expect(decide(reactivate, facts, { ...ended, status })).toMatchObject({ error: { code: 'SUBSCRIPTION_ENDED' } });
    }
  });

  test('needs a card, and no more money than was agreed to', () => {
    const unpaid = { ...facts, payer: undefined };
    expect(decide(reactivate, unpaid, ended)).toMatchObject({ error: { code: 'NO_BILLING_PROFILE' } });
    expect(decide({ ...reactivate, agreed: 14_999 }, facts, ended)).toMatchObject({
      error: { code: 'CONSEQUENCE_CHANGED' },
    });
  });
});

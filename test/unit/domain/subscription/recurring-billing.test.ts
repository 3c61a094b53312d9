import { decide } from '../../../../domain/subscription/decide';
import { evolve } from '../../../../domain/subscription/evolve';
import { factsOf } from '../../../support/domain';
import { START, subscriptionOf } from '../../../support/records';

const turn = (on: boolean) =>
  ({ type: 'turn_recurring_billing', subscriptionId: 'sub-1', operationId: 'op-1', on }) as const;

describe('recurring billing', () => {
  test('can be turned off and on while the subscription is active', () => {
    for (const on of [false, true]) {
      const current = subscriptionOf({ recurring: !on });
      const decision = decide(turn(on), factsOf(), current);
      if (!decision.ok) throw new Error(decision.error.code);
      expect(decision.value.events.reduce(evolve, current).recurring).toBe(on);
    }
  });

  const scheduled = { total: 4, at: START };

  test('turned off withdraws a reduction that is scheduled, if that was agreed to', () => {
    const current = subscriptionOf({ scheduled });
    expect(decide(turn(false), factsOf(), current)).toEqual({
      ...{ ok: false, error: { code: 'REDUCTION_SCHEDULED', ...scheduled } },
    });
    const decision = decide({ ...turn(false), withdraws: true }, factsOf(), current);
    expect(decision).toMatchObject({
      value: {
        events: [
          { type: 'RecurringBillingTurned', on: false },
          { type: 'LicenseReductionWithdrawn', why: 'recurring_off' },
        ],
        outcome: { type: 'recurring_billing', on: false, withdrawn: true },
      },
    });
    if (!decision.ok) return;
    expect(decision.value.events.reduce(evolve, current)).toMatchObject({ recurring: false, scheduled: undefined });
  });

  test('turned on withdraws nothing', () => {
    const decision = decide(turn(true), factsOf(), subscriptionOf({ recurring: false, scheduled }));
    expect(decision).toMatchObject({ value: { events: [{ type: 'RecurringBillingTurned', on: true }] } });
  });

  test('stays as it is without anything being written when it is so already', () => {
    expect(decide(turn(true), factsOf(), subscriptionOf())).toMatchObject({ ok: true, value: { events: [] } });
  });

  test.each(['expired', 'disabled'] as const)('cannot be changed once the subscription is %s', status => {
    expect(decide(turn(true), factsOf(), subscriptionOf({ status }))).toMatchObject({
      error: { code: 'SUBSCRIPTION_ENDED', status },
    });
  });
});

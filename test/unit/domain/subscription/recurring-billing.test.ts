import { decide } from '../../../../domain/subscription/decide';
import { evolve } from '../../../../domain/subscription/evolve';
import { factsOf } from '../../../support/domain';
import { subscriptionOf } from '../../../support/records';

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

  test('stays as it is without anything being written when it is so already', () => {
    expect(decide(turn(true), factsOf(), subscriptionOf())).toMatchObject({ ok: true, value: { events: [] } });
  });

  test.each(['expired', 'disabled'] as const)('cannot be changed once the subscription is %s', status => {
    expect(decide(turn(true), factsOf(), subscriptionOf({ status }))).toMatchObject({
      error: { code: 'SUBSCRIPTION_ENDED', status },
    });
  });
});

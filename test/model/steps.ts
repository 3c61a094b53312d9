import fc from 'fast-check';
import { type Mood, members, purchasers } from './world';

const mood = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Mood>('takes') },
  { weight: 1, arbitrary: fc.constantFrom<Mood>('refuses', 'unheard', 'unheardAfter') },
);
const by = fc.constantFrom(...purchasers);
const which = fc.nat({ max: 5 });
const people = fc.array(fc.constantFrom(...members, 'guest', 'stranger'), { maxLength: 4 });
const plan = fc.oneof(
  fc.record({
    frequency: fc.constantFrom('monthly' as const, 'annual' as const),
    term: fc.constantFrom('annual' as const, undefined),
    total: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constantFrom(0, 10_000, 10_001)),
  }),
  fc.constant('trial' as const),
);

const wish = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('assign_license' as const), people }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('unassign_license' as const), people }) },
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('set_license_total' as const), total: fc.integer({ min: 0, max: 9 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('turn_recurring_billing' as const),
      ...{ on: fc.boolean(), withdraws: fc.boolean() },
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constant({ type: 'cancel_subscription' as const, reason: 'other' as const }),
  },
  { weight: 2, arbitrary: fc.constant({ type: 'reactivate_subscription' as const }) },
);

/** One thing that happens in the life of a tenant. */
export const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('buy' as const), by, mood, plan, product: fc.nat({ max: 7 }) }) },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('wish' as const), by, mood, which, wish }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat' as const), mood }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      hours: fc.constantFrom(1, 24, 3 * 24, 8 * 24, 20 * 24, 31 * 24, 130 * 24),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('look after' as const), mood }) },
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

import { money } from '../../../../domain/shared/money';
import type { BuySubscription, SubscriptionCommand } from '../../../../domain/subscription/commands';
import { type Outcome, stillStands } from '../../../../domain/subscription/outcome';
import { askedBy, type Receipt, remember } from '../../../../domain/subscription/receipt';
import type { Subscription } from '../../../../domain/subscription/subscription';
import { heldBy } from '../../../support/domain';
import { START, subscriptionOf } from '../../../support/records';

const on = { subscriptionId: 'sub-1', operationId: 'op-1' };
const nothing = money(0, 'USD');

describe('what was asked', () => {
  test.each<[SubscriptionCommand | BuySubscription, SubscriptionCommand | BuySubscription]>([
    [
      { type: 'assign_license', people: ['ana', 'bob', 'ana'], ...on },
      { type: 'assign_license', people: ['bob', 'ana'], ...on },
    ],
    [
      { type: 'cancel_subscription', reason: 'other', ...on },
      { type: 'cancel_subscription', reason: 'too_expensive', comment: 'really', ...on },
    ],
    [
      { type: 'set_license_total', total: 5, agreed: { counts: 'now', cost: 1 }, ...on },
      { type: 'set_license_total', total: 5, agreed: { counts: 'now', cost: 2 }, ...on },
    ],
  ])('is the same for %j and %j', (one, other) => {
    expect(askedBy(one)).toBe(askedBy(other));
  });

  const different: readonly (SubscriptionCommand | BuySubscription)[] = [
    { type: 'assign_license', people: ['ana'], ...on },
    { type: 'assign_license', people: ['ana', 'bob'], ...on },
    { type: 'unassign_license', people: ['ana'], ...on },
    { type: 'turn_recurring_billing', on: true, ...on },
    { type: 'turn_recurring_billing', on: false, ...on },
    { type: 'set_license_total', total: 5, ...on },
    { type: 'set_license_total', total: 6, ...on },
    { type: 'undo', undoes: 'one', ...on },
    { type: 'undo', undoes: 'other', ...on },
    { type: 'cancel_subscription', ...on },
    { type: 'reactivate_subscription', ...on },
    { type: 'buy_subscription', productId: 'visio', plan: 'trial', operationId: 'op-1' },
    { type: 'buy_subscription', productId: 'project', plan: 'trial', operationId: 'op-1' },
    { type: 'buy_subscription', productId: 'visio', plan: { frequency: 'monthly', total: 5 }, operationId: 'op-1' },
    { type: 'buy_subscription', productId: 'visio', plan: { frequency: 'annual', total: 5 }, operationId: 'op-1' },
    { type: 'buy_subscription', productId: 'visio', plan: { frequency: 'annual', total: 6 }, operationId: 'op-1' },
  ];

  test('differs for different wishes', () => {
    const asked = different.map(askedBy);
    expect(new Set(asked).size).toBe(different.length);
    for (const text of asked) expect(text).not.toBe('');
  });
});

test('the latest 50 receipts are kept, the newest last', () => {
  const receipt = (at: number): Receipt => ({
    ...{ operationId: `op-${at}`, at, asked: '', outcome: { type: 'recurring_billing', on: true } },
  });
  const kept = Array.from({ length: 60 }, (_, at) => receipt(at)).reduce<readonly Receipt[]>(remember, []);
  expect([kept.length, kept[0]?.at, kept.at(-1)?.at]).toEqual([50, 10, 59]);
});

describe('what an operation did', () => {
  const ana = heldBy('ana');
  const at = START;
  test.each<[string, Outcome, Partial<Subscription>, Partial<Subscription>]>([
    [
      'an assignment',
      { type: 'assigned', people: [{ personId: 'ana', result: 'assigned' }] },
      { assignments: ana },
      {},
    ],
    [
      'an unassignment',
      { type: 'unassigned', people: [{ personId: 'ana', result: 'unassigned' }] },
      {},
      { assignments: ana },
    ],
    ['a cancellation', { type: 'cancelled', refund: nothing }, { status: 'disabled' }, { status: 'active' }],
    ['recurring billing', { type: 'recurring_billing', on: false }, { recurring: false }, { recurring: true }],
    ['a purchase', { type: 'purchased', charged: nothing, trial: false }, {}, { status: 'disabled' }],
    ['a reactivation', { type: 'reactivated', charged: nothing }, {}, { status: 'expired' }],
    ['a new total', { type: 'total_changed', from: 5, to: 8, cost: nothing }, { total: 8 }, { total: 5 }],
    [
      ...(['a reduction', { type: 'reduction_scheduled', from: 10, to: 8, at }] as const),
      ...([{ scheduled: { total: 8, at } }, { scheduled: { total: 7, at } }] as const),
    ],
    [
      ...(['a withdrawal', { type: 'reduction_withdrawn', total: 10 }] as const),
      ...([{ total: 10 }, { total: 10, scheduled: { total: 8, at } }] as const),
    ],
  ])('stands or no longer stands: %s', (_what, outcome, standing, changed) => {
    expect(stillStands(outcome, subscriptionOf(standing))).toBe(true);
    expect(stillStands(outcome, subscriptionOf(changed))).toBe(false);
  });

  test('stands while all of it does, and whoever nothing was done to does not matter', () => {
    const people = [
      { personId: 'ana', result: 'assigned' },
      { personId: 'bob', result: 'already' },
    ] as const;
    expect(stillStands({ type: 'assigned', people }, subscriptionOf({ assignments: ana }))).toBe(true);
    const both = [...people, { personId: 'carl', result: 'assigned' }] as const;
    expect(stillStands({ type: 'assigned', people: both }, subscriptionOf({ assignments: ana }))).toBe(false);
    const left = [{ personId: 'ana', result: 'not_assigned' }] as const;
    expect(stillStands({ type: 'unassigned', people: left }, subscriptionOf({ assignments: ana }))).toBe(true);
    expect(stillStands({ type: 'reduction_withdrawn', total: 10 }, subscriptionOf({ total: 9 }))).toBe(false);
  });

  test('stands for ever when it was nothing', () => {
    for (const type of ['charge_unknown', 'charge_refused'] as const) {
      expect(stillStands({ type, amount: nothing }, subscriptionOf())).toBe(true);
    }
  });
});

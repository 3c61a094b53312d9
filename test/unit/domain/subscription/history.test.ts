import { money } from '../../../../domain/shared/money';
import type { SubscriptionEvent } from '../../../../domain/subscription/events';
import { append, type Order, record } from '../../../../domain/subscription/history';
import { START } from '../../../support/records';

const happened = { at: START, operationId: 'op-1' };
const told = (event: SubscriptionEvent): readonly Order[] => record([], [event], 'alex');

describe('the order history', () => {
  test('tells who did what when, how many licenses there are then, and what it cost', () => {
    const cost = money(4839, 'USD');
    expect(told({ type: 'LicenseTotalChanged', total: 15, cost, ...happened })).toEqual([
      { type: 'LicenseTotalChanged', by: 'alex', total: 15, cost, on: undefined, ...happened },
    ]);
  });

  test('tells of a refund as of less than nothing, and of none as of nothing', () => {
    const cancelled = (minor: number): SubscriptionEvent => ({
      ...{ type: 'SubscriptionCancelled', reason: 'other', refund: money(minor, 'USD'), ...happened },
    });
    expect(told(cancelled(500))[0]?.cost).toEqual(money(-500, 'USD'));
    expect(told(cancelled(0))[0]?.cost).toEqual(money(0, 'USD'));
  });

  test('tells of what was paid for a purchase, and nothing of money where none moved', () => {
    expect(told({ type: 'SubscriptionPurchased', paid: money(900, 'USD'), ...happened })[0]?.cost).toEqual(
      money(900, 'USD'),
    );
    expect(told({ type: 'SubscriptionExpired', ...happened })[0]).toMatchObject({ cost: undefined, total: undefined });
  });

  test('tells whether recurring billing was turned on or off', () => {
    expect(told({ type: 'RecurringBillingTurned', on: true, ...happened })[0]?.on).toBe(true);
    expect(told({ type: 'RecurringBillingTurned', on: false, ...happened })[0]?.on).toBe(false);
  });

  test('leaves out who holds a license', () => {
    expect(told({ type: 'LicensesAssigned', people: ['ana'], ...happened })).toEqual([]);
    expect(told({ type: 'LicensesUnassigned', people: ['ana'], ...happened })).toEqual([]);
  });

  test('goes on behind what was told before, and keeps the latest 500', () => {
    const first = told({ type: 'SubscriptionExpired', ...happened });
    expect(append(first, [])).toBe(first);
    expect(record(first, [{ type: 'SubscriptionDisabled', ...happened }], undefined).map(({ type }) => type)).toEqual([
      ...['SubscriptionExpired', 'SubscriptionDisabled'],
    ]);
    const many = Array.from({ length: 501 }, (_, at) => ({ type: 'RenewalFailed', at, operationId: `${at}` }) as const);
    const kept = append([], many);
    expect([kept.length, kept[0]?.at, kept.at(-1)?.at]).toEqual([500, 1, 500]);
  });
});

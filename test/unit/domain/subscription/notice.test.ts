import type { SubscriptionEvent } from '../../../../domain/subscription/events';
import { type Notice, noticesOf } from '../../../../domain/subscription/notice';
import { START } from '../../../support/records';

const happened = { at: START, operationId: 'op-1' };
const failed: SubscriptionEvent = { type: 'RenewalFailed', ...happened };
const expired: SubscriptionEvent = { type: 'SubscriptionExpired', ...happened };
const withdrawn = (why: 'held' | 'asked' | 'ended'): SubscriptionEvent => ({
  ...{ type: 'LicenseReductionWithdrawn', why, ...happened },
});

const toPurchaser = (notice: Notice) => ({ to: 'purchaser', notice });

describe('what the purchaser is told', () => {
  test('is a renewal that failed and is tried again, and an end, but not both', () => {
    expect(noticesOf([failed])).toEqual([toPurchaser({ type: 'renewal_failed', at: START })]);
    expect(noticesOf([expired])).toEqual([toPurchaser({ type: 'expired', at: START })]);
    expect(noticesOf([failed, expired])).toEqual([toPurchaser({ type: 'expired', at: START })]);
  });

  test('is a reduction that could not be carried out, not one that they withdrew', () => {
    expect(noticesOf([withdrawn('held')])).toEqual([toPurchaser({ type: 'reduction_dropped' })]);
    expect(noticesOf([withdrawn('asked'), withdrawn('ended')])).toEqual([]);
  });

  test('is a reminder when it is due, and nothing of what they did themselves', () => {
    expect(noticesOf([{ type: 'ReminderDue', days: 7, ...happened }])).toEqual([
      toPurchaser({ type: 'reminder', days: 7, at: START }),
    ]);
    expect(noticesOf([{ type: 'RecurringBillingTurned', on: true, ...happened }])).toEqual([]);
  });
});

describe('who gains or loses a license', () => {
  test('is told, each of them', () => {
    const people = ['ana', 'bob'];
    expect(noticesOf([{ type: 'LicensesAssigned', people, ...happened }])).toEqual([
      { to: { people }, notice: { type: 'license_gained' } },
    ]);
    expect(noticesOf([{ type: 'LicensesUnassigned', people, ...happened }])).toEqual([
      { to: { people }, notice: { type: 'license_lost' } },
    ]);
  });

  test('is told as well when everybody loses access: at a cancellation, and 30 days after expiry', () => {
    const ended = [{ to: 'holders', notice: { type: 'access_ended' } }];
    const refund = { minor: 0, currency: 'USD' };
    expect(noticesOf([{ type: 'SubscriptionCancelled', reason: 'other', refund, ...happened }])).toEqual(ended);
    expect(noticesOf([{ type: 'SubscriptionDisabled', ...happened }])).toEqual(ended);
  });
});

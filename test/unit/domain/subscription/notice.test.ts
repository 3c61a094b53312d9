import type { SubscriptionEvent } from '../../../../domain/subscription/events';
import { noticesOf } from '../../../../domain/subscription/notice';
import { START } from '../../../support/records';

const happened = { at: START, operationId: 'op-1' };
const failed: SubscriptionEvent = { type: 'RenewalFailed', ...happened };
const expired: SubscriptionEvent = { type: 'SubscriptionExpired', ...happened };
const withdrawn = (why: 'held' | 'asked' | 'ended'): SubscriptionEvent => ({
  ...{ type: 'LicenseReductionWithdrawn', why, ...happened },
});

describe('what the purchaser is told', () => {
  test('is a renewal that failed and is tried again, and an end, but not both', () => {
    expect(noticesOf([failed])).toEqual([{ type: 'renewal_failed', at: START }]);
    expect(noticesOf([expired])).toEqual([{ type: 'expired', at: START }]);
    expect(noticesOf([failed, expired])).toEqual([{ type: 'expired', at: START }]);
  });

  test('is a reduction that could not be carried out, not one that they withdrew', () => {
    expect(noticesOf([withdrawn('held')])).toEqual([{ type: 'reduction_dropped' }]);
    expect(noticesOf([withdrawn('asked'), withdrawn('ended')])).toEqual([]);
  });

  test('is a reminder when it is due, and nothing of what they did themselves', () => {
    expect(noticesOf([{ type: 'ReminderDue', days: 7, ...happened }])).toEqual([
      { type: 'reminder', days: 7, at: START },
    ]);
    expect(noticesOf([{ type: 'RecurringBillingTurned', on: true, ...happened }])).toEqual([]);
  });
});

import type { Instant } from '../shared/instant';
import type { Money } from '../shared/money';
import type { SubscriptionEvent } from './events';

/** Something that happened while the purchaser was not asking, and that they are told. */
export type Notice =
  /** A charge whose answer was not known is settled: `taken`, and what was wanted is done; or not, and it is not. */
  | { readonly type: 'charge_settled'; readonly taken: boolean; readonly amount: Money }
  /** The present period ends; `days` before that it was to be said. */
  | { readonly type: 'reminder'; readonly days: number; readonly at: Instant }
  | { readonly type: 'renewal_failed'; readonly at: Instant }
  | { readonly type: 'expired'; readonly at: Instant }
  /** A reduction was due, but more people hold a license than it would have left. */
  | { readonly type: 'reduction_dropped' };

/** RULES, Licenses and Life: what the purchaser is told of what time does. */
export const noticesOf = (events: readonly SubscriptionEvent[]): readonly Notice[] =>
  events.flatMap((event): readonly Notice[] => {
    const { at } = event;
    switch (event.type) {
      case 'ReminderDue':
        return [{ type: 'reminder', days: event.days, at }];
      case 'RenewalFailed':
        // It is not tried again then, so it is not said that it is.
        return events.some(({ type }) => type === 'SubscriptionExpired') ? [] : [{ type: 'renewal_failed', at }];
      case 'SubscriptionExpired':
        return [{ type: 'expired', at }];
      case 'LicenseReductionWithdrawn':
        return event.why === 'held' ? [{ type: 'reduction_dropped' }] : [];
      default:
        return [];
    }
  });

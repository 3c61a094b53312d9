import type { CardBrand } from '../shared/card-brand';
import type { PaymentMethodId, PersonId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Money } from '../shared/money';
import type { SubscriptionEvent } from './events';

/** Something that happened while its recipient was not asking, and that they are told. */
export type Notice =
  /**
   * A charge whose answer was not known is settled: `taken`, and what was wanted is done; or not, and it is not.
   * `confirm`, here and below: the bank wants the holder of the card to confirm it.
   */
  | {
      readonly type: 'charge_settled';
      readonly taken: boolean;
      readonly amount: Money;
      readonly confirm?: true | undefined;
    }
  /** The present term ends; `days` before that it was to be said. */
  | { readonly type: 'reminder'; readonly days: number; readonly at: Instant }
  | { readonly type: 'renewal_failed'; readonly at: Instant; readonly confirm?: true | undefined }
  | { readonly type: 'expired'; readonly at: Instant }
  /** A reduction was due, but more people hold a license than it would have left. */
  | { readonly type: 'reduction_dropped' }
  /** A payment method expires within 30 days, or has by then. */
  | {
      readonly type: 'card_expiring';
      readonly paymentMethodId: PaymentMethodId;
      readonly brand: CardBrand;
      readonly lastFour: string;
      readonly expiresAt: Instant;
    }
  /** To somebody who holds a license now, who holds none any more, or whose license gives no access any more. */
  | { readonly type: 'license_gained' | 'license_lost' | 'access_ended' };

/** `holders`: whoever holds a license when it is told. */
export type Audience = 'purchaser' | 'holders' | { readonly people: readonly PersonId[] };

export interface Addressed {
  readonly to: Audience;
  readonly notice: Notice;
}

/** RULES, Licenses, Assigning and Life: who is told what of what happened. */
export const noticesOf = (events: readonly SubscriptionEvent[]): readonly Addressed[] =>
  events.flatMap((event): readonly Addressed[] => {
    switch (event.type) {
      case 'LicensesAssigned':
        return [{ to: { people: event.people }, notice: { type: 'license_gained' } }];
      case 'LicensesUnassigned':
        return [{ to: { people: event.people }, notice: { type: 'license_lost' } }];
      case 'SubscriptionCancelled':
      case 'SubscriptionDisabled':
        return [{ to: 'holders', notice: { type: 'access_ended' } }];
      default:
        return toPurchaser(event, events).map(notice => ({ to: 'purchaser', notice }));
    }
  });

const toPurchaser = (event: SubscriptionEvent, events: readonly SubscriptionEvent[]): readonly Notice[] => {
  const { at } = event;
  switch (event.type) {
    case 'ReminderDue':
      return [{ type: 'reminder', days: event.days, at }];
    case 'RenewalFailed':
      // It is not tried again then, so it is not said that it is.
      return events.some(({ type }) => type === 'SubscriptionExpired')
        ? []
        : [{ type: 'renewal_failed', at, confirm: event.confirm }];
    case 'SubscriptionExpired':
      return [{ type: 'expired', at }];
    case 'LicenseReductionWithdrawn':
      return event.why === 'held' ? [{ type: 'reduction_dropped' }] : [];
    default:
      return [];
  }
};

/** RULES, Assigning: notices that whoever gets them may stop. */
export const isStoppable = ({ type }: Notice): boolean =>
  type === 'license_gained' || type === 'license_lost' || type === 'access_ended';

import type { CardBrand } from '../shared/card-brand';
import type { PaymentMethodId, PersonId, RequestId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import { type Money, money } from '../shared/money';
import type { SubscriptionEvent } from './events';
import { termOf } from './period';
import { endsUnused, freeLicenses, type Subscription } from './subscription';

/** Something that happened while its recipient was not asking, and that they are told. */
export type Notice =
  /**
   * A charge whose answer was not known is settled: `taken`, and what was wanted is done; or not, and it is not.
   * `confirm`, here and below: the bank wants the holder of the card to confirm it. `unapproved`: it was not asked, since
   * another order had used the approval.
   */
  | {
      readonly type: 'charge_settled';
      readonly taken: boolean;
      readonly amount: Money;
      readonly confirm?: true | undefined;
      readonly unapproved?: true | undefined;
    }
  /** The present term ends; `days` before that it was to be said. */
  | { readonly type: 'reminder'; readonly days: number; readonly at: Instant }
  /** A period was charged, `paid` without its tax; an instalment of a year is no renewal. */
  | { readonly type: 'renewed'; readonly paid: Money; readonly until: Instant; readonly instalment: boolean }
  | { readonly type: 'renewal_failed'; readonly at: Instant; readonly confirm?: true | undefined }
  /** `unpaid`: since it could not be charged for, and is not tried again. */
  | {
      readonly type: 'expired';
      readonly at: Instant;
      readonly unpaid?: true | undefined;
      readonly confirm?: true | undefined;
    }
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
  | AdminNotice
  /** Somebody asks for help; in their own words. */
  | {
      readonly type: 'support_asked';
      readonly reference: string;
      readonly name: string;
      readonly mail: string;
      readonly text: string;
    }
  /** To somebody who asked to be allowed to buy. */
  | { readonly type: 'request_answered' | 'request_lapsed'; readonly requestId: RequestId }
  /** To somebody who holds a license now, who holds none any more, or whose license gives no access any more. */
  | { readonly type: 'license_gained' | 'license_lost' | 'access_ended' };

/** RULES, Admins: what they are told of. */
export type AdminNotice =
  /** `again`: it had ended, and was reactivated. */
  | {
      readonly type: 'admin_purchased';
      readonly total: number;
      readonly charged: Money;
      readonly trial: boolean;
      readonly again?: true | undefined;
    }
  | { readonly type: 'admin_total_changed'; readonly from: number; readonly to: number; readonly cost: Money }
  | { readonly type: 'admin_cancelled'; readonly refund: Money }
  /** `last`: it is not tried again, and has expired. */
  | { readonly type: 'admin_payment_failed'; readonly at: Instant; readonly last?: true | undefined }
  /** It does not renew, and `free` licenses are assigned to nobody. */
  | { readonly type: 'admin_expiring'; readonly endsAt: Instant; readonly free: number }
  /** Somebody asks to be allowed to buy; `reminder`: and nobody has answered yet. */
  | { readonly type: 'admin_license_requested'; readonly requestId: RequestId; readonly reminder: boolean };

/** `holders`: whoever holds a license when it is told. `admins`: whoever is one then, and the channels they chose. */
export type Audience = 'purchaser' | 'holders' | 'admins' | { readonly people: readonly PersonId[] };

export interface Addressed {
  readonly to: Audience;
  readonly notice: Notice;
}

/** RULES, Licenses, Assigning, Life and Admins: who is told what of what happened to a subscription. */
export const noticesOf = (events: readonly SubscriptionEvent[], before: Subscription): readonly Addressed[] => [
  ...toThoseConcerned(events),
  ...events.flatMap(event => toAdmins(event, before, events)).map(notice => ({ to: 'admins' as const, notice })),
];

const toAdmins = (
  event: SubscriptionEvent,
  before: Subscription,
  events: readonly SubscriptionEvent[],
): readonly AdminNotice[] => {
  switch (event.type) {
    case 'SubscriptionPurchased':
      return [{ type: 'admin_purchased', total: before.total, charged: event.paid, trial: before.trial }];
    case 'SubscriptionReactivated':
      return [{ type: 'admin_purchased', total: before.total, charged: event.paid, trial: false, again: true }];
    case 'LicenseTotalChanged':
      return [{ type: 'admin_total_changed', from: before.total, to: event.total, cost: event.cost }];
    case 'SubscriptionRenewed': {
      const { total: to, paid } = event;
      // Nothing is charged for the change itself.
      const cost = money(0, paid.currency);
      return to === before.total ? [] : [{ type: 'admin_total_changed', from: before.total, to, cost }];
    }
    case 'SubscriptionCancelled':
      return [{ type: 'admin_cancelled', refund: event.refund }];
    case 'RenewalFailed':
      return [{ type: 'admin_payment_failed', at: event.at, ...(isOver(events) ? { last: true } : {}) }];
    case 'ReminderDue':
      return expiring(before);
    default:
      return [];
  }
};

/** Of each term once, with the first reminder of its end at which it is so. */
const expiring = (before: Subscription): readonly AdminNotice[] =>
  before.endToldToAdmins || !endsUnused(before)
    ? []
    : [{ type: 'admin_expiring', endsAt: termOf(before).end, free: freeLicenses(before) }];

const isOver = (events: readonly SubscriptionEvent[]): boolean =>
  events.some(({ type }) => type === 'SubscriptionExpired');

const toThoseConcerned = (events: readonly SubscriptionEvent[]): readonly Addressed[] =>
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
    case 'SubscriptionRenewed':
    case 'InstalmentPaid': {
      const instalment = event.type === 'InstalmentPaid';
      return [{ type: 'renewed', paid: event.paid, until: event.periodEnd, instalment }];
    }
    case 'RenewalFailed':
      // It is not tried again then, so it is not said that it is.
      return isOver(events) ? [] : [{ type: 'renewal_failed', at, confirm: event.confirm }];
    case 'SubscriptionExpired':
      return [{ type: 'expired', at, ...unpaidIn(events) }];
    case 'LicenseReductionWithdrawn':
      return event.why === 'held' ? [{ type: 'reduction_dropped' }] : [];
    default:
      return [];
  }
};

const unpaidIn = (events: readonly SubscriptionEvent[]): { readonly unpaid?: true; readonly confirm?: true } => {
  const failed = events.find(event => event.type === 'RenewalFailed');
  return failed ? { unpaid: true, ...(failed.confirm ? { confirm: true } : {}) } : {};
};

/** What admins choose by: how they are told of each kind. */
export const ADMIN_NOTICE_KINDS = [
  'requests',
  'purchases',
  'totals',
  'cancellations',
  'failed_payments',
  'expiries',
] as const;
export type AdminNoticeKind = (typeof ADMIN_NOTICE_KINDS)[number];
/** `now` is the default. */
export const TELLINGS = ['now', 'daily', 'off'] as const;
export type Telling = (typeof TELLINGS)[number];

const kinds: Readonly<Record<AdminNotice['type'], AdminNoticeKind>> = {
  admin_license_requested: 'requests',
  admin_purchased: 'purchases',
  admin_total_changed: 'totals',
  admin_cancelled: 'cancellations',
  admin_payment_failed: 'failed_payments',
  admin_expiring: 'expiries',
};

/** Of somebody's request, whatever it says. */
export type RequestNotice = Extract<Notice, { readonly requestId: RequestId }>;

export const isOfRequest = (notice: Notice): notice is RequestNotice => 'requestId' in notice;

export const isToAdmins = (notice: Notice): notice is AdminNotice => notice.type in kinds;

export const kindOf = ({ type }: AdminNotice): AdminNoticeKind => kinds[type];

/** RULES, Assigning: notices that whoever gets them may stop. */
export const isStoppable = ({ type }: Notice): boolean =>
  type === 'license_gained' || type === 'license_lost' || type === 'access_ended';

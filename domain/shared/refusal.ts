import type { CardBrand } from './card-brand';
import type { BillingProfileId } from './ids';
import type { Instant } from './instant';

/**
 * Every expected no, once. `refusals` documents each code; the words people read are `refusal.CODE` in cards/text.
 * A refusal is a value: nothing was changed, and the person is told what to do instead.
 */
export type Refusal =
  | { readonly code: 'SUBSCRIPTION_NOT_FOUND' }
  | { readonly code: 'INVOICE_NOT_FOUND'; readonly number: string }
  | { readonly code: 'NOT_PURCHASER' }
  | { readonly code: 'NOT_ADMIN' }
  | { readonly code: 'NOWHERE_TO_SEND' }
  | { readonly code: 'NOBODY_NAMED' }
  | { readonly code: 'TOO_MANY_PEOPLE'; readonly limit: number; readonly count: number }
  | { readonly code: 'TOO_FEW_LICENSES'; readonly needed: number; readonly free: number; readonly total: number }
  | { readonly code: 'SUBSCRIPTION_ENDED'; readonly status: 'ordered' | 'expired' | 'disabled' | 'deleted' }
  | { readonly code: 'CANCEL_WINDOW_OVER'; readonly endsAt: Instant; readonly recurring: boolean }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'CONSEQUENCE_CHANGED' }
  | { readonly code: 'NOTHING_TO_UNDO' }
  | { readonly code: 'UNDO_TOO_LATE' }
  | { readonly code: 'CANNOT_UNDO' }
  | { readonly code: 'CARD_USED' }
  | { readonly code: 'NO_SUBSCRIPTIONS' }
  | { readonly code: 'PRODUCT_NOT_SOLD' }
  | { readonly code: 'GUEST_CANNOT_BUY' }
  | { readonly code: 'PRODUCT_NOT_ALLOWED'; readonly policy: 'trials_only' | 'disabled' }
  | { readonly code: 'NO_BILLING_PROFILE' }
  | { readonly code: 'NO_PAYMENT_METHOD'; readonly billingProfileId: BillingProfileId }
  | {
      readonly code: 'CARD_EXPIRED';
      readonly brand: CardBrand;
      readonly lastFour: string;
      readonly billingProfileId: BillingProfileId;
    }
  | { readonly code: 'PAYMENT_METHOD_NOT_FOUND' }
  | { readonly code: 'PAYMENT_METHOD_IN_USE'; readonly profiles: readonly string[] }
  | { readonly code: 'OTHER_CARD' }
  | { readonly code: 'BILLING_PROFILE_NOT_FOUND' }
  | { readonly code: 'BILL_TO_MISSING' }
  | { readonly code: 'INVOICE_EMAIL_WRONG' }
  | { readonly code: 'LINK_USED' }
  | { readonly code: 'CARD_DECLINED' }
  | { readonly code: 'GATEWAY_SILENT' }
  /** `confirm`: the bank wants the holder of the card to confirm it. */
  | { readonly code: 'CHARGE_REFUSED'; readonly confirm?: true | undefined }
  | { readonly code: 'CHARGE_PENDING' }
  | { readonly code: 'PAYMENT_OVERDUE' }
  | { readonly code: 'TOTAL_OUT_OF_RANGE'; readonly limit: number }
  | { readonly code: 'LICENSES_HELD'; readonly held: number; readonly total: number }
  | { readonly code: 'TRIAL_TOTAL_FIXED' }
  | { readonly code: 'RECURRING_OFF' }
  | { readonly code: 'REDUCTION_SCHEDULED'; readonly total: number; readonly at: Instant }
  | { readonly code: 'ENDS_AT_ONCE' }
  | { readonly code: 'ORDER_OF_SOMEBODY_ELSE' }
  | { readonly code: 'TRIAL_USED' }
  | { readonly code: 'STILL_ACTIVE' }
  | { readonly code: 'MAY_BUY'; readonly how: 'order' | 'trial' }
  | { readonly code: 'NOBODY_TO_ANSWER' }
  | { readonly code: 'REQUEST_NOT_FOUND' }
  | { readonly code: 'OWN_REQUEST' }
  | { readonly code: 'REQUEST_ENDED'; readonly state: 'approved' | 'declined' | 'withdrawn' | 'lapsed' | 'used' }
  | { readonly code: 'MORE_THAN_APPROVED'; readonly limit: number }
  | { readonly code: 'APPROVAL_USED' }
  | { readonly code: 'BUSY' };

export type RefusalCode = Refusal['code'];

export const refusals: Readonly<Record<RefusalCode, string>> = {
  SUBSCRIPTION_NOT_FOUND: 'No such subscription in this tenant, or it was deleted.',
  INVOICE_NOT_FOUND: 'The person has no invoice of that number.',
  NOT_PURCHASER: 'Only the purchaser may change a subscription or see its invoices.',
  NOT_ADMIN: 'Only admins see what everybody bought and set the policy of a product.',
  NOWHERE_TO_SEND: 'The channel does not say how to reach this conversation later.',
  NOBODY_NAMED: 'An assignment or unassignment names at least one person.',
  TOO_MANY_PEOPLE: 'At most 20 people at once; looked at before anything else.',
  TOO_FEW_LICENSES: 'Fewer free licenses than people who would get one; nobody is assigned.',
  SUBSCRIPTION_ENDED: 'The status of the subscription does not allow it.',
  CANCEL_WINDOW_OVER: 'More than 7 days since purchase or renewal: it cannot be ended early.',
  CONSEQUENCE_CHANGED: 'It would refund less, or take access from more people, than was agreed to.',
  REASON_MISSING: 'A cancellation gives a reason from the list.',
  NOTHING_TO_UNDO: 'The operation changed nothing that still stands.',
  UNDO_TOO_LATE: 'More than an hour has passed since the operation.',
  CANNOT_UNDO: 'The last operation asked before it acted, or was none on a subscription, so undo is not for it.',
  CARD_USED: 'The card was used already, to ask for something else.',
  NO_SUBSCRIPTIONS: 'The person has bought nothing yet.',
  PRODUCT_NOT_SOLD: 'The catalog has no such product.',
  GUEST_CANNOT_BUY: 'Guests, and people outside the tenant, may not buy.',
  PRODUCT_NOT_ALLOWED: 'The policy of the product does not allow this purchase.',
  NO_BILLING_PROFILE: 'A purchase is charged to a billing profile, and the person has none.',
  NO_PAYMENT_METHOD: 'The billing profile has no payment method.',
  CARD_EXPIRED: 'The card that would pay has expired.',
  PAYMENT_METHOD_NOT_FOUND: 'The person has no such payment method, or it was deleted.',
  PAYMENT_METHOD_IN_USE: 'A payment method that a billing profile uses is not deleted.',
  OTHER_CARD: 'Other details were to be given of a card on file, and another card was given.',
  BILLING_PROFILE_NOT_FOUND: 'The person has no such billing profile.',
  BILL_TO_MISSING: 'A billing profile says who is billed.',
  INVOICE_EMAIL_WRONG: 'What was entered is no e-mail address.',
  LINK_USED: 'A link to the payment page does its work once.',
  CARD_DECLINED: 'The bank or the gateway does not take the card; nothing is on file.',
  GATEWAY_SILENT: 'The gateway did not answer whether it takes the card; nothing is on file.',
  CHARGE_REFUSED: 'The card was not charged, and nothing changed.',
  CHARGE_PENDING:
    'Whether an earlier charge was taken is not known yet; until then nothing else that costs money is done.',
  PAYMENT_OVERDUE: 'The renewal is not paid for; licenses cannot change before it is.',
  TOTAL_OUT_OF_RANGE: 'A subscription has 1 to 10,000 licenses.',
  LICENSES_HELD: 'More people hold a license than the new total would leave.',
  TRIAL_TOTAL_FIXED: 'The licenses of a trial cannot be changed.',
  RECURRING_OFF: 'Fewer licenses from the next renewal on need recurring billing to be on.',
  REDUCTION_SCHEDULED:
    'Turning recurring billing off withdraws a reduction that is scheduled, which was not agreed to.',
  ENDS_AT_ONCE: 'The renewal is not paid for: turned off, the subscription expires at once, which was not agreed to.',
  ORDER_OF_SOMEBODY_ELSE: 'An order is placed by the person it was shown to.',
  TRIAL_USED: 'The purchaser has, or had until lately, a trial of this product.',
  STILL_ACTIVE: 'Only what has ended can be reactivated.',
  MAY_BUY: 'A license is asked for only where the policy keeps the person from buying or trying it.',
  NOBODY_TO_ANSWER: 'The tenant has no other admin, so nobody could answer a request.',
  REQUEST_NOT_FOUND: 'No such request, or it is somebody else’s and the person is no admin.',
  OWN_REQUEST: 'Nobody answers their own request.',
  REQUEST_ENDED: 'The request was answered, withdrawn or not answered in 30 days; that stays.',
  MORE_THAN_APPROVED: 'The order has more licenses than were approved.',
  APPROVAL_USED: 'Another order has used the approval; nothing was charged.',
  BUSY: 'Others kept changing the same subscription for 3 seconds; nothing was changed.',
};

export const refusalCodes = Object.keys(refusals) as readonly RefusalCode[];

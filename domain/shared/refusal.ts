import type { Instant } from './instant';

/**
 * Every expected no, once. `refusals` documents each code; the words people read are `refusal.CODE` in cards/text.
 * A refusal is a value: nothing was changed, and the person is told what to do instead.
 */
export type Refusal =
  | { readonly code: 'SUBSCRIPTION_NOT_FOUND' }
  | { readonly code: 'INVOICE_NOT_FOUND'; readonly number: string }
  | { readonly code: 'NOT_PURCHASER' }
  | { readonly code: 'NOBODY_NAMED' }
  | { readonly code: 'TOO_MANY_PEOPLE'; readonly limit: number; readonly count: number }
  | { readonly code: 'TOO_FEW_LICENSES'; readonly needed: number; readonly free: number; readonly total: number }
  | { readonly code: 'SUBSCRIPTION_ENDED'; readonly status: 'expired' | 'disabled' | 'deleted' }
  | { readonly code: 'CANCEL_WINDOW_OVER'; readonly paidTo: Instant; readonly recurring: boolean }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'CONSEQUENCE_CHANGED' }
  | { readonly code: 'NOTHING_TO_UNDO' }
  | { readonly code: 'UNDO_TOO_LATE' }
  | { readonly code: 'CANNOT_UNDO' }
  | { readonly code: 'CARD_USED' }
  | { readonly code: 'NO_SUBSCRIPTIONS' }
  | { readonly code: 'BUSY' };

export type RefusalCode = Refusal['code'];

export const refusals: Readonly<Record<RefusalCode, string>> = {
  SUBSCRIPTION_NOT_FOUND: 'No such subscription in this tenant, or it was deleted.',
  INVOICE_NOT_FOUND: 'The person has no invoice of that number.',
  NOT_PURCHASER: 'Only the purchaser may change a subscription or see its invoices.',
  NOBODY_NAMED: 'An assignment or unassignment names at least one person.',
  TOO_MANY_PEOPLE: 'At most 20 people at once; looked at before anything else.',
  TOO_FEW_LICENSES: 'Fewer free licenses than people who would get one; nobody is assigned.',
  SUBSCRIPTION_ENDED: 'The status of the subscription does not allow it.',
  CANCEL_WINDOW_OVER: 'More than 7 days since purchase or renewal: it cannot be ended early.',
  CONSEQUENCE_CHANGED: 'It would refund less, or take access from more people, than was agreed to.',
  REASON_MISSING: 'A cancellation gives a reason from the list.',
  NOTHING_TO_UNDO: 'The operation changed nothing that still stands.',
  UNDO_TOO_LATE: 'More than an hour has passed since the operation.',
  CANNOT_UNDO: 'The last operation asked before it acted, so undo is not for it.',
  CARD_USED: 'The card was used already, to ask for something else.',
  NO_SUBSCRIPTIONS: 'The person has bought nothing yet.',
  BUSY: 'Others kept changing the same subscription for 3 seconds; nothing was changed.',
};

export const refusalCodes = Object.keys(refusals) as readonly RefusalCode[];

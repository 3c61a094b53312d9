import type { PolicyValue } from '../domain/catalog/policy';
import type { CancelReason } from '../domain/subscription/cancel-reason';
import type { Billing } from './billing';

/**
 * What a button carries: the name of a command and ids, never state. `operationId` is minted when the card is made and
 * says that the button does something, rather than opening a form. Inputs of the card arrive beside these fields.
 */
export type Press =
  | { readonly type: 'help' | 'show_catalog' }
  | {
      readonly type: 'list_subscriptions';
      readonly status?: ListedStatus;
      /** Counted from 1. */
      readonly page?: number;
    }
  | {
      readonly type: 'list_assignments';
      readonly subscriptionId?: string;
      /** What the names of those shown fit. */
      readonly find?: string;
      readonly page?: number;
    }
  | { readonly type: 'show_faq'; readonly question?: Question }
  | { readonly type: 'contact_support'; readonly operationId?: string }
  | { readonly type: 'keep_subscription'; readonly subscriptionId: string }
  /** Without an id when a form brings it. */
  | { readonly type: 'show_subscription' | 'show_history'; readonly subscriptionId?: string }
  | {
      readonly type: 'assign_license' | 'unassign_license';
      readonly subscriptionId?: string;
      /** Comma-separated ids of people who are settled already; those of the inputs come on top. */
      readonly given?: string;
      /** Typed names that are not settled yet, separated by commas. */
      readonly names?: string;
      /** Who comes after the 20 that may be named at once, as ids and as typed names; separated by commas. */
      readonly later?: string;
      readonly laterNames?: string;
      /** How many were answered for before, of all that were named. */
      readonly before?: number;
      readonly operationId?: string;
    }
  | {
      readonly type: 'cancel_subscription';
      readonly subscriptionId?: string;
      readonly reason?: CancelReason;
      /** What was shown as the consequence: refund in minor units and people who lose access, as `89014:2`, and the tax. */
      readonly agreed?: string;
      readonly operationId?: string;
    }
  | {
      readonly type: 'turn_off_auto_renew' | 'turn_on_auto_renew';
      readonly subscriptionId?: string;
      /** It was agreed to that a reduction which is scheduled is withdrawn by it. */
      readonly withdraws?: true;
      readonly operationId?: string;
    }
  | {
      readonly type: 'buy_subscription';
      readonly productId: string;
      /** Whom the order was shown to; nobody else places it. */
      readonly purchaserId?: string;
      readonly quantity?: number;
      readonly frequency?: Billing;
      readonly trial?: true;
      /** What was shown as ordered and its price in minor units, as `10:monthly:14000`. */
      readonly agreed?: string;
      readonly operationId?: string;
    }
  | {
      readonly type: 'set_license_total';
      readonly subscriptionId?: string;
      readonly quantity?: number;
      /** The total that was shown, when it counts and what it costs in minor units, as `105:now:12345`. */
      readonly agreed?: string;
      readonly operationId?: string;
    }
  | { readonly type: 'add_licenses' | 'remove_licenses'; readonly quantity?: number }
  | {
      readonly type: 'reactivate_subscription';
      readonly subscriptionId?: string;
      /** The licenses that were shown and their price in minor units, as `4:4000`. */
      readonly agreed?: string;
      readonly operationId?: string;
    }
  | { readonly type: 'undo'; readonly subscriptionId: string; readonly undoes: string; readonly operationId: string }
  | { readonly type: 'list_payment_methods' | 'add_payment_method' | 'list_billing_profiles' }
  | { readonly type: 'update_payment_method'; readonly paymentMethodId: string }
  | { readonly type: 'delete_payment_method'; readonly paymentMethodId: string; readonly operationId?: string }
  | {
      readonly type: 'replace_payment_method';
      readonly billingProfileId: string;
      /** A card on file that is to pay instead; none: another is to be given on the page. */
      readonly useId?: string;
    }
  | { readonly type: 'show_billing_profile'; readonly billingProfileId: string }
  | { readonly type: 'edit_billing_profile'; readonly billingProfileId: string; readonly operationId?: string }
  | {
      readonly type: 'list_invoices';
      readonly months?: 3 | 6 | 12;
      /** A range of days, both included, as `2026-03-01`; where it is not given a form brings it. */
      readonly from?: string;
      readonly to?: string;
      /** Comma-separated ids of the products whose invoices alone are meant. */
      readonly productIds?: string;
      /** So many have been shown. */
      readonly skip?: number;
    }
  | { readonly type: 'show_invoice' | 'send_invoice'; readonly invoice: string }
  | { readonly type: 'stop_notices' | 'start_notices' }
  | { readonly type: 'send_notices_here' | 'stop_notices_here' }
  | { readonly type: 'admin_notice_settings'; readonly save?: true }
  | {
      readonly type: 'admin_list_purchases';
      readonly productId?: string;
      readonly text?: string;
      readonly status?: string;
      readonly show?: string;
      /** Within how many days what is ending ends. */
      readonly days?: number;
      readonly order?: string;
      /** Where the page begins. */
      readonly from?: string;
    }
  | {
      readonly type: 'admin_show_purchase';
      readonly subscriptionId: string;
      readonly history?: true;
      /** Who holds its licenses, page by page. */
      readonly holders?: true;
      readonly find?: string;
      readonly page?: number;
    }
  | { readonly type: 'admin_show_audit'; readonly subscriptionId: string; readonly from?: string }
  /** Of a person by id, of a purchase, or of whoever is entered. */
  | { readonly type: 'admin_delivery_report'; readonly given?: string; readonly subscriptionId?: string }
  /** In all, or by one of the two, page by page. */
  | { readonly type: 'admin_show_totals'; readonly by?: 'product' | 'department'; readonly page?: number }
  | { readonly type: 'admin_show_policies' | 'admin_export_purchases' }
  | {
      readonly type: 'admin_set_policy';
      readonly productId: string;
      readonly policy?: PolicyValue;
      /** Of who set what, counted from 1. */
      readonly page?: number;
    }
  | {
      readonly type: 'request_license';
      readonly productId?: string;
      readonly quantity?: number;
      readonly operationId?: string;
    }
  | {
      readonly type: 'list_license_requests';
      /** One's own; else those that wait for an admin's answer, for admins. */
      readonly mine?: true;
      /** Counted from 1. */
      readonly page?: number;
    }
  | { readonly type: 'show_license_request'; readonly requestId: string }
  | { readonly type: 'withdraw_license_request'; readonly requestId: string }
  | { readonly type: 'answer_license_request'; readonly requestId: string; readonly approved: boolean }
  /** Without a language it is asked which. */
  | { readonly type: 'change_language'; readonly language?: 'en' | 'zh-TW' };

/** By which a list of subscriptions can be narrowed. */
export const LISTED_STATUSES = ['active', 'expired', 'disabled'] as const;
export type ListedStatus = (typeof LISTED_STATUSES)[number];

/** What is often asked about self-service purchases. */
export const QUESTIONS = [
  'who_pays',
  'admins_see',
  'asking',
  'listing',
  'totals',
  'assigning',
  'cancelling',
  'ending',
  'payment',
  'invoices',
] as const;
export type Question = (typeof QUESTIONS)[number];

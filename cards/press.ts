import type { CancelReason } from '../domain/subscription/commands';

/**
 * What a button carries: the name of a command and ids, never state. `operationId` is minted when the card is made and
 * says that the button does something, rather than opening a form. Inputs of the card arrive beside these fields.
 */
export type Press =
  | { readonly type: 'help' | 'list_subscriptions' }
  | { readonly type: 'keep_subscription'; readonly subscriptionId: string }
  /** Without an id when a form brings it. */
  | { readonly type: 'show_subscription'; readonly subscriptionId?: string }
  | {
      readonly type: 'assign_license' | 'unassign_license';
      readonly subscriptionId?: string;
      /** Comma-separated ids of people who are settled already; those of the inputs come on top. */
      readonly given?: string;
      /** Typed names that are not settled yet, separated by commas. */
      readonly names?: string;
      readonly operationId?: string;
    }
  | {
      readonly type: 'cancel_subscription';
      readonly subscriptionId?: string;
      readonly reason?: CancelReason;
      /** What was shown as the consequence: refund in minor units and people who lose access, as `89014:2`. */
      readonly agreed?: string;
      readonly operationId?: string;
    }
  | {
      readonly type: 'turn_off_auto_renew' | 'turn_on_auto_renew';
      readonly subscriptionId?: string;
      readonly operationId?: string;
    }
  | { readonly type: 'undo'; readonly subscriptionId: string; readonly undoes: string; readonly operationId: string }
  | { readonly type: 'list_invoices'; readonly months?: 3 | 6 | 12 }
  | { readonly type: 'show_invoice'; readonly invoice: string }
  | { readonly type: 'change_language'; readonly language: 'en' | 'zh-TW' };

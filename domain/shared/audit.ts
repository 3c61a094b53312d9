import type { PersonId, ProductId, SubscriptionId, TenantId } from './ids';
import type { Instant } from './instant';
import type { RefusalCode } from './refusal';

/**
 * What somebody wanted of the bot, and what came of it. Ids alone: nothing that was typed, nobody's name, nothing of a
 * card. Written once and never changed.
 */
export interface AuditEntry {
  readonly tenantId: TenantId;
  /** When it was answered. */
  readonly at: Instant;
  readonly personId: PersonId;
  /** The type of the command, or what was done on a page. */
  readonly what: string;
  readonly on: AuditSubject;
  readonly from: AuditOrigin;
  readonly operationId?: string | undefined;
  readonly outcome: AuditOutcome;
}

/** An entry as it is kept; ids follow the order of time. */
export interface Audited extends AuditEntry {
  readonly id: string;
}

/** What it is about, as far as that was known. */
export interface AuditSubject {
  readonly subscriptionId?: SubscriptionId | undefined;
  readonly productId?: ProductId | undefined;
  readonly people?: readonly PersonId[] | undefined;
  /** An invoice's number. */
  readonly invoice?: string | undefined;
  readonly paymentMethodId?: string | undefined;
  readonly billingProfileId?: string | undefined;
  /** Which table was exported. */
  readonly table?: string | undefined;
}

/** `text`: typed. `press`: a button. `page`: a web page, opened by a link. */
export interface AuditOrigin {
  readonly by: 'text' | 'press' | 'page';
  /** What the channel is called, such as `msteams`. */
  readonly channel?: string | undefined;
  readonly conversationId?: string | undefined;
}

/**
 * `done`: something was changed. `unchanged`: there was nothing to do. `shown`: it only looked. `asked`: it was asked
 * about first, or something was left to be given. `waiting`: a charge for it had no answer yet. `failed`: by a fault
 * that stands in the log under `trouble`, after something was `changed` or before.
 */
export type AuditOutcome =
  | { readonly type: 'done' | 'unchanged' | 'shown' | 'asked' | 'waiting' }
  | { readonly type: 'refused'; readonly code: RefusalCode }
  | { readonly type: 'failed'; readonly trouble: string; readonly changed?: true | undefined };

export const AUDIT_OUTCOMES = ['done', 'unchanged', 'shown', 'asked', 'waiting', 'refused', 'failed'] as const;

import type { Invoice } from '../billing/invoice';
import type { OperationId, PaymentMethodId, PersonId, RequestId, SubscriptionId, TenantId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Money } from '../shared/money';
import type { SubscriptionEvent } from '../subscription/events';
import type { Order } from '../subscription/history';
import type { AdminNoticeKind, Audience, Notice, Telling } from '../subscription/notice';
import type { Outcome } from '../subscription/outcome';
import type { Receipt } from '../subscription/receipt';
import type { Subscription } from '../subscription/subscription';

/** All of an invoice but its number, which is given when it is written. */
export type InvoiceDraft = Omit<Invoice, 'number'>;

/**
 * What a subscription still owes the outside; handled at least once, by consumers that are idempotent. It holds all
 * that was so when it came to be owed: cards and addresses change until it is settled.
 */
export type OutboxEntry = OwedInvoice | OwedNotice;

export interface OwedInvoice {
  readonly type: 'invoice';
  /** Also the key under which a refund is asked for. */
  readonly id: string;
  readonly invoice: InvoiceDraft;
  /** Given back before the invoice is written. */
  readonly refund?: Money | undefined;
}

/** Becomes one notice for each of those it is for. */
export interface OwedNotice {
  readonly type: 'notice';
  readonly id: string;
  /** None: the purchaser. */
  readonly to?: Audience | undefined;
  /** When it happened. */
  readonly at?: Instant | undefined;
  readonly notice: Notice;
}

/** Something that one person or channel is told, perhaps twice when a bot ends in between, but never not at all. */
export interface NoticeRecord {
  readonly tenantId: TenantId;
  /** Derived from what happened and from whom it is for, so that it is there once. */
  readonly id: string;
  readonly to: Recipient;
  /** None: it is not about a subscription. */
  readonly subscriptionId?: SubscriptionId | undefined;
  readonly notice: Notice;
  readonly at: Instant;
  /** When it is to be sent, or by when whoever is sending it is done; none: it is at an end. */
  readonly dueAt?: Instant | undefined;
  /** How often in a row sending it came to nothing, for the same reason. */
  readonly tries: number;
  /**
   * That reason: its recipient never spoke with the bot, the channel did not take it, or nobody could say whether they
   * are an admin. None: it was never tried.
   */
  readonly waitsFor?: 'recipient' | 'channel' | 'directory' | undefined;
  /** Sent together with others of that day. */
  readonly digest?: boolean | undefined;
  readonly ended?: NoticeEnd | undefined;
}

export type Recipient =
  | { readonly type: 'person'; readonly personId: PersonId }
  | { readonly type: 'channel'; readonly channelId: string };

export type NoticeEnd =
  | { readonly type: 'sent'; readonly at: Instant }
  /**
   * `nowhere`: they never spoke with the bot alone. `stopped`: they want no such notices. `blocked`: they do not take
   * what the bot sends. `refused`: the channel would not have it. `not_admin`: it was for admins, and they are none
   * any more.
   */
  | {
      readonly type: 'not_sent';
      readonly at: Instant;
      readonly why: 'nowhere' | 'stopped' | 'blocked' | 'refused' | 'not_admin';
      /** The channel's HTTP status. */
      readonly status?: number | undefined;
    };

/** A charge that is asked for, or is about to be, and what happens when the gateway has answered. */
export interface PendingCharge {
  readonly operationId: OperationId;
  /** None: time asked for it. */
  readonly by?: PersonId | undefined;
  readonly asked: string;
  readonly at: Instant;
  /** The key under which it is asked for. */
  readonly key: string;
  readonly amount: Money;
  readonly paymentMethodId: PaymentMethodId;
  readonly invoice: InvoiceDraft;
  readonly events: readonly SubscriptionEvent[];
  readonly outcome?: Outcome | undefined;
  readonly ifRefused: readonly SubscriptionEvent[];
  /** The request whose approval is used up by it: it is asked for only once it has that. */
  readonly approvedBy?: RequestId | undefined;
}

/** The subscription with what must change in the same write as it. */
export interface SubscriptionRecord {
  readonly subscription: Subscription;
  readonly receipts: readonly Receipt[];
  readonly history: readonly Order[];
  readonly outbox: readonly OutboxEntry[];
  /** At most one at a time; nothing else that costs money happens before it is settled. */
  readonly pending?: PendingCharge | undefined;
  /** Tax charged for the present period less what was given back of it, in minor units; none: nothing. */
  readonly taxPaid?: number | undefined;
  /** Nobody looks after it before: somebody does already, or a gateway is given time. None: whoever comes first may. */
  readonly waitUntil?: Instant | undefined;
  /** How often in a row looking after it did not bring it to an end; none: never. */
  readonly tries?: number | undefined;
}

/** What the last question in a conversation was, so that "yes", "no" or "the second" can answer it. */
export interface Question {
  readonly conversationId: string;
  readonly askedAt: Instant;
  /** What the bot asked about, in the bot's own words; the store does not look inside. */
  readonly about: unknown;
}

/** What the bot remembers of a person it talks to. */
export interface PersonRecord {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  readonly language?: string | undefined;
  readonly welcomedAt?: Instant | undefined;
  readonly question?: Question | undefined;
  /** Where they last spoke with the bot alone; notices go there. */
  readonly reach?: Reach | undefined;
  /** Cards that hold a link to the payment page, to be renewed when it has done its work. */
  readonly handOvers?: readonly HandOver[] | undefined;
  /** Cards that asked them something once, and were answered: as the channel calls their messages. */
  readonly answered?: readonly { readonly askedBy: string; readonly at: Instant }[] | undefined;
  /** They do not want to be told who gave them a license or took it away. */
  readonly stopsLicenseNotices?: boolean | undefined;
  /** How an admin is told of what others do; what is left out is told at once. */
  readonly adminNotices?: Readonly<Partial<Record<AdminNoticeKind, Telling>>> | undefined;
  /** When they last did something that is no operation on a subscription: "undo" does not reach behind it. */
  readonly didOtherwiseAt?: Instant | undefined;
}

/** A conversation of several that admins chose to be told in. */
export interface ChannelRecord {
  readonly tenantId: TenantId;
  /** The conversation's, as the channel has it. */
  readonly id: string;
  readonly reach: Reach;
  /** The admin who chose it last, or ended it. */
  readonly by: PersonId;
  readonly at: Instant;
  /** Nothing is sent there any more. */
  readonly off?: boolean | undefined;
}

export interface HandOver {
  readonly linkId: string;
  /** The message of the card, as the channel calls it. */
  readonly activityId: string;
  /** From then on the link opens no more, and the card need not be found. */
  readonly expiresAt: Instant;
}

export interface Reach {
  /** As the channel has it; the store does not look inside. */
  readonly reference: unknown;
  /** The language they were last answered in. */
  readonly locale: string;
  /** Where they are, as IANA names it. */
  readonly timeZone?: string | undefined;
  /** The channel says that they do not take what the bot sends; until they speak with it again nothing is sent. */
  readonly blocked?: boolean | undefined;
}

/** Work that one process does at a time: who does it, until when, and what the next one has to know. */
export interface LeaseRecord {
  /** Whose work it is; the same for all tenants. */
  readonly tenantId: TenantId;
  readonly id: string;
  readonly holder: string;
  readonly until: Instant;
  /** The store does not look inside. */
  readonly about?: unknown;
}

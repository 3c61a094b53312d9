import type { Account } from '../billing/account';
import type { Invoice } from '../billing/invoice';
import type { PersonId, TenantId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Money } from '../shared/money';
import type { Receipt } from '../subscription/receipt';
import type { Subscription } from '../subscription/subscription';

/**
 * What a subscription still owes the outside; handled at least once, by consumers that are idempotent. It holds all
 * that was so when it came to be owed: cards and addresses change until it is settled.
 */
export interface OutboxEntry {
  readonly id: string;
  readonly type: 'refund';
  readonly amount: Money;
  readonly at: Instant;
  readonly billTo: string;
  readonly paidWith: Invoice['paidWith'];
}

/** The subscription with what must change in the same write as it. */
export interface SubscriptionRecord {
  readonly subscription: Subscription;
  readonly receipts: readonly Receipt[];
  readonly outbox: readonly OutboxEntry[];
  /** When it is to be looked after next without anybody asking; none: it owes nothing. */
  readonly dueAt?: Instant | undefined;
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
}

/** An aggregate as it was loaded. A save succeeds only while the stored version is still this one. */
export interface Versioned<S> {
  readonly version: number;
  readonly state: S;
}

/** The version to save with when nothing is stored yet. */
export const NEW = 0;

/** Aggregates saved by compare-and-set: never a lost update, on any store, without a transaction. */
export interface Repository<S> {
  load(tenantId: TenantId, id: string): Promise<Versioned<S> | undefined>;
  /**
   * Stores `state` as version `expected + 1` and resolves when it is durable; false when the stored version is not
   * `expected` (somebody was faster, or `NEW` was said of something that exists): load and decide again.
   */
  save(state: S, expected: number): Promise<boolean>;
}

export interface Subscriptions extends Repository<SubscriptionRecord> {
  /** All of a purchaser's, oldest purchase first, deleted ones left out. */
  ofPurchaser(tenantId: TenantId, purchaserId: PersonId): Promise<readonly Versioned<SubscriptionRecord>[]>;
  /** Those whose `dueAt` has come, of any tenant, those that waited longest first. */
  due(now: Instant, limit: number): Promise<readonly Versioned<SubscriptionRecord>[]>;
}

/** `number_taken`: the cause is new, but another invoice got the number meanwhile; take the next. */
export type InvoiceAdded = 'added' | 'exists' | 'number_taken';

export interface Invoices {
  add(invoice: Invoice): Promise<InvoiceAdded>;
  byNumber(tenantId: TenantId, purchaserId: PersonId, number: string): Promise<Invoice | undefined>;
  /** Issued at or after `from` and before `to`, latest first, at most `limit`. */
  ofPurchaser(
    tenantId: TenantId,
    purchaserId: PersonId,
    range: { readonly from: Instant; readonly to: Instant; readonly limit: number },
  ): Promise<readonly Invoice[]>;
  /** The highest sequence given in a tenant and year; 0 when there is none. */
  lastSequence(tenantId: TenantId, year: number): Promise<number>;
}

/** Everything that lasts. Each call throws when the store cannot be reached in a few seconds. */
export interface Store {
  readonly subscriptions: Subscriptions;
  readonly accounts: Repository<Account>;
  readonly people: Repository<PersonRecord>;
  readonly invoices: Invoices;
  /** Resolves when the store answers; throws otherwise. */
  ready(): Promise<void>;
  /** True when it holds no subscription at all, so that demo data may be laid. */
  isEmpty(): Promise<boolean>;
  close(): Promise<void>;
}

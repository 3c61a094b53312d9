import type { Account } from '../billing/account';
import type { Invoice } from '../billing/invoice';
import type { LicenseRequest } from '../catalog/license-request';
import type { Policy } from '../catalog/policy';
import type { AuditEntry, Audited } from '../shared/audit';
import type { PersonId, ProductId, SubscriptionId, TenantId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Summary } from '../subscription/spend';
import type { SubscriptionStatus } from '../subscription/subscription';
import type {
  ChannelRecord,
  InvoiceDraft,
  LeaseRecord,
  NoticeRecord,
  PersonRecord,
  Recipient,
  SubscriptionRecord,
} from './records';

export type * from './records';

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
  /** All of a purchaser's, oldest purchase first; deleted ones and orders not paid for yet left out. */
  ofPurchaser(tenantId: TenantId, purchaserId: PersonId): Promise<readonly Versioned<SubscriptionRecord>[]>;
  /** Those that are to be looked after by now, of any tenant, those that waited longest first. */
  due(now: Instant, limit: number): Promise<readonly Versioned<SubscriptionRecord>[]>;
  /** A page of all that is bought in a tenant; deleted ones and orders not paid for yet left out. */
  ofTenant(tenantId: TenantId, query: PurchaseQuery): Promise<PurchasePage>;
  /** All that is bought in a tenant, in short. */
  summaries(tenantId: TenantId): Promise<readonly Summary[]>;
}

/** Of which products, and whose. Whatever is left out does not matter. */
export interface PurchaseSubject {
  readonly productIds?: readonly ProductId[] | undefined;
  readonly purchaserIds?: readonly PersonId[] | undefined;
}

/** Whatever is left out does not matter. */
export interface PurchaseQuery extends PurchaseSubject {
  /** `newest` purchase first, soonest `ending` term, `dearest` a month, or most `unassigned` licenses. */
  readonly order: 'newest' | 'ending' | 'dearest' | 'unassigned';
  /** One of these, besides. */
  readonly either?: readonly PurchaseSubject[] | undefined;
  readonly status?: SubscriptionStatus | undefined;
  /** Active ones that do not renew and end before it. */
  readonly endsBefore?: Instant | undefined;
  /** Those with licenses that nobody has. */
  readonly unassigned?: boolean | undefined;
  /** Where the page begins, as the page before said. */
  readonly from?: string | undefined;
  readonly limit: number;
}

export interface PurchasePage {
  readonly found: readonly Versioned<SubscriptionRecord>[];
  /** Where the next page begins; none: this is the last. */
  readonly next?: string;
}

export interface Accounts extends Repository<Account> {
  /**
   * Those whose owner is to be told of a card that expires, or whose gateway is to forget one, of any tenant, those that
   * waited longest first.
   */
  due(now: Instant, limit: number): Promise<readonly Versioned<Account>[]>;
}

export interface Channels extends Repository<ChannelRecord> {
  /** Those of a tenant in which admins are told. */
  ofTenant(tenantId: TenantId): Promise<readonly ChannelRecord[]>;
}

export interface Notices extends Repository<NoticeRecord> {
  /** Those that are to be sent by now, of any tenant, those that waited longest first. */
  due(now: Instant, limit: number): Promise<readonly Versioned<NoticeRecord>[]>;
  /** All to one recipient that go out together and are to be sent by now, in no particular order. */
  ofDay(tenantId: TenantId, to: Recipient, now: Instant): Promise<readonly Versioned<NoticeRecord>[]>;
  /** To one recipient, latest first. */
  ofRecipient(tenantId: TenantId, to: Recipient, limit: number): Promise<readonly NoticeRecord[]>;
  /** About one subscription, to whomever, latest first. */
  ofSubscription(tenantId: TenantId, subscriptionId: SubscriptionId, limit: number): Promise<readonly NoticeRecord[]>;
}

export interface Requests extends Repository<LicenseRequest> {
  /**
   * As in every repository; false as well while another request of the same person and product has no answer, so that
   * there is one at a time.
   */
  save(state: LicenseRequest, expected: number): Promise<boolean>;
  /** All that a person ever asked for, latest first. */
  ofPerson(tenantId: TenantId, personId: PersonId): Promise<readonly Versioned<LicenseRequest>[]>;
  /** Those of a tenant that have no answer, those that waited longest first. */
  unanswered(tenantId: TenantId, limit: number): Promise<readonly Versioned<LicenseRequest>[]>;
  /** Those of which something is to be told by now, of any tenant, those that waited longest first. */
  due(now: Instant, limit: number): Promise<readonly Versioned<LicenseRequest>[]>;
}

/** `number_taken`: the cause is new, but another invoice got the number meanwhile; take the next. */
export type InvoiceAdded = 'added' | 'exists' | 'number_taken';

export interface Invoices {
  /**
   * Gives the invoice the next number of its tenant and year and stores it; undefined when its cause has one already.
   * Without gaps, on any number of replicas, and in the order they came where one process gives them.
   */
  issue(invoice: InvoiceDraft): Promise<Invoice | undefined>;
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

interface LedgerEntry {
  readonly tenantId: TenantId;
  /** Entries that name one are found by it. */
  readonly subscriptionId?: SubscriptionId;
}

/** What is kept once under its key and never changed. The store does not look inside: whoever reads says what it is. */
export interface Ledger {
  /** Keeps an entry and resolves to the one that is kept: an earlier one of the same key if there is one. */
  keep<E extends LedgerEntry>(key: string, entry: E): Promise<E>;
  find<E extends LedgerEntry>(key: string): Promise<E | undefined>;
  /** In no particular order. */
  ofSubscription<E extends LedgerEntry>(tenantId: TenantId, subscriptionId: SubscriptionId): Promise<readonly E[]>;
}

/** What everybody wanted of the bot and what came of it. Nothing of it is ever changed or removed. */
export interface Audit {
  /** Resolves when the entry is durable. When it throws, the entry waits and is tried again. */
  append(entry: AuditEntry): Promise<void>;
  /** Returns at once; the entry is durable within moments, and at the latest when the store is closed. */
  note(entry: AuditEntry): void;
  /** A page of those about one subscription, latest first; `from` is where it begins, as the page before said. */
  ofSubscription(
    tenantId: TenantId,
    subscriptionId: SubscriptionId,
    page: { readonly from?: string | undefined; readonly limit: number },
  ): Promise<AuditPage>;
}

export interface AuditPage {
  readonly entries: readonly Audited[];
  /** Where the next page begins; none: this is the last. */
  readonly next?: string;
}

/** Everything that lasts. Each call throws when the store cannot be reached in a few seconds. */
export interface Store {
  readonly subscriptions: Subscriptions;
  readonly accounts: Accounts;
  readonly people: Repository<PersonRecord>;
  /** One for each tenant; its id is the tenant's. */
  readonly policies: Repository<Policy>;
  readonly invoices: Invoices;
  readonly notices: Notices;
  readonly channels: Channels;
  readonly requests: Requests;
  readonly leases: Repository<LeaseRecord>;
  /** What the gateway was asked for, under the keys it was asked with. */
  readonly charges: Ledger;
  /** What the gateway told, under its own ids, so that each is heard once. */
  readonly gatewayEvents: Ledger;
  readonly audit: Audit;
  /** Visits to the gateway's own page, under what the gateway calls them: who was sent there, and what for. */
  readonly visits: Ledger;
  /** Secrets that were drawn once, for all replicas and for good. */
  readonly secrets: Ledger;
  /** Resolves when the store answers; throws otherwise. */
  ready(): Promise<void>;
  /** True when it holds no subscription at all, so that demo data may be laid. */
  isEmpty(): Promise<boolean>;
  close(): Promise<void>;
}

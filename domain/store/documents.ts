import type { Journal } from './journal';

/** One stored document: the fields the store itself needs, the fields its indexes need, and the state. */
export interface StoredDocument {
  readonly _id: string;
  readonly version: number;
  /** Of the shape of `state`, so that older documents can be read. */
  readonly schema: number;
  readonly tenantId: string;
  readonly state: unknown;
  readonly [indexed: string]: unknown;
}

type Scalar = string | number | boolean;

/** The part of MongoDB's query language that both stores speak the same way; every term is AND. */
export type Filter = Readonly<Record<string, Scalar | Bounds | { readonly $in: readonly Scalar[] }>>;

export interface Bounds {
  readonly $gte?: Scalar;
  readonly $lt?: Scalar;
}

export interface Find {
  readonly filter: Filter;
  /** One of these must hold besides; none: nothing is left out for it. */
  readonly either?: readonly Filter[] | undefined;
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  readonly limit?: number;
  /** Only the fields beside the state, which is then undefined. */
  readonly withoutState?: true;
}

/**
 * `duplicate_id`: a document of that id exists. `duplicate_key`: another document holds the same value of a unique
 * index.
 */
export type Inserted = 'inserted' | 'duplicate_id' | 'duplicate_key';

/** What a database must be able to do for us; implemented once for each. */
export interface Documents {
  readonly journal: Journal;
  get(collection: CollectionName, id: string): Promise<StoredDocument | undefined>;
  insert(collection: CollectionName, document: StoredDocument): Promise<Inserted>;
  /** Replaces the document of the same id if its version is still `expected`; one atomic, durable write. */
  replace(collection: CollectionName, document: StoredDocument, expected: number): Promise<boolean>;
  find(collection: CollectionName, find: Find): Promise<readonly StoredDocument[]>;
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface Index {
  readonly fields: readonly string[];
  readonly unique?: true;
  /** Documents without the (single) field are left out of it. */
  readonly sparse?: true;
  /** Documents are read in the order of the (single) field, a few at a time, however many have the same value. */
  readonly ordered?: true;
}

export type CollectionName = keyof typeof collections;

/** Every collection and every index; a query that none of these serves does not belong here. */
export const collections = {
  subscriptions: [
    { fields: ['owner', 'hidden'] },
    { fields: ['dueAt'], sparse: true, ordered: true },
    { fields: ['byPurchase'], ordered: true },
    { fields: ['byEnd'], ordered: true },
    { fields: ['bySpend'], ordered: true },
    { fields: ['byFree'], ordered: true },
  ],
  accounts: [{ fields: ['dueAt'], sparse: true, ordered: true }],
  people: [],
  policies: [],
  channels: [{ fields: ['told'], sparse: true }],
  leases: [],
  charges: [{ fields: ['subscriptionKey'], sparse: true }],
  gatewayEvents: [],
  visits: [],
  notices: [
    { fields: ['dueAt'], sparse: true, ordered: true },
    { fields: ['byRecipient'], ordered: true },
    { fields: ['bySubscription'], sparse: true, ordered: true },
    { fields: ['byDay'], sparse: true, ordered: true },
  ],
  secrets: [],
  requests: [
    { fields: ['owner', 'askedAt'] },
    { fields: ['waitsIn', 'askedAt'] },
    { fields: ['openKey'], unique: true, sparse: true },
    { fields: ['dueAt'], sparse: true, ordered: true },
  ],
  invoices: [
    { fields: ['owner', 'issuedAt'] },
    { fields: ['numberKey'], unique: true },
    { fields: ['yearKey', 'sequence'] },
  ],
} as const satisfies Readonly<Record<string, readonly Index[]>>;

import type { Account } from '../billing/account';
import { accountDueAt } from '../billing/forgetting';
import { type Invoice, sequenceOf } from '../billing/invoice';
import type { LicenseRequest } from '../catalog/license-request';
import type { Policy } from '../catalog/policy';
import { createAudit } from './audit';
import type { CollectionName, Documents, StoredDocument } from './documents';
import { dueAtOf } from './due';
import { key } from './key';
import { noticeFields, noticesFound } from './notice-order';
import { createNumbering } from './numbering';
import type {
  Accounts,
  ChannelRecord,
  Channels,
  Invoices,
  LeaseRecord,
  Ledger,
  NoticeRecord,
  Notices,
  PersonRecord,
  Repository,
  Requests,
  Store,
  SubscriptionRecord,
  Subscriptions,
  Versioned,
} from './port';
import { purchasesOf, seenByAdmins } from './purchases';
import { requestFields, requestsFound } from './requests';

const SCHEMA = 1;

/** How an aggregate is laid down: its key, and the fields its queries need. */
interface Layout<S> {
  readonly tenantId: (state: S) => string;
  readonly id: (state: S) => string;
  readonly indexed?: (state: S) => Readonly<Record<string, unknown>>;
}

const toDocument = <S>(layout: Layout<S>, state: S, version: number): StoredDocument => ({
  _id: key(layout.tenantId(state), layout.id(state)),
  version,
  schema: SCHEMA,
  tenantId: layout.tenantId(state),
  ...layout.indexed?.(state),
  state,
});

/** Throws for what a later version of the bot wrote in a shape of its own: reading it wrongly would lose some of it. */
const toVersioned = <S>({ version, schema, state }: StoredDocument): Versioned<S> => {
  if (schema !== SCHEMA)
    throw new Error(`a document has the schema ${schema}, and this version of the bot reads ${SCHEMA}`);
  return { version, state: state as S };
};

const repository = <S>(documents: Documents, collection: CollectionName, layout: Layout<S>): Repository<S> => ({
  load: async (tenantId, id) => {
    const document = await documents.get(collection, key(tenantId, id));
    return document && toVersioned<S>(document);
  },
  save: async (state, expected) => {
    const document = toDocument(layout, state, expected + 1);
    if (expected > 0) return documents.replace(collection, document, expected);
    return (await documents.insert(collection, document)) === 'inserted';
  },
});

const subscriptionLayout: Layout<SubscriptionRecord> = {
  tenantId: record => record.subscription.tenantId,
  id: record => record.subscription.id,
  indexed: record => {
    const { subscription } = record;
    const dueAt = dueAtOf(record);
    return {
      owner: key(subscription.tenantId, subscription.purchaserId),
      hidden: subscription.status === 'deleted' || subscription.status === 'ordered',
      ...indexedDue(dueAt),
      ...seenByAdmins(subscription),
    };
  },
};

const subscriptionsOf = (documents: Documents): Subscriptions => ({
  ...repository(documents, 'subscriptions', subscriptionLayout),
  ofPurchaser: async (tenantId, purchaserId) => {
    const filter = { owner: key(tenantId, purchaserId), hidden: false };
    const found = await documents.find('subscriptions', { filter, sort: { purchasedAt: 1, _id: 1 } });
    return found.map(document => toVersioned<SubscriptionRecord>(document));
  },
  due: (now, limit) => due<SubscriptionRecord>(documents, 'subscriptions', now, limit),
  ...purchasesOf(documents, toVersioned<SubscriptionRecord>),
});

const accountsOf = (documents: Documents): Accounts => ({
  ...repository<Account>(documents, 'accounts', {
    tenantId: account => account.tenantId,
    id: account => account.purchaserId,
    indexed: account => indexedDue(accountDueAt(account)),
  }),
  due: (now, limit) => due<Account>(documents, 'accounts', now, limit),
});

const indexedDue = (dueAt: number | undefined): { readonly dueAt?: number } => (dueAt === undefined ? {} : { dueAt });

const noticesOf = (documents: Documents): Notices => ({
  ...repository<NoticeRecord>(documents, 'notices', {
    tenantId: notice => notice.tenantId,
    id: notice => notice.id,
    indexed: notice => ({ ...noticeFields(notice), ...indexedDue(notice.dueAt) }),
  }),
  due: (now, limit) => due<NoticeRecord>(documents, 'notices', now, limit),
  ...noticesFound(documents, toVersioned<NoticeRecord>),
});

const requestsOf = (documents: Documents): Requests => ({
  ...repository<LicenseRequest>(documents, 'requests', {
    tenantId: request => request.tenantId,
    id: request => request.id,
    indexed: requestFields,
  }),
  ...requestsFound(documents, toVersioned<LicenseRequest>),
  due: (now, limit) => due<LicenseRequest>(documents, 'requests', now, limit),
});

const channelsOf = (documents: Documents): Channels => ({
  ...repository<ChannelRecord>(documents, 'channels', {
    tenantId: channel => channel.tenantId,
    id: channel => channel.id,
    indexed: ({ tenantId, off }): Readonly<Record<string, string>> => (off ? {} : { told: tenantId }),
  }),
  ofTenant: async tenantId => {
    const found = await documents.find('channels', { filter: { told: tenantId } });
    return found.map(document => toVersioned<ChannelRecord>(document).state);
  },
});

/** Those of a collection that are due by now, those that waited longest first. */
const due = async <S>(
  documents: Documents,
  collection: CollectionName,
  now: number,
  limit: number,
): Promise<readonly Versioned<S>[]> => {
  const filter = { dueAt: { $lt: now + 1 } };
  const found = await documents.find(collection, { filter, sort: { dueAt: 1 }, limit });
  return found.map(document => toVersioned<S>(document));
};

const yearOf = (invoice: Invoice): number => new Date(invoice.issuedAt).getUTCFullYear();

const invoiceLayout: Layout<Invoice> = {
  tenantId: invoice => invoice.tenantId,
  id: invoice => invoice.id,
  indexed: invoice => ({
    owner: key(invoice.tenantId, invoice.purchaserId),
    issuedAt: invoice.issuedAt,
    numberKey: key(invoice.tenantId, invoice.number),
    yearKey: key(invoice.tenantId, yearOf(invoice)),
    sequence: sequenceOf(invoice.number),
  }),
};

const invoicesOf = (documents: Documents): Invoices => {
  const invoices = numberedInvoicesOf(documents);
  return { ...invoices, issue: createNumbering(invoices) };
};

const numberedInvoicesOf = (documents: Documents): Omit<Invoices, 'issue'> => ({
  add: async invoice => {
    const inserted = await documents.insert('invoices', toDocument(invoiceLayout, invoice, 1));
    return inserted === 'inserted' ? 'added' : inserted === 'duplicate_id' ? 'exists' : 'number_taken';
  },
  byNumber: async (tenantId, purchaserId, number) => {
    const [found] = await documents.find('invoices', { filter: { numberKey: key(tenantId, number) }, limit: 1 });
    const invoice = found && toVersioned<Invoice>(found).state;
    return invoice?.purchaserId === purchaserId ? invoice : undefined;
  },
  ofPurchaser: async (tenantId, purchaserId, { from, to, limit }) => {
    const filter = { owner: key(tenantId, purchaserId), issuedAt: { $gte: from, $lt: to } };
    const found = await documents.find('invoices', { filter, sort: { issuedAt: -1, sequence: -1 }, limit });
    return found.map(document => toVersioned<Invoice>(document).state);
  },
  lastSequence: async (tenantId, year) => {
    const filter = { yearKey: key(tenantId, year), sequence: { $gte: 0 } };
    const [found] = await documents.find('invoices', { filter, sort: { sequence: -1 }, limit: 1 });
    return found ? sequenceOf(toVersioned<Invoice>(found).state.number) : 0;
  },
});

const ledgerOf = (documents: Documents, collection: CollectionName): Ledger => {
  const find = async <E>(id: string): Promise<E | undefined> => {
    const kept = await documents.get(collection, id);
    return kept && toVersioned<E>(kept).state;
  };
  return {
    find,
    keep: async (id, entry) => {
      const { tenantId, subscriptionId } = entry;
      const indexed = subscriptionId === undefined ? {} : { subscriptionKey: key(tenantId, subscriptionId) };
      const document = { _id: id, version: 1, schema: SCHEMA, tenantId, ...indexed, state: entry };
      if ((await documents.insert(collection, document)) === 'inserted') return entry;
      const kept = await find<typeof entry>(id);
      if (!kept) throw new Error('what was there a moment ago is gone');
      return kept;
    },
    ofSubscription: async <E>(tenantId: string, subscriptionId: string) => {
      const filter = { subscriptionKey: key(tenantId, subscriptionId) };
      return (await documents.find(collection, { filter })).map(document => toVersioned<E>(document).state);
    },
  };
};

/** The store's promises over any database that can do what `Documents` asks. */
export const createStore = (documents: Documents): Store => {
  const audit = createAudit(documents.journal);
  return {
    ...partsOf(documents),
    audit,
    close: async () => {
      try {
        await audit.close();
      } finally {
        await documents.close();
      }
    },
  };
};

const partsOf = (documents: Documents): Omit<Store, 'audit' | 'close'> => ({
  subscriptions: subscriptionsOf(documents),
  accounts: accountsOf(documents),
  people: repository<PersonRecord>(documents, 'people', {
    tenantId: person => person.tenantId,
    id: person => person.personId,
  }),
  policies: repository<Policy>(documents, 'policies', {
    tenantId: policy => policy.tenantId,
    id: policy => policy.tenantId,
  }),
  invoices: invoicesOf(documents),
  notices: noticesOf(documents),
  channels: channelsOf(documents),
  requests: requestsOf(documents),
  leases: repository<LeaseRecord>(documents, 'leases', { tenantId: lease => lease.tenantId, id: lease => lease.id }),
  charges: ledgerOf(documents, 'charges'),
  gatewayEvents: ledgerOf(documents, 'gatewayEvents'),
  visits: ledgerOf(documents, 'visits'),
  secrets: ledgerOf(documents, 'secrets'),
  ready: () => documents.ready(),
  isEmpty: async () => (await documents.find('subscriptions', { filter: {}, limit: 1 })).length === 0,
});

import type { Instant } from '../shared/instant';
import { termOf } from '../subscription/period';
import { monthlySpend, type Summary } from '../subscription/spend';
import { freeLicenses, type Subscription } from '../subscription/subscription';
import type { Documents, Filter, StoredDocument } from './documents';
import type { PurchaseQuery, PurchaseSubject, Subscriptions } from './port';

/** Later, or more, than any there is; counted down from, the newest or the most comes first. */
const FAR = 9_999_999_999_999;

/** Ids may hold anything, so what divides the parts is made sure of. */
const part = (text: string): string => text.replace(/[%|]/g, encodeURIComponent);
const placed = (tenantId: string, at: Instant): string => `${part(tenantId)}|${String(at).padStart(13, '0')}|`;

/** The fields of a subscription that admins find it by. */
export const seenByAdmins = (subscription: Subscription) => {
  const { id, tenantId, purchaserId, productId, purchasedAt, status, recurring, total, trial } = subscription;
  const { unitPrice, frequency } = subscription;
  return {
    purchasedAt,
    purchaserId,
    productId,
    status,
    recurring,
    total,
    trial,
    frequency,
    free: freeLicenses(subscription),
    price: unitPrice.minor,
    currency: unitPrice.currency,
    byPurchase: `${placed(tenantId, FAR - purchasedAt)}${part(id)}`,
    byEnd: `${placed(tenantId, termOf(subscription).end)}${part(id)}`,
    bySpend: `${placed(tenantId, FAR - monthlySpend(subscription))}${part(id)}`,
    byFree: `${placed(tenantId, FAR - freeLicenses(subscription))}${part(id)}`,
  };
};

/** Each has an index of its own, so that a page is found without a look at all that is bought. */
const orders = { newest: 'byPurchase', ending: 'byEnd', dearest: 'bySpend', unassigned: 'byFree' } as const;

/** All of a tenant, whoever bought it. */
export const purchasesOf = <V>(
  documents: Documents,
  read: (document: StoredDocument) => V,
): Pick<Subscriptions, 'summaries'> & {
  ofTenant(tenantId: string, query: PurchaseQuery): Promise<{ readonly found: readonly V[]; readonly next?: string }>;
} => ({
  ofTenant: async (tenantId, query) => {
    const field = orders[query.order];
    const filter = filterOf(tenantId, query, field);
    // One more than is wanted tells whether there is more.
    const documentsFound = await documents.find('subscriptions', {
      filter,
      either: query.either?.map(subjectOf),
      sort: { [field]: 1 },
      limit: query.limit + 1,
    });
    const next = documentsFound.length > query.limit ? documentsFound[query.limit]?.[field] : undefined;
    const found = documentsFound.slice(0, query.limit).map(read);
    return typeof next === 'string' ? { found, next } : { found };
  },
  summaries: async tenantId => {
    const filter = { byPurchase: { $gte: `${part(tenantId)}|`, $lt: `${part(tenantId)}}` }, hidden: false };
    const found = await documents.find('subscriptions', { filter, sort: { byPurchase: 1 }, withoutState: true });
    return found.map(summaryOf);
  },
});

const filterOf = (tenantId: string, query: PurchaseQuery, field: (typeof orders)[keyof typeof orders]): Filter => {
  const { from, status, endsBefore, unassigned } = query;
  const start = `${part(tenantId)}|`;
  const end = `${part(tenantId)}}`;
  // A cursor is only ever a place in the tenant's own list.
  const $gte = from !== undefined && from > start ? from : start;
  return {
    hidden: false,
    ...subjectOf(query),
    ...(endsBefore === undefined
      ? {}
      : { byEnd: { $gte: start, $lt: placed(tenantId, endsBefore) }, recurring: false }),
    ...statusTerm(status, endsBefore),
    ...(unassigned ? { free: { $gte: 1 } } : {}),
    [field]: { $gte, $lt: endsBefore !== undefined && field === 'byEnd' ? placed(tenantId, endsBefore) : end },
  };
};

const subjectOf = ({ productIds, purchaserIds }: PurchaseSubject): Filter => ({
  ...(productIds === undefined ? {} : { productId: { $in: productIds } }),
  ...(purchaserIds === undefined ? {} : { purchaserId: { $in: purchaserIds } }),
});

/** Only what is active is still to end, so another status leaves nothing. */
const statusTerm = (status: PurchaseQuery['status'], endsBefore: PurchaseQuery['endsBefore']): Filter => {
  if (endsBefore === undefined) return status === undefined ? {} : { status };
  return { status: { $in: (['active'] as const).filter(wanted => status === undefined || status === wanted) } };
};

const STATUSES = ['active', 'expired', 'disabled', 'ordered', 'deleted'] as const;

const readStatus = (status: unknown) => STATUSES.find(known => known === status) ?? 'deleted';

const summaryOf = (document: StoredDocument): Summary => {
  const { purchaserId, productId, status, total, free, trial, frequency, price, currency } = document;
  return {
    purchaserId: String(purchaserId),
    productId: String(productId),
    status: readStatus(status),
    total: Number(total),
    free: Number(free),
    trial: trial === true,
    frequency: frequency === 'annual' ? 'annual' : 'monthly',
    unitPrice: { minor: Number(price), currency: String(currency) },
  };
};

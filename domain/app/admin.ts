import { productById } from '../catalog/catalog';
import { setPolicy as decidePolicy, type Policy, type PolicyValue, policyOf } from '../catalog/policy';
import type { PersonId, ProductId, SubscriptionId, TenantId } from '../shared/ids';
import { money } from '../shared/money';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import { NEW, type PersonRecord, type PurchaseQuery, type SubscriptionRecord } from '../store/port';
import type { Order } from '../subscription/history';
import { type Totals, totalsOf } from '../subscription/spend';
import type { Subscription } from '../subscription/subscription';
import type { Actor, Services } from './services';
import { untilFirst } from './until-first';

/** Named in the settings, or of an administrator's role in the directory; asked anew each time (RULES, Admins). */
export const isAdmin = async (services: Services, { tenantId, personId }: Actor): Promise<boolean> =>
  services.adminIds.includes(personId) || (await services.directory.admins(tenantId)).includes(personId);

/** All who are admins of a tenant now. */
export const adminsOf = async ({ adminIds, directory }: Services, tenantId: TenantId): Promise<readonly PersonId[]> => {
  const named = await directory.byIds(tenantId, adminIds);
  return [...new Set([...named.map(({ id }) => id), ...(await directory.admins(tenantId))])];
};

/** The answer, for admins alone. Refusals: NOT_ADMIN, and those of the answer. */
export const onlyAdmins = async <T>(
  services: Services,
  actor: Actor,
  answer: () => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> => ((await isAdmin(services, actor)) ? answer() : fail({ code: 'NOT_ADMIN' }));

export interface Purchases {
  readonly purchases: readonly Subscription[];
  /** Where the next page begins; none: this is the last. */
  readonly next?: string | undefined;
}

/** A page of what everybody in the tenant bought. Refusals: NOT_ADMIN. */
export const listPurchases = (
  services: Services,
  actor: Actor,
  query: PurchaseQuery,
): Promise<Result<Purchases, Refusal>> =>
  onlyAdmins(services, actor, async () => {
    const { found, next } = await services.store.subscriptions.ofTenant(actor.tenantId, query);
    return ok({ purchases: found.map(({ state }) => state.subscription), next });
  });

/** One purchase of anybody, with its order history, latest first. Refusals: NOT_ADMIN, SUBSCRIPTION_NOT_FOUND. */
export const showPurchase = (
  services: Services,
  actor: Actor,
  id: SubscriptionId,
): Promise<Result<{ readonly subscription: Subscription; readonly orders: readonly Order[] }, Refusal>> =>
  onlyAdmins(services, actor, async () => {
    const record = (await services.store.subscriptions.load(actor.tenantId, id))?.state;
    return record && isSeen(record)
      ? ok({ subscription: record.subscription, orders: record.history.toReversed() })
      : fail({ code: 'SUBSCRIPTION_NOT_FOUND' });
  });

const isSeen = ({ subscription: { status } }: SubscriptionRecord): boolean =>
  status !== 'deleted' && status !== 'ordered';

/** Over all that is active. A yearly price counts with a twelfth a month; a trial costs nothing. Refusals: NOT_ADMIN. */
export const purchaseTotals = (services: Services, actor: Actor): Promise<Result<Totals, Refusal>> =>
  onlyAdmins(services, actor, async () => {
    const summaries = await services.store.subscriptions.summaries(actor.tenantId);
    const active = summaries.filter(({ status }) => status === 'active');
    const purchasers = [...new Set(active.map(({ purchaserId }) => purchaserId))];
    const people = await services.directory.byIds(actor.tenantId, purchasers);
    const departments = new Map(people.map(({ id, department }) => [id, department]));
    const { currency } = services.catalog;
    const byProduct = totalsOf(active, currency, ({ productId }) => productId);
    const byDepartment = totalsOf(active, currency, ({ purchaserId }) => departments.get(purchaserId) ?? '');
    const [all] = totalsOf(active, currency, () => '');
    return ok({ byProduct, byDepartment, all: all ?? { spend: money(0, currency), purchases: 0, unassigned: 0 } });
  });

/** What the tenant allows to be bought, and who set what. Refusals: NOT_ADMIN. */
export const showPolicy = (services: Services, actor: Actor): Promise<Result<Policy, Refusal>> =>
  onlyAdmins(services, actor, async () => ok(await loadPolicy(services, actor)));

const loadPolicy = async ({ store }: Services, { tenantId }: Actor): Promise<Policy> =>
  (await store.policies.load(tenantId, tenantId))?.state ?? { tenantId, products: {} };

export interface PolicySet {
  readonly policy: Policy;
  readonly before: PolicyValue;
}

/** Sets the policy of a product; it counts from the next order on. Refusals: NOT_ADMIN, PRODUCT_NOT_SOLD, BUSY. */
export const setPolicy = (
  services: Services,
  actor: Actor,
  productId: ProductId,
  value: PolicyValue,
): Promise<Result<PolicySet, Refusal>> =>
  onlyAdmins(services, actor, async () => {
    if (!productById(services.catalog, productId)) return fail({ code: 'PRODUCT_NOT_SOLD' });
    return untilFirst(services, async () => {
      const { tenantId, personId: by } = actor;
      const loaded = await services.store.policies.load(tenantId, tenantId);
      const policy = loaded?.state ?? { tenantId, products: {} };
      const before = policyOf(policy, productId);
      const next = decidePolicy(policy, { at: services.now(), by, productId, value });
      if (next === policy) return ok({ policy, before });
      const isSaved = await services.store.policies.save(next, loaded?.version ?? NEW);
      return isSaved ? ok({ policy: next, before }) : undefined;
    });
  });

/** How an admin wants to be told of each kind of thing; what is left out is told at once. */
export const noticeSettings = async (
  { store }: Services,
  { tenantId, personId }: Actor,
): Promise<NonNullable<PersonRecord['adminNotices']>> =>
  (await store.people.load(tenantId, personId))?.state.adminNotices ?? {};

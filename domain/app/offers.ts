import type { Product } from '../catalog/catalog';
import { type Offer, offerOf } from '../catalog/offer';
import { policyOf } from '../catalog/policy';
import type { Actor, Services } from './services';

/** How the actor can come by those products; what they have is looked at only where a policy forbids something. */
export const offersOf = async (
  { store, now }: Services,
  { tenantId, personId }: Actor,
  products: readonly Product[],
): Promise<readonly Offer[]> => {
  const policy = (await store.policies.load(tenantId, tenantId))?.state;
  if (products.every(({ id }) => policyOf(policy, id) === 'enabled')) {
    return products.map(product => ({ product, way: 'order' }));
  }
  const [bought, asked] = await Promise.all([
    store.subscriptions.ofPurchaser(tenantId, personId),
    store.requests.ofPerson(tenantId, personId),
  ]);
  const subscriptions = bought.map(({ state }) => state.subscription);
  const trials = new Set(subscriptions.filter(({ trial }) => trial).map(({ productId }) => productId));
  const facts = { now: now(), policy, trials, requests: asked.map(({ state }) => state) };
  return products.map(product => offerOf(product, facts));
};

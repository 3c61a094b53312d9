import type { Instant } from '../shared/instant';
import { approvalAmong } from './answer-request';
import type { Product } from './catalog';
import type { LicenseRequest } from './license-request';
import { type Policy, type PolicyValue, policyOf } from './policy';

/** A product, and how somebody can come by it: `ask`: the policy keeps them from buying it and from trying it. */
export interface Offer {
  readonly product: Product;
  readonly way: 'order' | 'trial' | 'ask';
}

/** How somebody may have a product without asking; undefined: not at all. */
export const wayWithoutAsking = (
  product: Product,
  { policy, hasTrial }: { readonly policy: PolicyValue; readonly hasTrial: boolean },
): 'order' | 'trial' | undefined => {
  if (policy === 'enabled') return 'order';
  return policy === 'trials_only' && !product.trial.needsPaymentMethod && !hasTrial ? 'trial' : undefined;
};

/** What of somebody says how they can come by a product. */
export interface OfferFacts {
  readonly now: Instant;
  readonly policy: Policy | undefined;
  /** Products they have a trial of, running or ended. */
  readonly trials: ReadonlySet<Product['id']>;
  readonly requests: readonly LicenseRequest[];
}

export const offerOf = (product: Product, { now, policy, trials, requests }: OfferFacts): Offer => {
  const { id } = product;
  if (approvalAmong(requests, id, now)) return { product, way: 'order' };
  const way = wayWithoutAsking(product, { policy: policyOf(policy, id), hasTrial: trials.has(id) });
  return { product, way: way ?? 'ask' };
};

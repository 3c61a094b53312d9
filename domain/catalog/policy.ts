import type { ProductId, TenantId } from '../shared/ids';

/** RULES, Buying. `trials_only`: only trials that need no payment method. */
export type PolicyValue = 'enabled' | 'trials_only' | 'disabled';

/** What a tenant allows to be bought; whatever is not named is enabled. */
export interface Policy {
  readonly tenantId: TenantId;
  readonly products: Readonly<Record<ProductId, PolicyValue>>;
}

export const policyOf = (policy: Policy | undefined, productId: ProductId): PolicyValue =>
  policy && Object.hasOwn(policy.products, productId) ? (policy.products[productId] ?? 'enabled') : 'enabled';

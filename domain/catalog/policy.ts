import type { PersonId, ProductId, TenantId } from '../shared/ids';
import type { Instant } from '../shared/instant';

/** RULES, Buying. `trials_only`: only trials that need no payment method. */
export type PolicyValue = 'enabled' | 'trials_only' | 'disabled';

export const POLICY_VALUES = ['enabled', 'trials_only', 'disabled'] as const satisfies readonly PolicyValue[];

/** What a tenant allows to be bought; whatever is not named is enabled. */
export interface Policy {
  readonly tenantId: TenantId;
  readonly products: Readonly<Record<ProductId, PolicyValue>>;
  /** Who set what when, oldest first; none: nobody yet. */
  readonly changes?: readonly PolicyChange[] | undefined;
}

export interface PolicyChange {
  readonly at: Instant;
  readonly by: PersonId;
  readonly productId: ProductId;
  readonly value: PolicyValue;
}

export const policyOf = (policy: Policy | undefined, productId: ProductId): PolicyValue =>
  policy && Object.hasOwn(policy.products, productId) ? (policy.products[productId] ?? 'enabled') : 'enabled';

const KEPT = 500;

/** The policy after a change; the same one when it says so already. What was bought before stays as it is. */
export const setPolicy = (policy: Policy, change: PolicyChange): Policy =>
  policyOf(policy, change.productId) === change.value
    ? policy
    : {
        ...policy,
        products: { ...policy.products, [change.productId]: change.value },
        changes: [...(policy.changes ?? []), change].slice(-KEPT),
      };

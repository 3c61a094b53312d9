import type { PaymentMethodId, PersonId, SubscriptionId, TenantId } from '../shared/ids';
import type { Money } from '../shared/money';

/**
 * What a gateway says. `unknown`: it did not answer in time or not intelligibly; the same request with the same
 * idempotency key is asked again later and settles it.
 */
export type GatewayAnswer = { readonly type: 'accepted' } | { readonly type: 'refused' } | { readonly type: 'unknown' };

interface MovementRequest {
  /** The same key is the same movement of money, however often it is asked for. */
  readonly idempotencyKey: string;
  readonly amount: Money;
  /** What it is for: a refund is of what was charged for the same subscription. */
  readonly tenantId: TenantId;
  readonly purchaserId: PersonId;
  readonly subscriptionId: SubscriptionId;
}

export interface ChargeRequest extends MovementRequest {
  readonly paymentMethodId: PaymentMethodId;
}

export type RefundRequest = MovementRequest;

/** Moves money. Never throws: what went wrong on the way is `unknown`. */
export interface PaymentGateway {
  charge(request: ChargeRequest): Promise<GatewayAnswer>;
  refund(request: RefundRequest): Promise<GatewayAnswer>;
}

import type { Money } from '../shared/money';

/**
 * What a gateway says. `unknown`: it did not answer in time or not intelligibly; the same request with the same
 * idempotency key is asked again later and settles it.
 */
export type GatewayAnswer = { readonly type: 'accepted' } | { readonly type: 'refused' } | { readonly type: 'unknown' };

export interface RefundRequest {
  /** The same key is the same refund, however often it is asked for. */
  readonly idempotencyKey: string;
  readonly amount: Money;
}

/** Moves money. Never throws: what went wrong on the way is `unknown`. */
export interface PaymentGateway {
  refund(request: RefundRequest): Promise<GatewayAnswer>;
}

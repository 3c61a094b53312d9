import type { SubscriptionId, TenantId } from '../../shared/ids';
import type { Instant } from '../../shared/instant';

/** What we remember of what was asked of Stripe: kept once under its key, never changed, and outliving its memory. */
export interface StripeRecords {
  /** Keeps an entry and resolves to the one that is kept: an earlier one of the same key if there is one. */
  keep(key: string, entry: StripeEntry): Promise<StripeEntry>;
  find(key: string): Promise<StripeEntry | undefined>;
  ofSubscription(tenantId: TenantId, subscriptionId: SubscriptionId): Promise<readonly StripeEntry[]>;
}

interface OfMoney {
  readonly tenantId: TenantId;
  readonly subscriptionId: SubscriptionId;
  readonly at: Instant;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
}

/** The one PaymentIntent of a charge; money moves through this one or not at all. */
export interface IntentEntry extends OfMoney {
  readonly type: 'intent';
  readonly intent: string;
}

/** A charge that Stripe would not even begin. */
export interface RefusedEntry extends OfMoney {
  readonly type: 'refused';
}

/** Which PaymentIntents a refund is taken from. */
export interface RefundEntry extends OfMoney {
  readonly type: 'refund';
  readonly pieces: readonly RefundPiece[];
}

export interface RefundPiece {
  readonly intent: string;
  readonly amount: number;
}

/** Who a purchaser is to Stripe. */
export interface CustomerEntry {
  readonly type: 'customer';
  readonly tenantId: TenantId;
  readonly customer: string;
}

export type StripeEntry = IntentEntry | RefusedEntry | RefundEntry | CustomerEntry;

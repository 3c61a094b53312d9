import type { Payer } from '../billing/account';
import { isTaxAt } from '../billing/tax';
import type { Catalog } from '../catalog/catalog';
import type { OperationId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Money } from '../shared/money';
import type { InvoiceDraft } from '../store/port';
import type { Movement } from '../subscription/movement';
import type { Subscription } from '../subscription/subscription';

/** Money that moves, and the tax that moves with it. */
export interface Taxed extends Movement {
  readonly tax: Money;
}

/**
 * The invoice of money that moves. Operation ids come from outside, so the subscription is part of its id: two
 * subscriptions never share one.
 */
export const draftOf = (
  subscription: Subscription,
  movement: Taxed,
  payer: Payer | undefined,
  operationId: OperationId,
  issuedAt: Instant,
): InvoiceDraft => {
  const { id: subscriptionId, tenantId, purchaserId, productId } = subscription;
  const { kind, amount, tax, quantity, from, to } = movement;
  const card = payer?.method;
  const taxRate = payer?.taxRate;
  return {
    id: `${tenantId}:${subscriptionId}:${operationId}:${kind}`,
    tenantId,
    purchaserId,
    subscriptionId,
    kind,
    issuedAt,
    lines: [{ productId, quantity, amount, from, to }],
    tax,
    ...(taxRate !== undefined && isTaxAt(amount, tax, taxRate) ? { taxRate } : {}),
    billTo: payer?.profile.billTo ?? '',
    paidWith: card ? { brand: card.brand, lastFour: card.lastFour } : null,
  };
};

/** The invoice with who sells, as it is written. */
export const soldBy = ({ seller }: Pick<Catalog, 'seller'>, invoice: InvoiceDraft): InvoiceDraft =>
  seller ? { ...invoice, seller } : invoice;

import type { Payer } from '../billing/account';
import { noTax } from '../billing/invoice';
import type { OperationId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { InvoiceDraft } from '../store/port';
import type { Movement } from '../subscription/movement';
import type { Subscription } from '../subscription/subscription';

/**
 * The invoice of money that moves. Operation ids come from outside, so the subscription is part of its id: two
 * subscriptions never share one.
 */
export const draftOf = (
  subscription: Subscription,
  movement: Movement,
  payer: Payer | undefined,
  operationId: OperationId,
  issuedAt: Instant,
): InvoiceDraft => {
  const { id: subscriptionId, tenantId, purchaserId, productId } = subscription;
  const { kind, amount, quantity, from, to } = movement;
  const card = payer?.method;
  return {
    ...{ id: `${tenantId}:${subscriptionId}:${operationId}:${kind}`, tenantId, purchaserId, subscriptionId },
    ...{ kind, issuedAt, lines: [{ productId, quantity, amount, from, to }], tax: noTax(amount.currency) },
    billTo: payer?.profile.billTo ?? '',
    paidWith: card ? { brand: card.brand, lastFour: card.lastFour } : null,
  };
};

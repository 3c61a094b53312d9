import type { CardOwner } from '../port';
import { type Ask, type Asked, keyFor } from './client';
import type { StripeRecords } from './records';

/** The one customer that a purchaser is to Stripe; their cards and payments hang on it. Throws when the store does. */
export type CustomerOf = (owner: CardOwner) => Promise<Asked<string>>;

/** Stripe is told no name and no address of a purchaser, only their ids. */
export const createCustomerOf =
  (ask: Ask, records: StripeRecords): CustomerOf =>
  async ({ tenantId, purchaserId }) => {
    const key = ['customer', tenantId, purchaserId].map(encodeURIComponent).join(':');
    const known = await records.find(key);
    if (known?.type === 'customer') return { type: 'done', value: known.customer };
    const idempotencyKey = await keyFor('customer', tenantId, purchaserId);
    const created = await ask('customers.create', stripe =>
      stripe.customers.create({ metadata: { tenantId, purchaserId } }, { idempotencyKey }),
    );
    if (created.type !== 'done') return created;
    const kept = await records.keep(key, { type: 'customer', tenantId, customer: created.value.id });
    return kept.type === 'customer' ? { type: 'done', value: kept.customer } : { type: 'unknown' };
  };

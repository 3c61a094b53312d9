import type Stripe from 'stripe';
import type { Address, PaymentMethod } from '../../billing/account';
import type { CardBrand } from '../../shared/card-brand';
import type { CardFound } from '../port';
import type { Ask } from './client';

const BRANDS: Readonly<Record<string, CardBrand>> = {
  visa: 'visa',
  mastercard: 'mastercard',
  amex: 'amex',
  jcb: 'jcb',
};

/** What may be known of a card that Stripe holds; undefined when it is none. */
export const cardOf = ({ id, card, billing_details: billing }: Stripe.PaymentMethod): PaymentMethod | undefined =>
  card && {
    id,
    brand: BRANDS[card.brand] ?? 'other',
    lastFour: card.last4,
    expiryMonth: card.exp_month,
    expiryYear: card.exp_year,
    holder: billing.name ?? '',
    address: addressOf(billing.address),
  };

const addressOf = (address: Stripe.Address | null): Address | undefined =>
  address?.country
    ? {
        street: [address.line1, address.line2].filter(line => line).join(', '),
        city: address.city ?? '',
        region: address.state ?? '',
        postalCode: address.postal_code ?? '',
        country: address.country.toUpperCase(),
      }
    : undefined;

/** What of a card is given anew when it is updated from another one of the same number. */
export const changeFrom = ({ card, billing_details }: Stripe.PaymentMethod): Stripe.PaymentMethodUpdateParams => {
  const { name, address } = billing_details;
  return {
    ...(card ? { card: { exp_month: card.exp_month, exp_year: card.exp_year } } : {}),
    billing_details: { name: name ?? '', address: linesOf(address) },
  };
};

const linesOf = (address: Stripe.Address | null): Stripe.AddressParam => ({
  line1: address?.line1 ?? '',
  line2: address?.line2 ?? '',
  city: address?.city ?? '',
  state: address?.state ?? '',
  postal_code: address?.postal_code ?? '',
  country: address?.country ?? '',
});

/** A card as Stripe has it now. Whose it is says the customer it hangs on, who has the ids that we gave. */
export const lookAt = async (ask: Ask, id: string): Promise<CardFound> => {
  const found = await ask(
    'paymentMethods.retrieve',
    stripe => stripe.paymentMethods.retrieve(id, { expand: ['customer'] }),
    [404],
  );
  if (found.type === 'unknown') return found;
  const { customer } = found.type === 'done' ? found.value : {};
  const metadata = customer && typeof customer === 'object' && !customer.deleted ? customer.metadata : {};
  const { tenantId, purchaserId } = metadata;
  const card = found.type === 'done' ? cardOf(found.value) : undefined;
  if (!card || tenantId === undefined || purchaserId === undefined) return { type: 'none' };
  return { type: 'found', owner: { tenantId, purchaserId }, card };
};

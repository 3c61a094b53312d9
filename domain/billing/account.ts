import type { BillingProfileId, PaymentMethodId, PersonId, TenantId } from '../shared/ids';

export type CardBrand = 'visa' | 'mastercard' | 'amex' | 'jcb' | 'other';

/** A card known by what may be shown of it. The number and the security code are never held. */
export interface PaymentMethod {
  readonly id: PaymentMethodId;
  readonly brand: CardBrand;
  readonly lastFour: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
  readonly holder: string;
}

/** What subscriptions are charged to. */
export interface BillingProfile {
  readonly id: BillingProfileId;
  readonly name: string;
  readonly billTo: string;
  readonly invoiceEmail: string;
  readonly currency: string;
  readonly paymentMethodId?: PaymentMethodId;
}

/** One purchaser's billing profiles and payment methods. */
export interface Account {
  readonly tenantId: TenantId;
  readonly purchaserId: PersonId;
  readonly billingProfiles: readonly BillingProfile[];
  readonly paymentMethods: readonly PaymentMethod[];
}

/** The card that pays for what is charged to a billing profile, if there is one. */
export const paymentMethodOf = (account: Account, profileId: BillingProfileId): PaymentMethod | undefined => {
  const profile = account.billingProfiles.find(candidate => candidate.id === profileId);
  return account.paymentMethods.find(method => method.id === profile?.paymentMethodId);
};

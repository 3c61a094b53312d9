import type { Account, Payer, PaymentMethod } from '../../domain/billing/account';

export const visa: PaymentMethod = {
  ...{ id: 'visa-4242', brand: 'visa', lastFour: '4242', holder: 'Alex Wilber' },
  ...{ expiryMonth: 12, expiryYear: 2099 },
};

/** An account with one profile, "Contoso Marketing", that one card pays for. */
export const accountOf = (purchaserId: string, card: PaymentMethod | undefined = visa): Account => ({
  ...{ tenantId: 'contoso', purchaserId },
  billingProfiles: [
    {
      ...{ id: 'profile-1', name: 'Marketing', billTo: 'Contoso Marketing', currency: 'USD' },
      invoiceEmail: 'invoices@contoso.com',
      ...(card ? { paymentMethodId: card.id } : {}),
    },
  ],
  paymentMethods: card ? [card] : [],
});

export const payerWith = (method: PaymentMethod | undefined = visa): Payer => ({
  profile: {
    ...{ id: 'profile-1', name: 'Marketing', billTo: 'Contoso Marketing', currency: 'USD' },
    invoiceEmail: 'invoices@contoso.com',
  },
  method,
});

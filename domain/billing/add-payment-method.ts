import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import type { Account, BillingProfile, PaymentMethod } from './account';

export interface AddPaymentMethod {
  readonly card: PaymentMethod;
  /** What its owner gets when they have no billing profile at all, since without one nothing can be bought. */
  readonly firstProfile: BillingProfile | undefined;
}

/** Puts a card on file. RULES, Paying: adding does not attach; but the first profile comes with its card. */
export const addPaymentMethod = ({ card, firstProfile }: AddPaymentMethod, account: Account): Account => ({
  ...withCard(account, card),
  billingProfiles:
    account.billingProfiles.length > 0 || !firstProfile
      ? account.billingProfiles
      : [{ ...firstProfile, paymentMethodId: card.id }],
});

/** Puts a card on file and has it pay for a profile; the one that paid for it stays on file. */
export const replacePaymentMethod = (
  { card, billingProfileId }: { readonly card: PaymentMethod; readonly billingProfileId: string },
  account: Account,
): Result<Account, Refusal> => attach(withCard(account, card), card.id, billingProfileId);

/** Has a card that is on file pay for a profile. */
export const usePaymentMethod = (
  { paymentMethodId, billingProfileId }: { readonly paymentMethodId: string; readonly billingProfileId: string },
  account: Account,
): Result<Account, Refusal> =>
  account.paymentMethods.some(({ id }) => id === paymentMethodId)
    ? attach(account, paymentMethodId, billingProfileId)
    : fail({ code: 'PAYMENT_METHOD_NOT_FOUND' });

const withCard = (account: Account, card: PaymentMethod): Account => ({
  ...account,
  paymentMethods: [...account.paymentMethods.filter(({ id }) => id !== card.id), card],
});

const attach = (account: Account, paymentMethodId: string, billingProfileId: string): Result<Account, Refusal> => {
  if (!account.billingProfiles.some(({ id }) => id === billingProfileId)) {
    return fail({ code: 'BILLING_PROFILE_NOT_FOUND' });
  }
  return ok({
    ...account,
    billingProfiles: account.billingProfiles.map(profile =>
      profile.id === billingProfileId ? { ...profile, paymentMethodId } : profile,
    ),
  });
};

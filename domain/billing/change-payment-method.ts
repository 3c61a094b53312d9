import type { PaymentMethodId } from '../shared/ids';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import { type Account, type PaymentMethod, profilesPaidWith } from './account';
import { withForgetting } from './forgetting';

/**
 * Other details of a card that is on file. RULES, Paying: the number cannot change, so it has to be the same card; a
 * gateway may know it under another id since, and then all that it pays for follows.
 */
export const updatePaymentMethod = (
  { paymentMethodId, card }: { readonly paymentMethodId: PaymentMethodId; readonly card: PaymentMethod },
  account: Account,
): Result<Account, Refusal> => {
  const known = account.paymentMethods.find(({ id }) => id === paymentMethodId);
  if (!known) return fail({ code: 'PAYMENT_METHOD_NOT_FOUND' });
  if (known.brand !== card.brand || known.lastFour !== card.lastFour) return fail({ code: 'OTHER_CARD' });
  return ok({
    ...account,
    paymentMethods: account.paymentMethods.map(method => (method.id === paymentMethodId ? card : method)),
    billingProfiles: account.billingProfiles.map(profile =>
      profile.paymentMethodId === paymentMethodId ? { ...profile, paymentMethodId: card.id } : profile,
    ),
  });
};

/** What a bank has changed of a card that is on file: it may have replaced it. Of any other card nothing is taken. */
export const renewPaymentMethod = (card: PaymentMethod, account: Account): Account => {
  const known = account.paymentMethods.find(({ id }) => id === card.id);
  if (!known) return account;
  const { brand, lastFour, expiryMonth, expiryYear } = card;
  const isSameExpiry = known.expiryMonth === expiryMonth && known.expiryYear === expiryYear;
  if (isSameExpiry && known.lastFour === lastFour && known.brand === brand) return account;
  const { expiryTold, ...rest } = known;
  const renewed = { ...rest, brand, lastFour, expiryMonth, expiryYear, ...(isSameExpiry ? { expiryTold } : {}) };
  return {
    ...account,
    paymentMethods: account.paymentMethods.map(method => (method.id === card.id ? renewed : method)),
  };
};

/** Whether a card may be deleted. RULES, Paying: only when no profile uses it. */
export const deletable = (account: Account, paymentMethodId: PaymentMethodId): Result<PaymentMethod, Refusal> => {
  const known = account.paymentMethods.find(({ id }) => id === paymentMethodId);
  if (!known) return fail({ code: 'PAYMENT_METHOD_NOT_FOUND' });
  const profiles = profilesPaidWith(account, paymentMethodId).map(({ name }) => name);
  return profiles.length > 0 ? fail({ code: 'PAYMENT_METHOD_IN_USE', profiles }) : ok(known);
};

/** Deletes a card that no profile uses; that the gateway forgets it is owed from then on. */
export const deletePaymentMethod = (
  { paymentMethodId }: { readonly paymentMethodId: PaymentMethodId },
  account: Account,
): Result<Account, Refusal> => {
  const known = deletable(account, paymentMethodId);
  if (!known.ok) return known;
  const paymentMethods = account.paymentMethods.filter(({ id }) => id !== paymentMethodId);
  return ok(withForgetting({ ...account, paymentMethods }, paymentMethodId));
};

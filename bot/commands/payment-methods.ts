import { z } from 'zod';
import { nameOfCard } from '../../cards/names';
import type { Words } from '../../cards/words';
import type { Account, BillingProfile, PaymentMethod } from '../../domain/billing/account';
import { filled, id } from './command-file';
import type { Option } from './pending';

/** A card as it is pressed (its id) or named: by brand, by its last four digits, or by the profile it pays for. */
export const ofCard = {
  paymentMethodId: filled(id.optional()),
  payment: z.object({ brand: z.string().max(40).optional(), last4: z.string().max(4).optional() }).optional(),
};

/** A billing profile as it is pressed (its id) or named. */
export const ofProfile = {
  billingProfileId: filled(id.optional()),
  profile: z.string().max(200).optional(),
};

export interface CardRef {
  readonly paymentMethodId?: string | undefined;
  readonly payment?: { readonly brand?: string | undefined; readonly last4?: string | undefined } | undefined;
}

export interface ProfileRef {
  readonly billingProfileId?: string | undefined;
  readonly profile?: string | undefined;
}

/** The cards that may be meant: the id decides, else what was said of brand and digits, else all of them. */
export const cardsMeant = (account: Account, { paymentMethodId, payment }: CardRef): readonly PaymentMethod[] => {
  if (paymentMethodId !== undefined) return account.paymentMethods.filter(({ id: known }) => known === paymentMethodId);
  const { brand, last4 } = payment ?? {};
  return account.paymentMethods.filter(
    card => (brand === undefined || card.brand === brand) && (last4 === undefined || card.lastFour === last4),
  );
};

/** The profiles that may be meant: the id decides, else the name, whole before beginning, else all of them. */
export const profilesMeant = (
  account: Account,
  { billingProfileId, profile }: ProfileRef,
): readonly BillingProfile[] => {
  const { billingProfiles } = account;
  if (billingProfileId !== undefined) return billingProfiles.filter(({ id: known }) => known === billingProfileId);
  if (profile === undefined) return billingProfiles;
  const typed = plainly(profile);
  const named = billingProfiles.filter(({ name }) => plainly(name) === typed);
  return named.length > 0 ? named : billingProfiles.filter(({ name }) => plainly(name).includes(typed));
};

const plainly = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

export const cardOption = (words: Words, card: PaymentMethod): Option => ({
  value: card.id,
  label: nameOfCard(words, card),
});

export const profileOption = ({ id: value, name: label }: BillingProfile): Option => ({ value, label });

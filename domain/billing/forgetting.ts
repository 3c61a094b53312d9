import type { PaymentMethodId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import { type Account, expiryDueAt } from './account';

/** The account that owes its gateway the word to forget a card, at once. */
export const withForgetting = (account: Account, card: PaymentMethodId): Account => ({
  ...account,
  forgetting: [...(account.forgetting ?? []).filter(id => id !== card), card],
  waitUntil: undefined,
  tries: undefined,
});

/** The cards that the gateway is to forget now: one that is on file again meanwhile is none. */
export const toForget = ({ forgetting = [], paymentMethods, waitUntil = 0 }: Account, now: Instant) =>
  waitUntil > now ? [] : forgetting.filter(card => !paymentMethods.some(({ id }) => id === card));

/**
 * The account once the gateway was told of `asked`: what it did not forget (`left`) is owed on, and not before
 * `waitUntil`.
 */
export const afterForgetting = (
  account: Account,
  { asked, left, waitUntil }: Told,
): Pick<Account, 'forgetting' | 'waitUntil' | 'tries'> => {
  const forgetting = (account.forgetting ?? []).filter(card => !asked.includes(card) || left.includes(card));
  if (forgetting.length === 0) return { forgetting: undefined, waitUntil: undefined, tries: undefined };
  if (left.length === 0) return { forgetting };
  return { forgetting, waitUntil, tries: (account.tries ?? 0) + 1 };
};

export interface Told {
  readonly asked: readonly PaymentMethodId[];
  readonly left: readonly PaymentMethodId[];
  readonly waitUntil: Instant;
}

/** When an account is to be looked after without anybody asking; none: nothing of it is due by itself. */
export const accountDueAt = (account: Account): Instant | undefined => {
  const expiry = expiryDueAt(account);
  const forgetting = account.forgetting?.length ? (account.waitUntil ?? 0) : undefined;
  const dues = [expiry, forgetting].filter(due => due !== undefined);
  return dues.length === 0 ? undefined : Math.min(...dues);
};

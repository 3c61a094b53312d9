import type { Instant } from '../shared/instant';
import type { Account, UsedLink } from './account';

/** Whether a link to the payment page has done its work. */
export const isUsed = ({ usedLinks = [] }: Account, linkId: string): boolean =>
  usedLinks.some(({ id }) => id === linkId);

/** The account with one more link that has done its work; those that have expired since need no remembering. */
export const withUsed = <A extends Account>(account: A, link: UsedLink, now: Instant): A => ({
  ...account,
  usedLinks: [...(account.usedLinks ?? []).filter(({ expiresAt }) => expiresAt > now), link],
});

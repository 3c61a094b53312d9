import type { Locale } from '../../../cards/words';
import type { FirstProfile } from '../../../domain/app/give-card';
import { LONGEST_BILL_TO } from '../../../domain/billing/edit-billing-profile';
import { countryName } from './countries';

/** Whom the first billing profile of somebody bills: the organization if there is one, else who holds the card. */
export const firstProfileOf =
  (locale: Locale, organization: string): FirstProfile =>
  ({ holder, address }) => {
    const name = organization || holder;
    const lines = address
      ? [
          ...address.street.split('\n'),
          `${address.postalCode} ${address.city}`,
          address.region,
          countryName(locale, address.country),
        ]
      : [];
    const billTo = [name, ...lines]
      .map(line => line.trim())
      .filter(line => line !== '')
      .join('\n')
      .slice(0, LONGEST_BILL_TO);
    return { name, billTo };
  };

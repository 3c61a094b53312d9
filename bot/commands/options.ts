import type { Owned } from '../../cards/owned';
import type { Person } from '../../domain/shared/person';
import type { Option } from './pending';

export const personOption = (person: Person): Option => ({ value: person.id, label: person.displayName });

export const subscriptionOption = ({ subscription, product }: Owned): Option => ({
  value: subscription.id,
  label: product.name,
});

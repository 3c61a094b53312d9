import { nameOf } from '../../cards/names';
import type { PersonId } from '../../domain/shared/ids';
import type { Order } from '../../domain/subscription/history';
import type { Turn } from './turn';

const MOST_NAMED = 200;

/** What people are called; who is not in the directory any more has left. */
export const namesOf = async (
  { services, actor, words }: Turn,
  ids: readonly PersonId[],
): Promise<(id: PersonId) => string> => {
  const people = await services.directory.byIds(actor.tenantId, [...new Set(ids)].slice(0, MOST_NAMED));
  const names = new Map(people.map(person => [person.id, nameOf(person)]));
  return personId => names.get(personId) ?? words.t('person.departed');
};

/** Orders with who gave them; empty: time did. */
export const namedOrders = (orders: readonly Order[], names: (id: PersonId) => string) =>
  orders.map(order => ({ ...order, who: order.by === undefined ? '' : names(order.by) }));

import type { Choice } from '../../cards/screen';
import type { Services } from '../../domain/app/services';
import type { Incoming } from '../commands/incoming';
import { type Found, findSubscriptions, type Query } from './subscriptions';
import { type Search, typeAhead } from './type-ahead';

export { readQuery } from './subscriptions';
export { readSearch } from './type-ahead';

/** What is found while somebody types, outside the conversation. It changes nothing and remembers nothing. */
export interface Searching {
  /** One's own subscriptions, to show one to others. */
  subscriptions(incoming: Incoming, query: Query): Promise<Found>;
  /** What a field of a card offers. */
  typeAhead(incoming: Incoming, search: Search): Promise<readonly Choice[]>;
}

export const createSearching = (services: Services): Searching => ({
  subscriptions: (incoming, query) => findSubscriptions(services, incoming, query),
  typeAhead: (incoming, search) => typeAhead(services, incoming, search),
});

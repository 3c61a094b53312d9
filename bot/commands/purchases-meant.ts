import type { Purchase } from '../../cards/views/purchases';
import { listPurchases } from '../../domain/app/admin';
import type { Refusal } from '../../domain/shared/refusal';
import { fail, ok, type Result } from '../../domain/shared/result';
import { namesOf } from './names';
import { type PeopleRef, whichPeople } from './people';
import type { SubscriptionRef } from './subscriptions';
import { withProduct } from './subscriptions';
import type { Turn } from './turn';

/** As many as a card asks among. */
const MOST = 8;

/**
 * Which purchases of the tenant an admin means by product and purchaser, newest first, at most eight; without either,
 * the newest. Refusals: NOT_ADMIN, SUBSCRIPTION_NOT_FOUND.
 */
export const purchasesMeant = async (
  turn: Turn,
  { product, ...named }: Pick<SubscriptionRef, 'product'> & PeopleRef,
): Promise<Result<readonly Purchase[], Refusal>> => {
  const { services, actor } = turn;
  const { found, ambiguous, nobody } = await whichPeople(turn, named);
  const people = [...found, ...ambiguous.flatMap(({ candidates }) => candidates)];
  if (people.length === 0 && nobody.length > 0) return fail({ code: 'SUBSCRIPTION_NOT_FOUND' });
  const products = services.catalog.products.filter(({ name, family }) => name === product || family === product);
  const purchases = await listPurchases(services, actor, {
    order: 'newest',
    limit: MOST,
    ...(people.length > 0 ? { purchaserIds: people.map(({ id }) => id) } : {}),
    ...(product === undefined ? {} : { productIds: products.map(({ id }) => id) }),
  });
  if (!purchases.ok) return purchases;
  const meant = purchases.value.purchases;
  if (meant.length === 0) return fail({ code: 'SUBSCRIPTION_NOT_FOUND' });
  const names = await namesOf(
    turn,
    meant.map(({ purchaserId }) => purchaserId),
  );
  return ok(meant.map(each => ({ owned: withProduct(turn, each), purchaser: names(each.purchaserId) })));
};

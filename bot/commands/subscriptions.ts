import type { Owned } from '../../cards/owned';
import { listSubscriptions, payerFor, showSubscription } from '../../domain/app/queries';
import { productOf } from '../../domain/catalog/catalog';
import type { Refusal } from '../../domain/shared/refusal';
import { fail, ok, type Result } from '../../domain/shared/result';
import type { Subscription } from '../../domain/subscription/subscription';
import type { Turn } from './turn';

export interface SubscriptionRef {
  readonly subscriptionId?: string | undefined;
  readonly product?: string | undefined;
}

/** One subscription, several that fit, or a refusal because none does. */
export type Which = { readonly one: Owned } | { readonly several: readonly Owned[] };

/** Whose, and where they are. */
type Scope = Pick<Turn, 'services' | 'actor'>;

export const withProduct = (turn: Pick<Turn, 'services'>, subscription: Subscription): Owned => ({
  subscription,
  product: productOf(turn.services.catalog, subscription.productId),
});

/** The same with the rate of the tax that is charged with its renewals. Nothing is looked up where there is no tax. */
export const withTaxRate = async (turn: Turn, owned: Owned): Promise<Owned> => {
  const { services, actor } = turn;
  if (Object.keys(services.catalog.taxRates ?? {}).length === 0) return owned;
  return { ...owned, taxRate: (await payerFor(services, actor, owned.subscription))?.taxRate };
};

export const ownedBy = async (turn: Scope): Promise<readonly Owned[]> =>
  (await listSubscriptions(turn.services, turn.actor)).map(subscription => withProduct(turn, subscription));

/** Which of the actor's subscriptions is meant: the id decides, else the product or family, else all of them fit. */
export const whichSubscription = async (turn: Turn, ref: SubscriptionRef): Promise<Result<Which, Refusal>> => {
  if (ref.subscriptionId !== undefined) {
    const found = await showSubscription(turn.services, turn.actor, ref.subscriptionId);
    return found.ok ? ok(await only(turn, withProduct(turn, found.value))) : found;
  }
  const owned = await ownedBy(turn);
  const fitting = ref.product === undefined ? owned : owned.filter(({ product }) => isNamed(product, ref.product));
  const [first, ...others] = fitting;
  if (!first) return fail({ code: owned.length === 0 ? 'NO_SUBSCRIPTIONS' : 'SUBSCRIPTION_NOT_FOUND' });
  return ok(others.length === 0 ? await only(turn, first) : { several: fitting });
};

const only = async (turn: Turn, owned: Owned): Promise<Which> => {
  const { id: subscriptionId, productId } = owned.subscription;
  turn.trail.on({ subscriptionId, productId });
  return { one: await withTaxRate(turn, owned) };
};

const isNamed = (product: Owned['product'], name: string | undefined): boolean =>
  product.name === name || product.family === name;

import { z } from 'zod';
import { PAGE, pageOf } from '../../cards/paging';
import { policiesScreen, policyScreen } from '../../cards/screens';
import { setPolicy, showPolicy } from '../../domain/app/admin';
import { type Product, productById } from '../../domain/catalog/catalog';
import { POLICY_VALUES, type Policy, type PolicyValue, policyOf } from '../../domain/catalog/policy';
import { defineCommand, filled, id, onPage } from './command-file';
import { namesOf } from './names';
import { refused } from './refused';
import type { Reply, Turn } from './turn';

/** What may be bought in the tenant, product by product. */
export const adminShowPolicies = defineCommand({
  schema: z.object({ type: z.literal('admin_show_policies') }),
  answer: async (_, turn) => policies(turn, turn.services.catalog.products),
});

/** Sets what may be done with a product; it counts at once, so it is done at once and can be set back on the card. */
export const adminSetPolicy = defineCommand({
  schema: z.object({
    type: z.literal('admin_set_policy'),
    productId: id.optional(),
    product: z.string().max(200).optional(),
    policy: filled(z.enum(POLICY_VALUES).optional()),
    ...onPage,
  }),
  answer: async ({ productId, product, policy, page }, turn) => {
    const { catalog } = turn.services;
    const named = product === undefined ? [] : catalog.products.filter(p => p.name === product || p.family === product);
    const fitting = productId === undefined ? named : [productById(catalog, productId)].filter(p => p !== undefined);
    const [one, ...others] = fitting;
    if (!one || others.length > 0) {
      return { ...(await policies(turn, one ? fitting : catalog.products)), asks: true };
    }
    // A typo that was corrected, or a product that was guessed, is asked about before it is acted on.
    if (policy === undefined || turn.guessed) return look(turn, one, page);
    const done = await setPolicy(turn.services, turn.actor, one.id, policy);
    return done.ok ? shown(turn, one, done.value.policy, done.value) : refused(turn, done.error);
  },
});

const policies = async (turn: Turn, products: readonly Product[]): Promise<Reply> => {
  const policy = await showPolicy(turn.services, turn.actor);
  if (!policy.ok) return refused(turn, policy.error);
  const ruled = products.map(product => ({ product, value: policyOf(policy.value, product.id) }));
  return { screen: policiesScreen(turn.words, { products: ruled }) };
};

const look = async (turn: Turn, product: Product, page: number | undefined): Promise<Reply> => {
  const policy = await showPolicy(turn.services, turn.actor);
  if (!policy.ok) return refused(turn, policy.error);
  return { ...(await shown(turn, product, policy.value, { page })), asks: true };
};

const shown = async (
  turn: Turn,
  product: Product,
  policy: Policy,
  { before, page: wanted }: { readonly before?: PolicyValue; readonly page?: number | undefined },
): Promise<Reply> => {
  const all = (policy.changes ?? []).filter(({ productId }) => productId === product.id).toReversed();
  const { page, skip } = pageOf(all.length, wanted);
  const changes = all.slice(skip, skip + PAGE);
  const names = await namesOf(
    turn,
    changes.map(({ by }) => by),
  );
  return {
    screen: policyScreen(turn.words, {
      product,
      before,
      value: policyOf(policy, product.id),
      count: all.length,
      page,
      changes: changes.map(change => ({ ...change, who: names(change.by) })),
    }),
  };
};

import { z } from 'zod';
import { nameOfProduct } from '../../cards/names';
import { PAGE } from '../../cards/paging';
import {
  holdersScreen,
  purchaseHistoryScreen,
  purchaseScreen,
  purchasesScreen,
  totalsByScreen,
  totalsScreen,
} from '../../cards/screens';
import { HOLDERS_AT_MOST } from '../../cards/views/purchase';
import { ORDERS, SHOWN, SOON_DAYS } from '../../cards/views/purchases';
import { GROUPINGS, groupsOf } from '../../cards/views/totals';
import { listPurchases, purchaseTotals, showPurchase } from '../../domain/app/admin';
import { purchasesNamed } from '../../domain/app/purchases-named';
import { productOf } from '../../domain/catalog/catalog';
import { addDays } from '../../domain/shared/instant';
import { defineCommand, filled, id, onPage } from './command-file';
import { holdersOf, ofHolders } from './holders';
import { namedOrders, namesOf } from './names';
import { nextPage } from './next-page';
import { refused } from './refused';
import { withProduct } from './subscriptions';
import type { Reply, Turn } from './turn';

const MOST_DAYS = 999;

/** What everybody bought, a page at a time, narrowed by what is typed, the status, or what is worth a look. */
export const adminListPurchases = defineCommand({
  schema: z.object({
    type: z.literal('admin_list_purchases'),
    productId: id.optional(),
    product: z.string().max(200).optional(),
    text: z.string().max(200).default(''),
    status: filled(z.enum(['all', 'active', 'expired', 'disabled']).default('all')),
    show: filled(z.enum(SHOWN).default('all')),
    days: filled(z.coerce.number().int().min(1).max(MOST_DAYS).default(SOON_DAYS)),
    order: filled(z.enum(ORDERS).optional()),
    from: z.string().max(1_000).optional(),
  }),
  answer: async ({ product, status, show, days, from, ...command }, turn) => {
    const { services, actor, now } = turn;
    const text = [product ?? '', command.text].filter(part => part !== '').join(' ');
    const isEnding = show === 'ending' || show === 'ending_unassigned';
    const order = command.order ?? (isEnding ? 'ending' : 'newest');
    const found = await listPurchases(services, actor, {
      ...(await purchasesNamed(services, actor, text)),
      order,
      ...(status === 'all' ? {} : { status }),
      ...(isEnding ? { endsBefore: addDays(now, days) } : {}),
      unassigned: show === 'unassigned' || show === 'ending_unassigned',
      from,
      limit: PAGE,
    });
    if (!found.ok) return refused(turn, found.error);
    const { purchases, next } = found.value;
    const names = await namesOf(
      turn,
      purchases.map(({ purchaserId }) => purchaserId),
    );
    return {
      screen: purchasesScreen(turn.words, {
        purchases: purchases.map(subscription => ({
          owned: withProduct(turn, subscription),
          purchaser: names(subscription.purchaserId),
        })),
        now,
        next,
        isFirst: from === undefined,
        filter: { text, status, show, days, order },
      }),
    };
  },
});

/** One purchase of anybody: how it is, who holds its licenses, or its history. */
export const adminShowPurchase = defineCommand({
  schema: z.object({
    type: z.literal('admin_show_purchase'),
    subscriptionId: id,
    history: z.literal(true).optional(),
    holders: z.literal(true).optional(),
    ...ofHolders,
  }),
  answer: ({ subscriptionId, history, holders, ...asked }, turn) =>
    holders ? showHolders(turn, subscriptionId, asked) : showOne(turn, subscriptionId, history),
});

/** The same for a client that shows the card again; where others read, nothing is shown. */
export const refreshPurchase = defineCommand({
  schema: z.object({ type: z.literal('refresh_purchase'), subscriptionId: id }),
  answer: async ({ subscriptionId }, turn) =>
    turn.privately === 'here'
      ? { ...(await showOne(turn, subscriptionId)), unasked: true }
      : { ...refused(turn, { code: 'SUBSCRIPTION_NOT_FOUND' }), aside: true, unasked: true },
});

const showOne = async (turn: Turn, subscriptionId: string, history?: true): Promise<Reply> => {
  const found = await showPurchase(turn.services, turn.actor, subscriptionId);
  if (!found.ok) return refused(turn, found.error);
  const { subscription, orders } = found.value;
  const owned = withProduct(turn, subscription);
  const holders = subscription.assignments.slice(0, HOLDERS_AT_MOST).map(({ personId }) => personId);
  const names = await namesOf(turn, [
    subscription.purchaserId,
    ...(history ? [] : holders),
    ...orders.flatMap(({ by }) => by ?? []),
  ]);
  return {
    screen: history
      ? purchaseHistoryScreen(turn.words, {
          owned,
          orders: namedOrders(orders, names),
        })
      : purchaseScreen(turn.words, {
          owned,
          now: turn.now,
          purchaser: names(subscription.purchaserId),
          holders: holders.map(names),
        }),
  };
};

const showHolders = async (
  turn: Turn,
  subscriptionId: string,
  asked: Parameters<typeof holdersOf>[2],
): Promise<Reply> => {
  const found = await showPurchase(turn.services, turn.actor, subscriptionId);
  if (!found.ok) return refused(turn, found.error);
  const { subscription } = found.value;
  const [held, names] = await Promise.all([
    holdersOf(turn, subscription, asked),
    namesOf(turn, [subscription.purchaserId]),
  ]);
  const { count, page, find } = held;
  const purchaser = names(subscription.purchaserId);
  const command = { type: 'admin_show_purchase', subscriptionId, holders: true, ...(find ? { find } : {}) };
  return {
    screen: holdersScreen(turn.words, { owned: withProduct(turn, subscription), ...held, purchaser }),
    ...nextPage(count, page, command),
  };
};

/** What is spent, by product and by department, and what nobody uses. */
export const adminShowTotals = defineCommand({
  schema: z.object({ type: z.literal('admin_show_totals'), by: z.enum(GROUPINGS).optional(), ...onPage }),
  answer: async ({ by, page = 1 }, turn) => {
    const totals = await purchaseTotals(turn.services, turn.actor);
    if (!totals.ok) return refused(turn, totals.error);
    const { catalog } = turn.services;
    const spent = {
      totals: totals.value,
      nameOfProduct: (productId: string) => nameOfProduct(productOf(catalog, productId)),
    };
    if (by === undefined) return { screen: totalsScreen(turn.words, spent) };
    return {
      screen: totalsByScreen(turn.words, { ...spent, by, page }),
      ...nextPage(groupsOf(totals.value, by).length, page, { type: 'admin_show_totals', by }),
    };
  },
});

import { z } from 'zod';
import { auditScreen, whichPurchaseScreen } from '../../cards/screens';
import { isAdmin } from '../../domain/app/admin';
import { auditOf } from '../../domain/app/audit';
import { defineCommand, id, ofPeople, onSubscription } from './command-file';
import { namesOf } from './names';
import { subscriptionOption } from './options';
import { purchasesMeant } from './purchases-meant';
import { refused } from './refused';
import { withProduct } from './subscriptions';
import type { Reply, Turn } from './turn';

const INSTEAD = [{ type: 'admin_list_purchases' }] as const;

/** What everybody wanted of one purchase, and what came of it. */
export const adminShowAudit = defineCommand({
  schema: z.object({ type: z.literal('admin_show_audit'), ...onSubscription, ...ofPeople, from: id.optional() }),
  answer: async (command, turn) => {
    // Asked before anybody is looked up for them.
    if (!(await isAdmin(turn.services, turn.actor))) return refused(turn, { code: 'NOT_ADMIN' });
    const { subscriptionId, from } = command;
    if (subscriptionId !== undefined) return show(turn, subscriptionId, from);
    const meant = await purchasesMeant(turn, command);
    if (!meant.ok) return refused(turn, meant.error, INSTEAD);
    const [one, ...others] = meant.value;
    if (one && others.length === 0) return show(turn, one.owned.subscription.id);
    const options = meant.value.map(({ owned }) => subscriptionOption(owned));
    return {
      screen: whichPurchaseScreen(turn.words, { purchases: meant.value, purpose: 'admin_show_audit', now: turn.now }),
      pending: { command: { type: 'admin_show_audit' }, choice: { field: 'subscriptionId', options } },
    };
  },
});

const show = async (turn: Turn, subscriptionId: string, from?: string): Promise<Reply> => {
  turn.trail.on({ subscriptionId });
  const found = await auditOf(turn.services, turn.actor, subscriptionId, from);
  if (!found.ok) return refused(turn, found.error, INSTEAD);
  const { entries, next, subscription } = found.value;
  const named = entries.flatMap(({ personId, on }) => [personId, ...(on.people ?? [])]);
  const names = await namesOf(turn, [subscription.purchaserId, ...named]);
  return {
    screen: auditScreen(turn.words, {
      owned: withProduct(turn, subscription),
      purchaser: names(subscription.purchaserId),
      entries,
      next,
      isFirst: from === undefined,
      nameOf: names,
    }),
  };
};

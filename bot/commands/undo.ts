import { z } from 'zod';
import { recurringScreen, scheduledScreen } from '../../cards/screens';
import { execute } from '../../domain/app/execute';
import { findUndoable, justScheduled } from '../../domain/app/queries';
import { ok } from '../../domain/shared/result';
import { stillStands } from '../../domain/subscription/outcome';
import { asOperation, defineCommand, id } from './command-file';
import { refused } from './refused';
import { doneBefore } from './show-subscription';
import { withProduct, withTaxRate } from './subscriptions';
import { unassigned } from './unassigned';

/** Takes back what was done at once: the operation a button names, or the latest one when somebody types "undo". */
export const undo = defineCommand({
  schema: z.object({
    type: z.literal('undo'),
    subscriptionId: id.optional(),
    undoes: id.optional(),
    ...asOperation,
  }),
  answer: async ({ subscriptionId, undoes, operationId }, turn) => {
    const found =
      subscriptionId !== undefined && undoes !== undefined
        ? ok({ subscriptionId, undoes })
        : await findUndoable(turn.services, turn.actor, operationId);
    if (!found.ok) return refused(turn, found.error, [{ type: 'list_subscriptions' }]);
    const target = found.value;
    const done = await execute(turn.services, turn.actor, {
      type: 'undo',
      ...target,
      operationId: operationId ?? turn.newId(),
    });
    const scheduled =
      !done.ok && turn.said === 'text'
        ? await justScheduled(turn.services, turn.actor, target.subscriptionId)
        : undefined;
    // It was confirmed before it was done, so it is not taken back unasked; its button is.
    if (scheduled)
      return {
        screen: scheduledScreen(turn.words, { owned: withProduct(turn, scheduled), operationId: turn.newId() }),
        asks: true,
      };
    if (!done.ok)
      return refused(turn, done.error, [{ type: 'show_subscription', subscriptionId: target.subscriptionId }]);
    const { outcome, subscription } = done.value;
    if (done.value.replayed && !stillStands(outcome, subscription)) return doneBefore(turn, subscription.id);
    const owned = await withTaxRate(turn, withProduct(turn, subscription));
    return outcome.type === 'recurring_billing'
      ? { screen: recurringScreen(turn.words, { owned, on: outcome.on, changed: true, undo: undefined }) }
      : unassigned(turn, owned, outcome, true);
  },
});

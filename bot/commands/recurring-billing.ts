import { z } from 'zod';
import type { Owned } from '../../cards/owned';
import { recurringScreen, withdrawsScreen } from '../../cards/screens';
import { execute } from '../../domain/app/execute';
import type { Refusal } from '../../domain/shared/refusal';
import { stillStands } from '../../domain/subscription/outcome';
import { askWhichSubscription } from './choose-subscription';
import { asOperation, defineCommand, onSubscription } from './command-file';
import { refused } from './refused';
import { doneBefore } from './show-subscription';
import { type SubscriptionRef, whichSubscription } from './subscriptions';
import type { Reply, Turn } from './turn';

const fields = { ...onSubscription, ...asOperation };

/** Free and reversible, so it acts at once and offers Undo. */
export const turnOffAutoRenew = defineCommand({
  schema: z.object({ type: z.literal('turn_off_auto_renew'), ...fields, withdraws: z.literal(true).optional() }),
  answer: (command, turn) => turnTo(false, command, turn),
});

export const turnOnAutoRenew = defineCommand({
  schema: z.object({ type: z.literal('turn_on_auto_renew'), ...fields }),
  answer: (command, turn) => turnTo(true, command, turn),
});

const turnTo = async (
  on: boolean,
  command: SubscriptionRef & { readonly operationId?: string | undefined; readonly withdraws?: true | undefined },
  turn: Turn,
): Promise<Reply> => {
  const type = on ? 'turn_on_auto_renew' : 'turn_off_auto_renew';
  const which = await whichSubscription(turn, command);
  if (!which.ok) return refused(turn, which.error);
  // A button among others of help names none, and whoever presses it may only look around.
  const isUnnamed = turn.said === 'press' && command.subscriptionId === undefined;
  if ('several' in which.value || turn.guessed || isUnnamed) {
    return askWhichSubscription(turn, type, 'several' in which.value ? which.value.several : [which.value.one]);
  }
  const owned = which.value.one;
  const { id: subscriptionId } = owned.subscription;
  const operationId = command.operationId ?? turn.newId();
  const done = await execute(turn.services, turn.actor, {
    type: 'turn_recurring_billing',
    subscriptionId,
    on,
    operationId,
    withdraws: command.withdraws,
  });
  if (!done.ok) return no(turn, owned, done.error);
  if (done.value.replayed && !stillStands(done.value.outcome, done.value.subscription))
    return doneBefore(turn, subscriptionId);
  const { changed, outcome } = done.value;
  // Undo would turn it on again, but not bring back what was withdrawn.
  const withdrawn = outcome.type === 'recurring_billing' && outcome.withdrawn === true;
  return {
    screen: recurringScreen(turn.words, {
      owned: { ...owned, subscription: done.value.subscription },
      on,
      changed,
      withdrawn,
      undo:
        changed && !withdrawn && !owned.subscription.overdue
          ? { undoes: operationId, operationId: turn.newId() }
          : undefined,
    }),
  };
};

const no = (turn: Turn, owned: Owned, refusal: Refusal): Reply => {
  if (refusal.code === 'REDUCTION_SCHEDULED') return askFirst(turn, owned, refusal);
  if (refusal.code === 'ENDS_AT_ONCE') return askFirst(turn, owned, undefined);
  return refused(turn, refusal, [{ type: 'show_subscription', subscriptionId: owned.subscription.id }]);
};

const askFirst = (
  turn: Turn,
  owned: Owned,
  scheduled: { readonly total: number; readonly at: number } | undefined,
): Reply => {
  const { id: subscriptionId } = owned.subscription;
  const operationId = turn.newId();
  return {
    screen: withdrawsScreen(turn.words, { owned, scheduled, operationId }),
    pending: { command: { type: 'turn_off_auto_renew', subscriptionId, withdraws: true, operationId } },
  };
};

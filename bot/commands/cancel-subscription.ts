import { z } from 'zod';
import type { Owned } from '../../cards/owned';
import { cancelledScreen, cancelScreen, cannotCancelScreen, chooseScreen } from '../../cards/screens';
import { execute } from '../../domain/app/execute';
import { payingCard } from '../../domain/app/queries';
import { previewCancellation } from '../../domain/subscription/cancel-subscription';
import { cancelReasons } from '../../domain/subscription/commands';
import { asOperation, defineCommand, filled, onSubscription } from './command-file';
import { subscriptionOption } from './options';
import { refused } from './refused';
import { whichSubscription } from './subscriptions';
import type { Reply, Turn } from './turn';

const LONGEST_COMMENT = 500;

const schema = z.object({
  type: z.literal('cancel_subscription'),
  ...onSubscription,
  ...asOperation,
  reason: filled(z.enum(cancelReasons).optional()),
  comment: filled(
    z
      .string()
      .transform(text => text.slice(0, LONGEST_COMMENT))
      .optional(),
  ),
});
type CancelSubscription = z.infer<typeof schema>;

/** Ends a subscription within its first 7 days; asks first, with the consequence. Never turns recurring billing off. */
export const cancelSubscription = defineCommand({
  schema,
  answer: async (command, turn) => {
    const which = await whichSubscription(turn, command);
    if (!which.ok) return refused(turn, which.error);
    if ('several' in which.value) return askWhich(turn, which.value.several);
    const owned = which.value.one;
    const pressed = turn.said === 'press' && command.operationId !== undefined;
    return pressed && command.reason ? cancel(turn, owned, command) : ask(turn, owned, pressed);
  },
});

const askWhich = (turn: Turn, choices: readonly Owned[]): Reply => ({
  screen: chooseScreen(turn.words, { purpose: 'cancel_subscription', choices }),
  pending: {
    command: { type: 'cancel_subscription' },
    choice: { field: 'subscriptionId', options: choices.map(subscriptionOption) },
  },
});

const ask = async (turn: Turn, owned: Owned, missingReason: boolean): Promise<Reply> => {
  const { subscription } = owned;
  const preview = previewCancellation(subscription, turn.now);
  const operationId = turn.newId();
  if (!preview.ok) {
    if (preview.error.code !== 'CANCEL_WINDOW_OVER') return refused(turn, preview.error);
    const { paidTo, recurring } = preview.error;
    return { screen: cannotCancelScreen(turn.words, { owned, paidTo, recurring, operationId }) };
  }
  const paidWith = await payingCard(turn.services, turn.actor, subscription);
  return {
    screen: cancelScreen(turn.words, { owned, preview: preview.value, paidWith, operationId, missingReason }),
    pending: { command: { type: 'cancel_subscription', subscriptionId: subscription.id, operationId } },
  };
};

const cancel = async (turn: Turn, owned: Owned, command: CancelSubscription): Promise<Reply> => {
  const { id: subscriptionId } = owned.subscription;
  const { reason, comment } = command;
  const operationId = command.operationId ?? turn.newId();
  const done = await execute(turn.services, turn.actor, {
    ...{ type: 'cancel_subscription', subscriptionId, operationId, reason, comment },
  });
  if (!done.ok) return done.error.code === 'CANCEL_WINDOW_OVER' ? ask(turn, owned, false) : refused(turn, done.error);
  const { outcome, subscription } = done.value;
  if (outcome.type !== 'cancelled') return ask(turn, { ...owned, subscription }, false);
  const paidWith = await payingCard(turn.services, turn.actor, subscription);
  const { refund } = outcome;
  return { screen: cancelledScreen(turn.words, { owned: { ...owned, subscription }, refund, paidWith }) };
};

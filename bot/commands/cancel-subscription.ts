import { z } from 'zod';
import { agreedRefund } from '../../cards/agreed';
import type { Owned } from '../../cards/owned';
import { cancelledScreen, cancelScreen, cannotCancelScreen } from '../../cards/screens';
import { execute } from '../../domain/app/execute';
import { payingCard, taxWithRefund } from '../../domain/app/queries';
import { negate } from '../../domain/shared/money';
import type { Refusal } from '../../domain/shared/refusal';
import { cancelReasons } from '../../domain/subscription/cancel-reason';
import { previewCancellation } from '../../domain/subscription/cancel-subscription';
import type { AgreedConsequence } from '../../domain/subscription/commands';
import { stillStands } from '../../domain/subscription/outcome';
import { askWhichSubscription } from './choose-subscription';
import { asOperation, defineCommand, filled, onSubscription } from './command-file';
import { refused } from './refused';
import { doneBefore } from './show-subscription';
import { whichSubscription } from './subscriptions';
import type { Reply, Turn } from './turn';

const LONGEST_COMMENT = 500;

const schema = z.object({
  type: z.literal('cancel_subscription'),
  ...onSubscription,
  ...asOperation,
  agreed: z
    .string()
    .regex(/^\d{1,12}:\d{1,5}(:\d{1,12})?$/)
    .optional(),
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
    if ('several' in which.value) return askWhichSubscription(turn, 'cancel_subscription', which.value.several);
    const owned = which.value.one;
    const pressed = turn.said === 'press' && command.operationId !== undefined;
    return pressed && command.reason
      ? cancel(turn, owned, command)
      : ask(turn, owned, pressed ? 'reason_missing' : undefined);
  },
});

const ask = async (turn: Turn, owned: Owned, problem?: 'reason_missing' | 'changed'): Promise<Reply> => {
  const { subscription } = owned;
  const preview = previewCancellation(subscription, turn.now);
  const operationId = turn.newId();
  if (!preview.ok) {
    if (preview.error.code !== 'CANCEL_WINDOW_OVER') return refused(turn, preview.error);
    const { endsAt, recurring } = preview.error;
    const screen = cannotCancelScreen(turn.words, { owned, endsAt, recurring, operationId });
    return { screen, refusal: preview.error.code };
  }
  const { refund } = preview.value;
  const [paidWith, tax] = await Promise.all([
    payingCard(turn.services, turn.actor, subscription),
    taxWithRefund(turn.services, turn.actor, subscription.id, refund),
  ]);
  const agreed = agreedRefund(refund, subscription.assignments.length, tax);
  return {
    screen: cancelScreen(turn.words, { owned, preview: { refund, tax }, paidWith, operationId, problem }),
    pending: { command: { type: 'cancel_subscription', subscriptionId: subscription.id, operationId, agreed } },
  };
};

const cancel = async (turn: Turn, owned: Owned, command: CancelSubscription): Promise<Reply> => {
  const { id: subscriptionId } = owned.subscription;
  const { reason, comment } = command;
  const operationId = command.operationId ?? turn.newId();
  const done = await execute(turn.services, turn.actor, {
    type: 'cancel_subscription',
    subscriptionId,
    operationId,
    reason,
    comment,
    ...agreedIn(command.agreed),
  });
  if (!done.ok) return askAgain(turn, owned, done.error);
  const { outcome, subscription, replayed, tax } = done.value;
  if (replayed && !stillStands(outcome, subscription)) return doneBefore(turn, subscriptionId);
  if (outcome.type !== 'cancelled') return ask(turn, { ...owned, subscription });
  const paidWith = await payingCard(turn.services, turn.actor, subscription);
  const { refund } = outcome;
  const back = tax && negate(tax);
  return { screen: cancelledScreen(turn.words, { owned: { ...owned, subscription }, refund, tax: back, paidWith }) };
};

/** Shown anew when it can still be done but not as it was agreed to, or when it has become too late. */
const askAgain = async (turn: Turn, owned: Owned, refusal: Refusal): Promise<Reply> => {
  if (refusal.code !== 'CONSEQUENCE_CHANGED') {
    return refusal.code === 'CANCEL_WINDOW_OVER' ? ask(turn, owned) : refused(turn, refusal);
  }
  const now = await whichSubscription(turn, { subscriptionId: owned.subscription.id });
  return now.ok && 'one' in now.value ? ask(turn, now.value.one, 'changed') : refused(turn, refusal);
};

/** Tax that comes back is charged less than nothing. */
const agreedIn = (text: string | undefined): { agreed?: AgreedConsequence; agreedTax?: number } => {
  const [refund, holders, tax = 0] = text?.split(':').map(Number) ?? [];
  return refund === undefined || holders === undefined ? {} : { agreed: { refund, holders }, agreedTax: -tax };
};

import { z } from 'zod';
import { agreedPrice, taxIn } from '../../cards/agreed';
import type { Owned } from '../../cards/owned';
import type { Press } from '../../cards/press';
import { reactivatedScreen, reactivateScreen } from '../../cards/screens';
import { execute } from '../../domain/app/execute';
import { payingCard, previewCommand } from '../../domain/app/queries';
import { stillStands } from '../../domain/subscription/outcome';
import { chargeUnknown } from './charge-unknown';
import { askWhichSubscription } from './choose-subscription';
import { asOperation, defineCommand, onSubscription } from './command-file';
import { refused } from './refused';
import { doneBefore } from './show-subscription';
import { ownedBy, type Which, whichSubscription, withProduct } from './subscriptions';
import type { Reply, Turn } from './turn';

const schema = z.object({
  type: z.literal('reactivate_subscription'),
  ...onSubscription,
  ...asOperation,
  agreed: z.string().max(40).optional(),
});

/** Brings back what has ended, for a new term; what it costs is shown first. */
export const reactivateSubscription = defineCommand({
  schema,
  answer: async (command, turn) => {
    const which = await whichSubscription(turn, command);
    if (!which.ok) return refused(turn, which.error);
    const meant = await ended(turn, which.value, command.product);
    if ('several' in meant && meant.several.every(({ subscription }) => subscription.status === 'active')) {
      return refused(turn, { code: 'STILL_ACTIVE' });
    }
    if ('several' in meant) return askWhichSubscription(turn, 'reactivate_subscription', meant.several);
    const [, cost, tax] = command.agreed?.split(':') ?? [];
    const { operationId } = command;
    return turn.said === 'press' && operationId && cost !== undefined
      ? reactivate(turn, meant.one, { operationId, agreed: Number(cost), agreedTax: taxIn(tax) })
      : show(turn, meant.one);
  },
});

/** Of several that fit, the one that has ended, if it is one. */
const ended = async (turn: Turn, which: Which, product: string | undefined): Promise<Which> => {
  if ('one' in which) return which;
  const candidates = product === undefined ? await ownedBy(turn) : which.several;
  const fitting = candidates.filter(({ subscription }) => subscription.status !== 'active');
  const [first, ...others] = fitting;
  if (first && others.length === 0) return { one: first };
  return fitting.length > 0 ? { several: fitting } : which;
};

const show = async (turn: Turn, owned: Owned, problem?: string): Promise<Reply> => {
  const { id: subscriptionId } = owned.subscription;
  const operationId = turn.newId();
  const command = { type: 'reactivate_subscription', subscriptionId, operationId } as const;
  const preview = await previewCommand(turn.services, turn.actor, command);
  if (!preview.ok) return refused(turn, preview.error, waysOut(turn, owned));
  const { decided, tax, becomes, payer, subscription } = preview.value;
  const { movement } = decided;
  if (!movement) return refused(turn, { code: 'STILL_ACTIVE' });
  const input = { owned: { ...owned, subscription }, charged: movement.amount, tax, becomes };
  const agreed = agreedPrice(subscription.total, movement.amount, tax);
  return {
    screen: reactivateScreen(turn.words, { ...input, card: payer?.method, operationId, problem }),
    pending: { command: { ...command, agreed } },
  };
};

/** "Renew Project" of one that is active and would end means that it is not to end. */
const waysOut = (
  { newId }: Turn,
  { subscription: { id: subscriptionId, status, recurring } }: Owned,
): readonly Press[] => {
  const look = { type: 'show_subscription', subscriptionId } as const;
  if (status !== 'active' || recurring) return [look];
  return [{ type: 'turn_on_auto_renew', subscriptionId, operationId: newId() }, look];
};

const reactivate = async (
  turn: Turn,
  owned: Owned,
  agreed: { readonly operationId: string; readonly agreed: number; readonly agreedTax: number },
): Promise<Reply> => {
  const { id: subscriptionId } = owned.subscription;
  const done = await execute(turn.services, turn.actor, { type: 'reactivate_subscription', subscriptionId, ...agreed });
  if (!done.ok) {
    return done.error.code === 'CONSEQUENCE_CHANGED'
      ? show(turn, owned, turn.words.t('total.changed'))
      : refused(turn, done.error, [{ type: 'show_subscription', subscriptionId }]);
  }
  const { outcome, subscription, replayed, tax } = done.value;
  if (replayed && !stillStands(outcome, subscription)) return doneBefore(turn, subscriptionId);
  if (outcome.type !== 'reactivated') return chargeUnknown(turn, outcome);
  const card = await payingCard(turn.services, turn.actor, subscription);
  return {
    screen: reactivatedScreen(turn.words, {
      owned: withProduct(turn, subscription),
      charged: outcome.charged,
      tax,
      card,
    }),
  };
};

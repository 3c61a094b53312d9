import { z } from 'zod';
import type { Owned } from '../../cards/owned';
import { subscriptionScreen } from '../../cards/screens';
import { payingCard } from '../../domain/app/queries';
import { askWhichSubscription } from './choose-subscription';
import { defineCommand, id, onSubscription } from './command-file';
import { holdersOf } from './people';
import { refused } from './refused';
import { type SubscriptionRef, whichSubscription } from './subscriptions';
import type { Reply, Turn } from './turn';

/** The facts of one subscription; a family with several asks which. */
export const showSubscription = defineCommand({
  schema: z.object({ type: z.literal('show_subscription'), ...onSubscription }),
  answer: (command, turn) => show(turn, command),
});

/**
 * A client shows the card again and asks how things are now. Nobody said anything, so nothing is remembered; where
 * others read, nothing is shown.
 */
export const refreshSubscription = defineCommand({
  schema: z.object({ type: z.literal('refresh_subscription'), subscriptionId: id }),
  answer: async (command, turn) =>
    turn.privately === 'here'
      ? { ...(await show(turn, command)), unasked: true }
      : { ...refused(turn, { code: 'SUBSCRIPTION_NOT_FOUND' }), aside: true, unasked: true },
});

/** "Keep subscription": nothing is done, and the subscription is shown as it is. */
export const keepSubscription = defineCommand({
  schema: z.object({ type: z.literal('keep_subscription'), ...onSubscription }),
  answer: async (command, turn) => {
    const which = await whichSubscription(turn, command);
    const active = which.ok && 'one' in which.value && which.value.one.subscription.status === 'active';
    return show(turn, command, active ? { note: turn.words.t('kept.note') } : undefined);
  },
});

/** What has just happened, or why nothing has; said above the subscription. */
interface Note {
  readonly note: string;
  readonly noteTone?: 'Warning';
}

export const show = async (turn: Turn, ref: SubscriptionRef, note?: Note): Promise<Reply> => {
  const which = await whichSubscription(turn, ref);
  if (!which.ok) return refused(turn, which.error);
  return 'one' in which.value
    ? showOne(turn, which.value.one, note)
    : askWhichSubscription(turn, 'show_subscription', which.value.several);
};

/** The truth of now, and why nothing was done. */
export const showInstead = (turn: Turn, subscriptionId: string, why: string): Promise<Reply> =>
  show(turn, { subscriptionId }, { note: why, noteTone: 'Warning' });

/** A repeat of something done before that has changed since. */
export const doneBefore = (turn: Turn, subscriptionId: string): Promise<Reply> =>
  showInstead(turn, subscriptionId, turn.words.t('press.done_before'));

const HOLDERS_SHOWN = 10;

const showOne = async (turn: Turn, owned: Owned, note: Note | undefined): Promise<Reply> => {
  const [holders, paidWith] = await Promise.all([
    holdersOf(turn, owned.subscription, HOLDERS_SHOWN),
    payingCard(turn.services, turn.actor, owned.subscription),
  ]);
  return { screen: subscriptionScreen(turn.words, { owned, holders, paidWith, now: turn.now, ...note }) };
};

import { type Activity, ActivityTypes } from 'botbuilder';
import type { TurnLogic } from './adapter';

/** Does the work after so many milliseconds, unless what it returns is called before. */
export type Timer = (work: () => void, wait: number) => () => void;

/** Whoever waits longer than this wonders whether they were heard; in milliseconds. */
const PATIENCE = 500;

/**
 * Shows that the bot is at work when its answer takes longer than half a second. It stands before the answer or not
 * at all, and nothing of it is left when the turn ends; a channel that does not take it does no harm.
 */
export const withTyping =
  (logic: TurnLogic, timer: Timer): TurnLogic =>
  async context => {
    if (!isWatched(context.activity)) return logic(context);
    let shown: Promise<unknown> = Promise.resolve();
    const cancel = timer(() => {
      shown = context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined);
    }, PATIENCE);
    const over = async (): Promise<void> => {
      cancel();
      await shown;
    };
    context.onSendActivities(async (_context, activities, next) => {
      if (activities.some(({ type }) => type !== ActivityTypes.Typing)) await over();
      return next();
    });
    try {
      await logic(context);
    } finally {
      await over();
    }
  };

/** Somebody said something and sees the conversation while it is answered. */
const isWatched = ({ type, deliveryMode }: Activity): boolean =>
  type === ActivityTypes.Message && deliveryMode !== 'expectReplies';

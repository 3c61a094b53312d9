import type { Activity, ConversationReference } from 'botbuilder';
import type { Log } from '../logging';
import type { Afterwards } from './afterwards';
import { statusOf } from './undelivered';

/** A message that was sent earlier, as somebody who presses its button names it. */
export interface SentMessage {
  readonly reference: Partial<ConversationReference>;
  readonly messageId: string;
}

export interface MessageUpdate extends SentMessage {
  /** What stands in the message from now on. */
  readonly activity: Partial<Activity>;
  /** Nothing else shows it: when the message cannot be updated it is sent as a new one, whatever the reason. */
  readonly isUnseen: boolean;
  /** Told what the channel calls the message when the card had to be sent as a new one. */
  readonly moved: (messageId: string) => Promise<void>;
}

export interface MessageUpdates {
  /** Returns at once; the message is updated after the turn. Of several for one message the newest wins. */
  begin(update: MessageUpdate): void;
}

export interface Updating {
  readonly afterwards: Afterwards;
  /** Changes the message whose id the activity has. Throws Undelivered when the channel does not take it. */
  readonly update: (reference: Partial<ConversationReference>, activity: Partial<Activity>) => Promise<void>;
  /** Sends a new message; resolves to its id. Throws Undelivered when the channel does not take it. */
  readonly send: (
    reference: Partial<ConversationReference>,
    activity: Partial<Activity>,
  ) => Promise<string | undefined>;
  readonly log: Log;
}

const GONE = 404;

/**
 * Keeps cards true after their buttons were pressed: what the press is answered with stands for its presser only until
 * the client shows the message anew.
 */
export const createMessageUpdates = (updating: Updating): MessageUpdates => {
  const waiting = new Map<string, MessageUpdate>();

  const bringNewest = async (key: string): Promise<void> => {
    const next = waiting.get(key);
    waiting.delete(key);
    if (next) await bring(updating, next, () => waiting.has(key));
  };

  return {
    begin: update => {
      const key = `${update.reference.conversation?.id} ${update.messageId}`;
      const earlier = waiting.get(key);
      waiting.set(key, { ...update, isUnseen: update.isUnseen || (earlier?.isUnseen ?? false) });
      if (!earlier) updating.afterwards.begin(key, () => bringNewest(key));
    },
  };
};

/** Never throws: the press was acted on and answered, and whoever pressed waits for nothing. */
const bring = async (updating: Updating, update: MessageUpdate, isOutdated: () => boolean): Promise<void> => {
  const { reference, messageId: id, activity, isUnseen } = update;
  const isToBeSent = (failure: unknown): boolean => isUnseen || statusOf(failure) === GONE;
  const failure = await updating.afterwards.ask(
    () => updating.update(reference, { ...activity, id }),
    tried => isToBeSent(tried) || isOutdated(),
  );
  if (failure === undefined) return;
  if (isToBeSent(failure)) return sendAnew(updating, update);
  if (!isOutdated()) updating.log.warn({ err: failure, status: statusOf(failure) }, 'a card is not updated');
};

const sendAnew = async (updating: Updating, { reference, activity, moved }: MessageUpdate): Promise<void> => {
  const { afterwards, send, log } = updating;
  let messageId: string | undefined;
  const failure = await afterwards.ask(async () => {
    messageId = await send(reference, activity);
  });
  if (failure !== undefined) log.error({ err: failure }, 'a card could be neither updated nor sent anew');
  else if (messageId !== undefined) await moved(messageId);
};

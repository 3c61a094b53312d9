import { setImmediate as afterThisTurn } from 'node:timers/promises';
import type { Activity, ConversationReference } from 'botbuilder';
import type { Log } from '../logging';
import { Undelivered } from './undelivered';

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
  /** Ends waiting for another try and resolves when no update is under way. */
  stop(): Promise<void>;
}

export interface Updating {
  /** Changes the message whose id the activity has. Throws Undelivered when the channel does not take it. */
  readonly update: (reference: Partial<ConversationReference>, activity: Partial<Activity>) => Promise<void>;
  /** Sends a new message; resolves to its id. Throws Undelivered when the channel does not take it. */
  readonly send: (
    reference: Partial<ConversationReference>,
    activity: Partial<Activity>,
  ) => Promise<string | undefined>;
  /** Waits so many milliseconds, or until it is ended. */
  readonly pause: (wait: number, ending: AbortSignal) => Promise<void>;
  readonly log: Log;
}

const GONE = 404;
/** The channel's answers after which it may take the same yet; no answer at all is one, too. */
const WORTH_ANOTHER_TRY: ReadonlySet<number | undefined> = new Set([undefined, 412, 429, 502, 503, 504]);
/** Milliseconds before each further try, unless the channel asks for more. */
const WAITS = [1_000, 5_000] as const;
const LONGEST_WAIT = 30_000;
const SECOND = 1_000;

/**
 * Keeps cards true after their buttons were pressed: what the press is answered with stands for its presser only until
 * the client shows the message anew.
 */
export const createMessageUpdates = (updating: Updating): MessageUpdates => {
  const waiting = new Map<string, MessageUpdate>();
  const running = new Map<string, Promise<void>>();
  const ending = new AbortController();

  const workOff = async (key: string): Promise<void> => {
    await afterThisTurn();
    for (let next = take(key); next; next = take(key)) {
      await bring(updating, next, { ending: ending.signal, isOutdated: () => waiting.has(key) });
    }
    running.delete(key);
  };

  const take = (key: string): MessageUpdate | undefined => {
    const next = waiting.get(key);
    waiting.delete(key);
    return next;
  };

  return {
    begin: update => {
      const key = `${update.reference.conversation?.id} ${update.messageId}`;
      const isUnseen = update.isUnseen || (waiting.get(key)?.isUnseen ?? false);
      waiting.set(key, { ...update, isUnseen });
      if (!running.has(key)) running.set(key, workOff(key));
    },
    stop: async () => {
      ending.abort();
      await Promise.all(running.values());
    },
  };
};

interface Circumstances {
  readonly ending: AbortSignal;
  readonly isOutdated: () => boolean;
}

/** Never throws: the press was acted on and answered, and whoever pressed waits for nothing. */
const bring = async (updating: Updating, update: MessageUpdate, now: Circumstances): Promise<void> => {
  const { reference, messageId: id, activity } = update;
  for (const wait of [...WAITS, undefined]) {
    const failure = await attempt(() => updating.update(reference, { ...activity, id }));
    if (failure === undefined) return;
    if (update.isUnseen || statusOf(failure) === GONE) return sendAnew(updating, update);
    if (wait === undefined || !isWorthAnotherTry(failure)) {
      return updating.log.warn({ err: failure, status: statusOf(failure) }, 'a card is not updated');
    }
    await updating.pause(Math.min(LONGEST_WAIT, Math.max(wait, waitAskedBy(failure))), now.ending);
    if (now.isOutdated() || now.ending.aborted) return;
  }
};

const sendAnew = async ({ send, log }: Updating, { reference, activity, moved }: MessageUpdate): Promise<void> => {
  const failure = await attempt(async () => {
    const messageId = await send(reference, activity);
    if (messageId !== undefined) await moved(messageId);
  });
  if (failure !== undefined) log.error({ err: failure }, 'a card could be neither updated nor sent anew');
};

const statusOf = (failure: unknown): number | undefined =>
  failure instanceof Undelivered ? failure.status : undefined;

const isWorthAnotherTry = (failure: unknown): boolean =>
  failure instanceof Undelivered && WORTH_ANOTHER_TRY.has(failure.status);

const waitAskedBy = (failure: unknown): number =>
  failure instanceof Undelivered ? (failure.retryAfter ?? 0) * SECOND : 0;

/** What went wrong, if anything did. */
const attempt = async (request: () => Promise<void>): Promise<unknown> => {
  try {
    await request();
    return undefined;
  } catch (error) {
    return error;
  }
};

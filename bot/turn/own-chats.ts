import type { Activity, ConversationReference } from 'botbuilder';
import type { Actor } from '../../domain/app/services';
import type { Log } from '../logging';
import type { Afterwards } from './afterwards';
import { isBlocked, statusOf } from './undelivered';

/** What somebody asked for where others read, and is answered in a chat of their own. */
export interface OwnAnswer {
  readonly actor: Actor;
  readonly chat: Partial<ConversationReference>;
  readonly activity: Partial<Activity>;
  /** Told what the channel calls the message, where it says so. */
  readonly sent: (messageId: string | undefined) => Promise<void>;
  /** Where it was asked for; undefined where nothing can be said later. */
  readonly asked: Partial<ConversationReference> | undefined;
  /** What is said there when the chat does not take the answer. */
  readonly apology: Partial<Activity>;
}

export interface OwnChats {
  /** Returns at once; the answer is sent after the turn. */
  begin(answer: OwnAnswer): void;
}

export interface OwnChatsParts {
  readonly afterwards: Afterwards;
  /** Sends a new message; resolves to its id. Throws Undelivered when the channel does not take it. */
  readonly send: (
    reference: Partial<ConversationReference>,
    activity: Partial<Activity>,
  ) => Promise<string | undefined>;
  /** They do not take what the bot sends until they speak with it again. */
  readonly blocked: (actor: Actor) => Promise<void>;
  readonly log: Log;
}

/** Brings answers to people's own chats; whoever cannot be answered there hears of it where they asked. */
export const createOwnChats = (parts: OwnChatsParts): OwnChats => ({
  begin: answer => parts.afterwards.begin(`${answer.chat.conversation?.id}`, () => bring(parts, answer)),
});

const bring = async (parts: OwnChatsParts, { actor, chat, activity, sent, ...rest }: OwnAnswer): Promise<void> => {
  const { afterwards, send, blocked, log } = parts;
  let messageId: string | undefined;
  const failure = await afterwards.ask(async () => {
    messageId = await send(chat, activity);
  });
  if (failure === undefined) return sent(messageId);
  log.warn({ err: failure, status: statusOf(failure) }, 'an answer does not reach its own chat');
  try {
    if (isBlocked(failure)) await blocked(actor);
  } finally {
    await apologise(parts, rest);
  }
};

const apologise = async (
  { afterwards, send, log }: OwnChatsParts,
  { asked, apology }: Pick<OwnAnswer, 'asked' | 'apology'>,
): Promise<void> => {
  if (!asked) return;
  const failure = await afterwards.ask(async () => {
    await send(asked, apology);
  });
  if (failure !== undefined) log.error({ err: failure }, 'nor can that be said where it was asked for');
};

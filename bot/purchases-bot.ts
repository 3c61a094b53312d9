import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { channelLocale, wordsFor } from '../cards/words';
import type { Answered, Conversation, Incoming } from './commands/incoming';
import { readReference } from './notices/reference';
import { readQuery, readSearch, type Searching } from './search';
import type { TurnLogic } from './turn/adapter';
import { createOnConsent } from './turn/consent';
import { dialogOf } from './turn/dialog';
import type { FileSends } from './turn/file-sends';
import { addressed, isForBot } from './turn/mentions';
import type { MessageUpdates } from './turn/message-updates';
import type { OwnChats } from './turn/own-chats';
import { isAmongOthers, pressedMessage } from './turn/places';
import { isPress, readTurn } from './turn/read-turn';
import {
  type AnswerInvoke,
  asideAnswer,
  cardAnswer,
  choicesAnswer,
  messageOf,
  problem,
  respond,
  say,
  suggesting,
} from './turn/replies';
import type { Testers } from './turn/stand-in';

export interface PurchasesBotParts {
  readonly conversation: Conversation;
  readonly search: Searching;
  readonly updates: MessageUpdates;
  readonly ownChats: OwnChats;
  readonly files: FileSends;
  /** Development only. */
  readonly testers?: Testers | undefined;
}

/** Activity → turn → reply; nothing else. */
export const createPurchasesBot = (parts: PurchasesBotParts): TurnLogic => {
  const { conversation, search, updates, ownChats, files, testers } = parts;

  /** So that the card is found again once its link has done its work. */
  const located = async ({ actor }: Incoming, { links }: Answered, activityId: string | undefined): Promise<void> => {
    if (links.length > 0 && activityId) await conversation.shown(actor, links, activityId);
  };

  /** What is not for others goes to the person's own chat, once it was told here that it does. */
  const answerElsewhere = async (
    { activity }: TurnContext,
    incoming: Incoming,
    answered: Answered,
    tell: (line: string) => Promise<void>,
  ): Promise<void> => {
    const { t } = wordsFor(answered.locale);
    const chat = readReference(answered.elsewhere);
    if (!chat) return tell(t('group.open_chat'));
    try {
      await tell(t('group.sent'));
    } finally {
      // What was asked for is done by now: the answer is owed, whether or not that line was taken.
      ownChats.begin({
        chat,
        actor: incoming.actor,
        activity: messageOf(answered, activity.from.id),
        sent: messageId => located(incoming, answered, messageId),
        asked: readReference(incoming.place),
        apology: addressed(t('group.not_sent'), activity),
      });
    }
  };

  /** The answer takes the place of the card whose button was pressed; what others read too is not changed by one. */
  const replaced = (activity: Activity, incoming: Incoming, answered: Answered, isUnseen: boolean): boolean => {
    const message = pressedMessage(activity);
    if (!message || answered.aside || answered.unasked || !incoming.isPrivate) return false;
    const moved = (activityId: string): Promise<void> => located(incoming, answered, activityId);
    updates.begin({ ...message, activity: messageOf(answered, activity.from.id), isUnseen, moved });
    return true;
  };

  /** Asks whether a file may be saved; where answers go into the response, this one does as well. */
  const offer = async (context: TurnContext, { place }: Incoming, { file }: Answered): Promise<void> => {
    const chat = readReference(place);
    if (!file || !chat) return;
    if (context.activity.deliveryMode !== 'expectReplies') return files.offerLater(chat, file);
    await context.sendActivity(await files.offer(file));
  };

  const onMessage = async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    if (isAmongOthers(activity) && !isForBot(activity)) return;
    const incoming = readTurn(activity, testers);
    if (!incoming) return say(context, wordsFor(channelLocale(activity.locale)).t('turn.unidentified'));
    const text = 'text' in incoming.said ? incoming.said.text : '';
    const actingAs = testers?.actAs(activity.from.id, text);
    if (actingAs !== undefined) return say(context, wordsFor('en').t('tester.acting', { name: actingAs }));
    await show(context, incoming, await conversation.answer(incoming));
  };

  const show = async (context: TurnContext, incoming: Incoming, answered: Answered): Promise<void> => {
    const { activity } = context;
    if (answered.elsewhere) return answerElsewhere(context, incoming, answered, line => say(context, line));
    if (answered.aside && !incoming.isPrivate) return say(context, answered.screen.speak);
    const isReplaced = isPress(activity) && replaced(activity, incoming, answered, true);
    await located(incoming, answered, isReplaced ? activity.replyToId : await sendCard(context, answered));
    await offer(context, incoming, answered);
  };

  const onInvoke = async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    // The page in the dialog has said itself what came of it.
    if (activity.name === 'task/submit') return respond(context, undefined);
    const answer = invokes.get(activity.name ?? '');
    if (!answer) return respond(context, problem(501, 'NotSupported'));
    const incoming = readTurn(activity, testers);
    return incoming ? answer(context, incoming) : respond(context, unidentified(activity));
  };

  const onPress: AnswerInvoke = async (context, incoming) => {
    const { activity } = context;
    if (activity.value?.action?.type !== 'Action.Execute') return respond(context, problem(400, 'BadRequest'));
    const answered = await conversation.answer(incoming);
    if (answered.aside) return respond(context, asideAnswer(answered.screen.speak));
    if (answered.elsewhere) {
      return answerElsewhere(context, incoming, answered, line => respond(context, asideAnswer(line)));
    }
    await respond(context, cardAnswer(answered, activity.from.id));
    await located(incoming, answered, activity.replyToId);
    replaced(activity, incoming, answered, false);
    await offer(context, incoming, answered);
  };

  /** A button that opens the payment page in Teams: what it is about is looked up anew, for the presser. */
  const onDialog: AnswerInvoke = async (context, incoming) => {
    const answered = await conversation.answer(incoming);
    await respond(context, { task: dialogOf(answered) });
    await located(incoming, answered, context.activity.replyToId);
  };

  const onQuery: AnswerInvoke = async (context, incoming) => {
    const query = readQuery(context.activity.value);
    await respond(context, query ? await search.subscriptions(incoming, query) : problem(400, 'BadRequest'));
  };

  const onTypeAhead: AnswerInvoke = async (context, incoming) => {
    const typed = readSearch(context.activity.value);
    await respond(context, typed ? choicesAnswer(await search.typeAhead(incoming, typed)) : problem(400, 'BadRequest'));
  };

  const invokes: ReadonlyMap<string, AnswerInvoke> = new Map([
    ['adaptiveCard/action', onPress],
    ['task/fetch', onDialog],
    ['fileConsent/invoke', createOnConsent({ conversation, files })],
    ['composeExtension/query', onQuery],
    ['application/search', onTypeAhead],
  ]);

  const onArrival = async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    if (!isArrival(activity)) return;
    const incoming = readTurn(activity, testers);
    const answered = incoming && (await conversation.welcome(incoming));
    if (answered) await sendCard(context, answered);
  };

  return async context => {
    switch (context.activity.type) {
      case ActivityTypes.Message:
        return onMessage(context);
      case ActivityTypes.Invoke:
        return onInvoke(context);
      case ActivityTypes.ConversationUpdate:
      case ActivityTypes.InstallationUpdate:
        return onArrival(context);
      default:
        return;
    }
  };
};

/** What the channel calls the message, where it says so. */
const sendCard = async (context: TurnContext, answered: Answered): Promise<string | undefined> => {
  const { activity } = context;
  const message = { ...messageOf(answered, activity.from.id), ...suggesting(answered, activity) };
  return (await context.sendActivity(message))?.id || undefined;
};

const unidentified = ({ name, locale }: Activity): unknown => {
  const value = wordsFor(channelLocale(locale)).t('turn.unidentified');
  switch (name) {
    case 'task/fetch':
      return { task: { type: 'message', value } };
    case 'composeExtension/query':
      return { composeExtension: { type: 'message', text: value } };
    default:
      return problem(403, 'Unidentified');
  }
};

/** Somebody came into a personal chat with the bot; in teams and group chats nobody is welcomed by name. */
const isArrival = (activity: Activity): boolean => {
  const { type, action, membersAdded, recipient } = activity;
  if (isAmongOthers(activity)) return false;
  if (type === ActivityTypes.InstallationUpdate) return action?.startsWith('add') ?? false;
  return (membersAdded?.length ?? 0) > 0 && recipient !== undefined;
};

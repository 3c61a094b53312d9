import { type Activity, ActivityTypes, CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import { type AdaptiveCard, render } from '../cards/render';
import { channelLocale, wordsFor } from '../cards/words';
import type { Answered, Conversation, Incoming } from './commands/converse';
import type { TurnLogic } from './turn/adapter';
import { readTurn } from './turn/read-turn';
import type { Testers } from './turn/stand-in';

export interface PurchasesBotParts {
  readonly conversation: Conversation;
  /** Development only. */
  readonly testers?: Testers | undefined;
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';
const ERROR = 'application/vnd.microsoft.error';

/** Activity → turn → reply; nothing else. */
export const createPurchasesBot = (parts: PurchasesBotParts): TurnLogic => {
  const { conversation, testers } = parts;

  const onMessage = async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    const incoming = readTurn(activity, testers);
    if (!incoming) return say(context, wordsFor(channelLocale(activity.locale)).t('turn.unidentified'));
    if ('text' in incoming.said) {
      const actingAs = testers?.actAs(activity.from.id, incoming.said.text);
      if (actingAs !== undefined) return say(context, wordsFor('en').t('tester.acting', { name: actingAs }));
    }
    const answered = await conversation.answer(incoming);
    const activityId = await show(context, answered);
    await located(incoming, answered, activityId);
  };

  /** So that the card is found again once its link has done its work. */
  const located = async ({ actor }: Incoming, { links }: Answered, activityId: string | undefined): Promise<void> => {
    if (links.length > 0 && activityId) await conversation.shown(actor, links, activityId);
  };

  const onInvoke = async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    if (activity.name === 'task/fetch') return onDialog(context);
    // The page in the dialog has said itself what came of it.
    if (activity.name === 'task/submit') return answerInvoke(context, undefined);
    if (activity.name !== 'adaptiveCard/action') return respond(context, problem(501, 'NotSupported'));
    const incoming = readTurn(activity, testers);
    if (!incoming) return respond(context, problem(403, 'Unidentified'));
    if (activity.value?.action?.type !== 'Action.Execute') return respond(context, problem(400, 'BadRequest'));
    const answered = await conversation.answer(incoming);
    await respond(
      context,
      answered.aside
        ? { statusCode: 200, type: MESSAGE, value: answered.screen.speak }
        : { statusCode: 200, type: CARD, value: cardOf(answered) },
    );
    if (!answered.aside) await located(incoming, answered, activity.replyToId);
  };

  /** A button that opens the payment page in Teams: what it is about is looked up anew, for the presser. */
  const onDialog = async (context: TurnContext): Promise<void> => {
    const incoming = readTurn(context.activity, testers);
    if (!incoming) {
      const value = wordsFor(channelLocale(context.activity.locale)).t('turn.unidentified');
      return answerInvoke(context, { task: { type: 'message', value } });
    }
    const answered = await conversation.answer(incoming);
    await answerInvoke(context, { task: dialogOf(answered) });
    await located(incoming, answered, context.activity.replyToId);
  };

  const onArrival = async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    if (!isArrival(activity)) return;
    const incoming = readTurn(activity, testers);
    const answered = incoming && (await conversation.welcome(incoming));
    if (answered) await show(context, answered);
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

/** Somebody came into a personal chat with the bot; in teams and group chats nobody is welcomed by name. */
const isArrival = ({ type, action, conversation, membersAdded, recipient }: Activity): boolean => {
  if (conversation.conversationType && conversation.conversationType !== 'personal') return false;
  if (type === ActivityTypes.InstallationUpdate) return action?.startsWith('add') ?? false;
  return (membersAdded?.length ?? 0) > 0 && recipient !== undefined;
};

const cardOf = ({ screen, locale }: Answered): AdaptiveCard => render(screen, locale);

/** What the channel calls the message, where it says so. */
const show = async (context: TurnContext, answered: Answered): Promise<string | undefined> => {
  const message = MessageFactory.attachment(CardFactory.adaptiveCard(cardOf(answered)));
  const sent = await context.sendActivity({ ...message, summary: answered.screen.speak });
  return sent?.id || undefined;
};

const DIALOG_SIZE = { height: 'large', width: 'medium' } as const;

const dialogOf = ({ screen, locale, dialog }: Answered): object =>
  dialog === undefined
    ? { type: 'message', value: screen.speak }
    : {
        type: 'continue',
        value: {
          ...DIALOG_SIZE,
          title: wordsFor(locale).t('button.open_dialog'),
          url: `${dialog}?dialog=1`,
          fallbackUrl: dialog,
        },
      };

const say = async (context: TurnContext, text: string): Promise<void> => {
  await context.sendActivity(MessageFactory.text(text));
};

interface InvokeAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

const problem = (statusCode: number, code: string): InvokeAnswer => ({
  ...{ statusCode, type: ERROR },
  value: { code, message: code },
});

const respond = (context: TurnContext, body: InvokeAnswer): Promise<void> => answerInvoke(context, body);

const answerInvoke = async (context: TurnContext, body: object | undefined): Promise<void> => {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
};

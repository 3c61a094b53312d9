import { type Activity, ActivityTypes, CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import { type AdaptiveCard, render } from '../cards/render';
import { channelLocale, wordsFor } from '../cards/words';
import type { Answered, Conversation } from './commands/converse';
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
    await show(context, await conversation.answer(incoming));
  };

  const onInvoke = async (context: TurnContext): Promise<void> => {
    const { activity } = context;
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

const show = async (context: TurnContext, answered: Answered): Promise<void> => {
  const message = MessageFactory.attachment(CardFactory.adaptiveCard(cardOf(answered)));
  await context.sendActivity({ ...message, summary: answered.screen.speak });
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

const respond = async (context: TurnContext, body: InvokeAnswer): Promise<void> => {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
};

import { ActionTypes, type Activity, ActivityTypes, CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import { type AdaptiveCard, render } from '../../cards/render';
import type { Choice } from '../../cards/screen';
import type { Answered, Incoming } from '../commands/incoming';
import { isAmongOthers } from './places';

const MESSAGE = 'application/vnd.microsoft.activity.message';
const CARD = 'application/vnd.microsoft.card.adaptive';
const CHOICES = 'application/vnd.microsoft.search.searchResponse';
const ERROR = 'application/vnd.microsoft.error';

export type AnswerInvoke = (context: TurnContext, incoming: Incoming) => Promise<void>;

/** What an invoke of an Adaptive Card is answered with. */
export interface InvokeAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

/** A screen in a language; `viewer`, where there is one, is the channel's id of whom it is for. */
type Shown = Pick<Answered, 'screen' | 'locale'>;

export const cardAnswer = (shown: Shown, viewer?: string): InvokeAnswer => ({
  statusCode: 200,
  type: CARD,
  value: cardOf(shown, viewer),
});

/** A few words for the presser alone; the card stays as it is. */
export const asideAnswer = (text: string): InvokeAnswer => ({ statusCode: 200, type: MESSAGE, value: text });

/** What a field that searches offers. */
export const choicesAnswer = (results: readonly Choice[]): InvokeAnswer => ({
  statusCode: 200,
  type: CHOICES,
  value: { results },
});

export const problem = (statusCode: number, code: string): InvokeAnswer => ({
  statusCode,
  type: ERROR,
  value: { code, message: code },
});

/** Answers an invoke. */
export const respond = async (context: TurnContext, body: unknown): Promise<void> => {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
};

/** The message that holds the card of a screen. */
export const messageOf = (shown: Shown, viewer?: string): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(cardOf(shown, viewer))),
  summary: shown.screen.speak,
});

/** What may be typed next, where the person is alone with the bot. */
export const suggesting = ({ suggestions }: Answered, activity: Activity): Partial<Activity> => {
  if (!suggestions || isAmongOthers(activity)) return {};
  const actions = suggestions.map(text => ({ type: ActionTypes.ImBack, title: text, value: text }));
  return { suggestedActions: { to: [activity.from.id], actions } };
};

export const say = async (context: TurnContext, text: string): Promise<void> => {
  await context.sendActivity(MessageFactory.text(text));
};

const cardOf = ({ screen, locale }: Shown, viewer: string | undefined): AdaptiveCard => render(screen, locale, viewer);

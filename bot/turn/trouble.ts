import { ActivityTypes, type TurnContext } from 'botbuilder';
import { troubleScreen } from '../../cards/screens';
import { channelLocale, wordsFor } from '../../cards/words';
import { Interrupted } from '../commands/interrupted';
import type { Log } from '../logging';
import { cardAnswer, messageOf, respond } from './replies';

export type TellTrouble = (context: TurnContext, error: unknown) => Promise<void>;

/**
 * What happens when a turn throws, which is a bug or an outage: the person is told what to do next and given an id,
 * and the same id stands in the log beside the error.
 */
export const tellTrouble =
  ({ log, newId }: { readonly log: Log; readonly newId: () => string }): TellTrouble =>
  async (context, error) => {
    const id = error instanceof Interrupted ? error.trouble : newId();
    const { type, locale } = context.activity;
    log.error({ err: error, trouble: id }, 'a turn failed');
    const language = error instanceof Interrupted ? error.locale : channelLocale(locale);
    const screen = troubleScreen(wordsFor(language), { id });
    const shown = { screen, locale: language };
    if (type === ActivityTypes.Invoke) await respond(context, cardAnswer(shown));
    else if (type === ActivityTypes.Message) await context.sendActivity(messageOf(shown));
  };

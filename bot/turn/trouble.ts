import { ActivityTypes, CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import { render } from '../../cards/render';
import { troubleScreen } from '../../cards/screens';
import { channelLocale, wordsFor } from '../../cards/words';
import { Interrupted } from '../commands/interrupted';
import type { Log } from '../logging';

export type TellTrouble = (context: TurnContext, error: unknown) => Promise<void>;

/**
 * What happens when a turn throws, which is a bug or an outage: the person is told what to do next and given an id,
 * and the same id stands in the log beside the error.
 */
export const tellTrouble =
  ({ log, newId }: { readonly log: Log; readonly newId: () => string }): TellTrouble =>
  async (context, error) => {
    const id = newId();
    const { type, locale } = context.activity;
    log.error({ err: error, trouble: id }, 'a turn failed');
    const language = error instanceof Interrupted ? error.locale : channelLocale(locale);
    const screen = troubleScreen(wordsFor(language), { id });
    const card = render(screen, language);
    if (type === ActivityTypes.Invoke) {
      const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
    } else if (type === ActivityTypes.Message) {
      await context.sendActivity({
        ...MessageFactory.attachment(CardFactory.adaptiveCard(card)),
        summary: screen.speak,
      });
    }
  };

import { button } from '../buttons';
import { choiceOf, type Owned } from '../owned';
import type { Press } from '../press';
import type { Screen } from '../screen';
import { sentences } from '../speech';
import type { Words } from '../words';

interface Choose {
  readonly purpose:
    | 'show_subscription'
    | 'unassign_license'
    | 'cancel_subscription'
    | 'turn_off_auto_renew'
    | 'turn_on_auto_renew'
    | 'set_license_total'
    | 'show_history'
    | 'reactivate_subscription';
  readonly choices: readonly Owned[];
  /** What going on does with the one that is chosen, when it is more than the purpose says. */
  readonly press?: Press | undefined;
}

const CHOICES_AT_MOST = 40;

/** Several subscriptions fit: which one is meant? Going on shows what would happen, and does nothing yet. */
export const chooseScreen = (words: Words, { purpose, choices, press = { type: purpose } }: Choose): Screen => {
  const title = words.t(`choose.title_${purpose}`);
  const shown = choices.slice(0, CHOICES_AT_MOST).map(owned => choiceOf(words, owned));
  return {
    name: 'choose',
    view: {
      title,
      choices: shown,
      searches: choices.length > shown.length,
      buttons: [
        button(words, press, { title: words.t('button.continue'), style: 'positive' }),
        button(words, { type: 'list_subscriptions' }, { leaves: true }),
      ],
    },
    speak: sentences(words, [title, words.list(shown.map(choice => choice.title))]),
  };
};

import { wordsFor } from '../../cards/words';
import type { Answered } from '../commands/incoming';

const DIALOG_SIZE = { height: 'large', width: 'medium' } as const;

/** What a dialog that was asked for shows: the payment page, or why there is none. */
export const dialogOf = ({ screen, locale, dialog }: Answered): object =>
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

import { buttons } from '../buttons';
import type { Screen } from '../screen';
import { sentences } from '../speech';
import type { Words } from '../words';

/** Whether somebody is told of the licenses they gain and lose, from now on. */
export const stopsScreen = (words: Words, { on }: { readonly on: boolean }): Screen => {
  const outcome = words.t('outcome.done');
  const title = words.t(on ? 'notices.started_title' : 'notices.stopped_title');
  const text = words.t(on ? 'notices.started' : 'notices.stopped');
  return {
    name: 'message',
    view: {
      ...{ outcome, title, lines: [text], tone: 'Good', facts: [] },
      buttons: buttons(words, [{ type: on ? 'stop_notices' : 'start_notices' }]),
    },
    speak: sentences(words, [outcome, title, text]),
  };
};

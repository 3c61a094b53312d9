import type { Screen } from '../screen';
import type { Words } from '../words';
import { messageScreen } from './conversation';

/** Whether somebody is told of the licenses they gain and lose, from now on. */
export const stopsScreen = (words: Words, { on }: { readonly on: boolean }): Screen =>
  messageScreen(words, {
    ...{ done: true, title: on ? 'notices.started_title' : 'notices.stopped_title' },
    text: on ? 'notices.started' : 'notices.stopped',
    buttons: [{ type: on ? 'stop_notices' : 'start_notices' }],
  });

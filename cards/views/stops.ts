import type { Screen } from '../screen';
import type { Words } from '../words';
import { messageScreen } from './conversation';

/** Whether somebody is told of the licenses they gain and lose, from now on. */
export const stopsScreen = (words: Words, { on }: { readonly on: boolean }): Screen =>
  messageScreen(words, {
    done: true,
    title: on ? 'notices.started_title' : 'notices.stopped_title',
    text: on ? 'notices.started' : 'notices.stopped',
    buttons: [{ type: on ? 'stop_notices' : 'start_notices' }],
  });

interface Choices {
  /** Of one product alone messages were to be switched. */
  readonly isOfProduct: boolean;
  readonly isAdmin: boolean;
}

/** Of all that somebody is told unasked, what they can switch. */
export const choicesScreen = (words: Words, { isOfProduct, isAdmin }: Choices): Screen =>
  messageScreen(words, {
    title: isOfProduct ? 'notices.of_product_title' : 'notices.choices_title',
    text: 'notices.choices',
    buttons: [
      { type: 'stop_notices' },
      { type: 'start_notices' },
      ...(isAdmin ? [{ type: 'admin_notice_settings' } as const] : []),
    ],
  });

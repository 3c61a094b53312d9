import type { IntentName } from './intents';
import type { Refusal } from './refusals';
import type { Slots } from './slots';

/** What a text comes to, before it is dressed for the caller. */
export interface Judged {
  readonly intent: IntentName;
  readonly slots: Slots;
  readonly reason?: Refusal;
  readonly guessed?: boolean;
  readonly confidence?: number;
}

export const none = (reason?: Refusal): Judged => ({
  intent: 'none',
  slots: {},
  ...(reason === undefined ? {} : { reason }),
});

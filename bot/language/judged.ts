import type { IntentName } from './intents';
import type { Refusal } from './refusals';
import type { Slots } from './slots';

/** What asks for nothing and yet wants an answer. */
export type Talk = 'greeting' | 'thanks';

/** What a text comes to, before it is dressed for the caller. */
export interface Judged {
  readonly intent: IntentName;
  readonly slots: Slots;
  readonly reason?: Refusal;
  readonly guessed?: boolean;
  readonly confidence?: number;
  readonly talk?: Talk;
}

export const none = (reason?: Refusal): Judged => ({
  intent: 'none',
  slots: {},
  ...(reason === undefined ? {} : { reason }),
});

import type { Owned } from '../../cards/owned';
import type { Press } from '../../cards/press';
import { chooseScreen } from '../../cards/screens';
import { subscriptionOption } from './options';
import type { Reply, Turn } from './turn';

type Purpose = Parameters<typeof chooseScreen>[1]['purpose'];

/** Several subscriptions fit: which one is meant. `press` is what is done with it, when that is more than the purpose. */
export const askWhichSubscription = (
  turn: Turn,
  purpose: Purpose,
  choices: readonly Owned[],
  press: Press = { type: purpose },
): Reply => ({
  screen: chooseScreen(turn.words, { purpose, choices, press }),
  pending: { command: press, choice: { field: 'subscriptionId', options: choices.map(subscriptionOption) } },
});

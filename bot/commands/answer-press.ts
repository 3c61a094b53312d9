import { messageScreen } from '../../cards/screens';
import { answer } from '.';
import { cardNumberWarning, pressHoldsCardNumber } from './card-number';
import { readPress } from './read';
import type { Reply, Turn } from './turn';

/** A pressed button, whichever way the channel brought it. What it carries is read anew and trusted in nothing. */
export const answerPress = async (data: unknown, turn: Turn): Promise<Reply> => {
  if (pressHoldsCardNumber(data)) return cardNumberWarning(turn);
  const command = readPress(data);
  if (command) return answer(command, { ...turn, said: 'press', guessed: false });
  const buttons = [{ type: 'list_subscriptions' }, { type: 'help' }] as const;
  return { screen: messageScreen(turn.words, { text: 'press.unknown', buttons }) };
};

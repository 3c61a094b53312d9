import { messageScreen } from '../../cards/screens';
import { answer, type Command } from '.';
import { cardNumberWarning, pressHoldsCardNumber } from './card-number';
import { readPress } from './read';
import { showInstead } from './show-subscription';
import type { Reply, Turn } from './turn';

/** A pressed button, whichever way the channel brought it. What it carries is read anew and trusted in nothing. */
export const answerPress = async (data: unknown, turn: Turn): Promise<Reply> => {
  if (pressHoldsCardNumber(data)) return cardNumberWarning(turn);
  const command = readPress(data);
  if (command) return upToDate(command, { ...turn, said: 'press', guessed: false });
  const buttons = [{ type: 'list_subscriptions' }, { type: 'help' }] as const;
  return { screen: messageScreen(turn.words, { text: 'press.unknown', buttons }) };
};

/** What a button of an old card meets when things have changed since the card was made. */
const CHANGED_SINCE: ReadonlySet<Reply['refusal']> = new Set([
  'NOTHING_TO_UNDO',
  'UNDO_TOO_LATE',
  'SUBSCRIPTION_ENDED',
  'STILL_ACTIVE',
]);

/** The answer; where the card was outdated, how the subscription stands now and what has changed. */
const upToDate = async (command: Command, turn: Turn): Promise<Reply> => {
  const reply = await answer(command, turn);
  const { refusal } = reply;
  const subscriptionId = 'subscriptionId' in command ? command.subscriptionId : undefined;
  if (!refusal || !CHANGED_SINCE.has(refusal) || subscriptionId === undefined) return reply;
  const reason = turn.words.t(`refusal_title.${refusal}`);
  const shown = await showInstead(turn, subscriptionId, turn.words.t('press.outdated', { reason }));
  return shown.refusal ? reply : { ...reply, screen: shown.screen };
};

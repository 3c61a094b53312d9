import { chargeUnknownScreen } from '../../cards/screens';
import type { Outcome } from '../../domain/subscription/outcome';
import type { Reply, Turn } from './turn';

/** Whether the charge was taken is not known yet. Throws when that is not what came of it. */
export const chargeUnknown = (turn: Turn, outcome: Outcome): Reply => {
  if (outcome.type !== 'charge_unknown') throw new Error(`the outcome ${outcome.type} is not one of a charge`);
  return { screen: chargeUnknownScreen(turn.words, { amount: outcome.amount }), unsettled: true };
};

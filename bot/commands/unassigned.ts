import type { Owned } from '../../cards/owned';
import { unassignedScreen } from '../../cards/screens';
import type { Outcome } from '../../domain/subscription/outcome';
import { labelled } from './people';
import type { Reply, Turn } from './turn';

/** Who lost a license, by a press of Unassign or by an undo. */
export const unassigned = async (turn: Turn, owned: Owned, outcome: Outcome, undone: boolean): Promise<Reply> => {
  const answers = outcome.type === 'unassigned' ? await labelled(turn, outcome.people) : [];
  return { screen: unassignedScreen(turn.words, { owned, answers, undone }) };
};

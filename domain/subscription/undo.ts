import { HOUR } from '../shared/instant';
import { fail, ok } from '../shared/result';
import type { Undo } from './commands';
import type { Decision, Facts } from './decision';
import type { Subscription } from './subscription';
import { turnRecurringBilling } from './turn-recurring-billing';

/** Undo takes a license away without asking, so it is for a slip just made, not for last week's card. */
const UNDO_WITHIN = HOUR;

/**
 * Takes back what an earlier operation did at once, as far as it still stands: somebody who was unassigned and
 * assigned anew since then keeps the new license.
 */
export const undo = (command: Undo, facts: Facts, current: Subscription): Decision => {
  const receipt = facts.receipts.find(known => known.operationId === command.undoes);
  if (!receipt || receipt.undoes !== undefined) return fail({ code: 'NOTHING_TO_UNDO' });
  if (facts.now - receipt.at > UNDO_WITHIN) return fail({ code: 'UNDO_TOO_LATE' });
  switch (receipt.outcome.type) {
    case 'assigned':
      return undoAssignment(command, facts, current);
    case 'recurring_billing':
      // It was asked about, because it withdrew something that undo would not bring back.
      if (receipt.outcome.withdrawn) return fail({ code: 'CANNOT_UNDO' });
      return undoRecurringBilling(command, facts, current, receipt.outcome.on);
    default:
      return fail({ code: 'CANNOT_UNDO' });
  }
};

const undoAssignment = (command: Undo, facts: Facts, current: Subscription): Decision => {
  const people = current.assignments
    .filter(assignment => assignment.operationId === command.undoes)
    .map(assignment => assignment.personId);
  if (people.length === 0) return fail({ code: 'NOTHING_TO_UNDO' });
  return ok({
    events: [{ type: 'LicensesUnassigned', people, at: facts.now, operationId: command.operationId }],
    outcome: { type: 'unassigned', people: people.map(personId => ({ personId, result: 'unassigned' })) },
  });
};

const undoRecurringBilling = (command: Undo, facts: Facts, current: Subscription, on: boolean): Decision => {
  const turns = facts.receipts.filter(({ outcome }) => outcome.type === 'recurring_billing');
  const isLatest = turns.at(-1)?.operationId === command.undoes;
  if (!isLatest || current.recurring !== on) return fail({ code: 'NOTHING_TO_UNDO' });
  return turnRecurringBilling({ operationId: command.operationId, on: !on }, facts, current);
};

import type { PersonId } from '../shared/ids';
import type { Money } from '../shared/money';
import { holds, type Subscription } from './subscription';

/** What an operation said of one person. */
export interface Answer<R extends string> {
  readonly personId: PersonId;
  readonly result: R;
}

export type AssignResult = 'assigned' | 'already' | 'guest' | 'outside';
export type UnassignResult = 'unassigned' | 'not_assigned';

/** What an operation did, as it is told to the person and kept in the receipt. */
export type Outcome =
  | { readonly type: 'assigned'; readonly people: readonly Answer<AssignResult>[] }
  | { readonly type: 'unassigned'; readonly people: readonly Answer<UnassignResult>[] }
  | { readonly type: 'cancelled'; readonly refund: Money }
  | { readonly type: 'recurring_billing'; readonly on: boolean };

/** Whether all that an operation did is still so; later operations may have changed it again. */
export const stillStands = (outcome: Outcome, current: Subscription): boolean => {
  switch (outcome.type) {
    case 'assigned':
      return outcome.people.every(({ personId, result }) => result !== 'assigned' || holds(current, personId));
    case 'unassigned':
      return outcome.people.every(({ personId, result }) => result !== 'unassigned' || !holds(current, personId));
    case 'cancelled':
      return current.status !== 'active';
    case 'recurring_billing':
      return current.recurring === outcome.on;
  }
};

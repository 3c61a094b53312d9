import type { PersonId } from '../shared/ids';
import type { Instant } from '../shared/instant';
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
  | { readonly type: 'recurring_billing'; readonly on: boolean; readonly withdrawn?: boolean | undefined }
  | { readonly type: 'purchased'; readonly charged: Money; readonly trial: boolean }
  /** `cost`: less than nothing when something is given back. */
  | { readonly type: 'total_changed'; readonly from: number; readonly to: number; readonly cost: Money }
  | { readonly type: 'reduction_scheduled'; readonly from: number; readonly to: number; readonly at: Instant }
  | { readonly type: 'reduction_withdrawn'; readonly total: number }
  | { readonly type: 'reactivated'; readonly charged: Money }
  /** The gateway has not said yet whether it takes the charge; it is asked again, and nothing else happens before. */
  | { readonly type: 'charge_unknown'; readonly amount: Money }
  /**
   * Nothing was charged and nothing changed. `confirm`: the bank wants the holder of the card to confirm it.
   * `unapproved`: another order had used the approval.
   */
  | {
      readonly type: 'charge_refused';
      readonly amount: Money;
      readonly confirm?: true | undefined;
      readonly unapproved?: true | undefined;
    };

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
    case 'purchased':
    case 'reactivated':
      return current.status === 'active';
    case 'total_changed':
      return current.total === outcome.to;
    case 'reduction_scheduled':
      return current.scheduled?.total === outcome.to;
    case 'reduction_withdrawn':
      return current.scheduled === undefined && current.total === outcome.total;
    case 'charge_unknown':
    case 'charge_refused':
      return true;
  }
};

import type { PersonId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Money } from '../shared/money';
import type { Person } from '../shared/person';
import type { Refusal } from '../shared/refusal';
import type { Result } from '../shared/result';
import type { SubscriptionEvent } from './events';
import type { Receipt } from './receipt';

/** What a decision may know besides the command and the subscription: all of it handed in, so that it stays pure. */
export interface Facts {
  readonly now: Instant;
  /** The people named by the command who are in the tenant; whoever is missing is outside it. */
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly receipts: readonly Receipt[];
}

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

export interface Decided {
  /** None: everything is already as it was asked to be, and nothing is written. */
  readonly events: readonly SubscriptionEvent[];
  readonly outcome: Outcome;
}

export type Decision = Result<Decided, Refusal>;

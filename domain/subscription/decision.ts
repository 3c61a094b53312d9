import type { Payer } from '../billing/account';
import type { PersonId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Person } from '../shared/person';
import type { Refusal } from '../shared/refusal';
import type { Result } from '../shared/result';
import type { SubscriptionEvent } from './events';
import type { Movement } from './movement';
import type { Outcome } from './outcome';
import type { Receipt } from './receipt';

/** What a decision may know besides the command and the subscription: all of it handed in, so that it stays pure. */
export interface Facts {
  readonly now: Instant;
  /** The people named by the command who are in the tenant; whoever is missing is outside it. */
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly receipts: readonly Receipt[];
  /** The total after a renewal whose charge is not settled yet; so many licenses there will be at least. */
  readonly totalToCome?: number | undefined;
  /** Who pays, for what moves money. */
  readonly payer?: Payer | undefined;
}

export interface Decided {
  /** None: everything is already as it was asked to be, and nothing is written. */
  readonly events: readonly SubscriptionEvent[];
  readonly outcome: Outcome;
  /** Money that moves with it: charged before the events happen, or given back after. None: nothing to pay. */
  readonly movement?: Movement | undefined;
}

export type Decision = Result<Decided, Refusal>;

import type { OperationId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Money } from '../shared/money';
import type { BuySubscription, SubscriptionCommand } from './commands';
import type { Outcome } from './outcome';

/** The stored outcome of an operation; a repeat of the operation replays it. */
export interface Receipt {
  readonly operationId: OperationId;
  readonly at: Instant;
  /** What was asked, so that a card that is filled in anew is not taken for a repeat. */
  readonly asked: string;
  /** The operation that was taken back, when this one did that. */
  readonly undoes?: OperationId | undefined;
  readonly outcome: Outcome;
  /** What was charged or given back on top of the amounts of the outcome; none: nothing. */
  readonly tax?: Money | undefined;
}

/** Cards live long and documents must not grow: the latest operations of one subscription are remembered. */
const RECEIPTS_KEPT = 50;

export const remember = (receipts: readonly Receipt[], receipt: Receipt): readonly Receipt[] =>
  [...receipts, receipt].slice(-RECEIPTS_KEPT);

/** The same for two commands that ask for the same; the words of a cancellation's reason do not matter. */
export const askedBy = (command: SubscriptionCommand | BuySubscription): string => {
  switch (command.type) {
    case 'assign_license':
    case 'unassign_license':
      return [command.type, ...[...new Set(command.people)].sort()].join(' ');
    case 'turn_recurring_billing':
      return `${command.type} ${command.on}`;
    case 'set_license_total':
      return `${command.type} ${command.total}`;
    case 'buy_subscription':
      return [command.type, command.productId, ...planOf(command)].join(' ');
    case 'undo':
      return `${command.type} ${command.undoes}`;
    case 'cancel_subscription':
    case 'reactivate_subscription':
      return command.type;
  }
};

const planOf = ({ plan }: BuySubscription): readonly (string | number)[] =>
  plan === 'trial' ? ['trial'] : [...(plan.term ? [`${plan.term}-term`] : []), plan.frequency, plan.total];

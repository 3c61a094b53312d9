import { assignLicense } from './assign-license';
import { cancelSubscription } from './cancel-subscription';
import type { SubscriptionCommand } from './commands';
import type { Decision, Facts } from './decision';
import { reactivateSubscription } from './reactivate-subscription';
import { setLicenseTotal } from './set-license-total';
import type { Subscription } from './subscription';
import { turnRecurringBilling } from './turn-recurring-billing';
import { unassignLicense } from './unassign-license';
import { undo } from './undo';

/** The one decision there is for a command: pure, total, and the same on every store. */
export const decide = (command: SubscriptionCommand, facts: Facts, current: Subscription): Decision => {
  switch (command.type) {
    case 'assign_license':
      return assignLicense(command, facts, current);
    case 'unassign_license':
      return unassignLicense(command, facts, current);
    case 'cancel_subscription':
      return cancelSubscription(command, facts, current);
    case 'turn_recurring_billing':
      return turnRecurringBilling(command, facts, current);
    case 'set_license_total':
      return setLicenseTotal(command, facts, current);
    case 'reactivate_subscription':
      return reactivateSubscription(command, facts, current);
    case 'undo':
      return undo(command, facts, current);
  }
};

import type { SubscriptionEvent } from './events';
import type { Subscription } from './subscription';

/** What the subscription is after an event. */
export const evolve = (current: Subscription, event: SubscriptionEvent): Subscription => {
  switch (event.type) {
    case 'LicensesAssigned': {
      const { at, operationId } = event;
      const added = event.people.map(personId => ({ personId, at, operationId }));
      return { ...current, assignments: [...current.assignments, ...added] };
    }
    case 'LicensesUnassigned': {
      const leaving = new Set(event.people);
      return { ...current, assignments: current.assignments.filter(({ personId }) => !leaving.has(personId)) };
    }
    case 'SubscriptionCancelled':
      return {
        ...{ ...current, status: 'disabled', statusSince: event.at, recurring: false },
        cancellation: { at: event.at, reason: event.reason, comment: event.comment },
      };
    case 'RecurringBillingTurned':
      return { ...current, recurring: event.on };
  }
};

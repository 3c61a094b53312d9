import type { Instant } from '../shared/instant';
import { lifeDueAt } from '../subscription/life';
import type { SubscriptionRecord } from './port';

/** When it is to be looked after without anybody asking, because it owes something or because time changes it. */
export const dueAtOf = ({ subscription, outbox, pending, waitUntil = 0 }: SubscriptionRecord): Instant | undefined => {
  if (pending || outbox.length > 0) return waitUntil;
  const due = lifeDueAt(subscription);
  return due === undefined ? undefined : Math.max(due, waitUntil);
};

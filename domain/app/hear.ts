import type { GatewayEvent } from '../payments/port';
import type { SubscriptionRecord } from '../store/port';
import type { Services } from './services';

/**
 * Takes what the gateway tells unasked as a reason to ask it at once, instead of when it would be asked again anyway.
 * Nothing is believed of what it says, so it does not matter in which order it comes, how often, or whether at all.
 * Throws when the store cannot be reached; then it is to be told again.
 */
export const hear = async (services: Services, { id, about }: GatewayEvent): Promise<void> => {
  const key = `event:${id}`;
  if (await services.store.gatewayEvents.find(key)) return;
  const tenantId = about?.tenantId ?? '';
  const loaded = about && (await services.store.subscriptions.load(tenantId, about.subscriptionId));
  if (loaded && isWaiting(loaded.state)) {
    const woken = { ...loaded.state, waitUntil: undefined };
    // Otherwise something has changed it meanwhile, and said itself when it is due.
    if (await services.store.subscriptions.save(woken, loaded.version)) services.lookAfterSoon();
  }
  await services.store.gatewayEvents.keep(key, { tenantId, heardAt: services.now() });
};

/** Whoever asks for the first time is still being answered, and is not disturbed. */
const isWaiting = ({ pending, outbox, tries = 0, waitUntil }: SubscriptionRecord): boolean =>
  (pending !== undefined || outbox.length > 0) && tries > 0 && waitUntil !== undefined;

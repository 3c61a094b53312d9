import Stripe from 'stripe';
import type { Instant } from '../../shared/instant';
import { fail, ok } from '../../shared/result';
import type { GatewayEvent, GatewayEvents } from '../port';

/** Seconds between the signing of an event and its arrival. */
const TOLERANCE = 300;

/** Events as Stripe signs them. Those of PaymentIntents and refunds name the subscription that we named to Stripe. */
export const createEvents = (webhookSecret: string, now: () => Instant): GatewayEvents => ({
  read: (message, signature) => {
    try {
      const event = Stripe.webhooks.constructEvent(
        message,
        signature ?? '',
        webhookSecret,
        TOLERANCE,
        undefined,
        now(),
      );
      return ok({ id: event.id, about: aboutOf(event.data.object) });
    } catch {
      return fail('not_believed');
    }
  },
});

const aboutOf = (object: object): GatewayEvent['about'] => {
  const metadata: unknown = 'metadata' in object ? object.metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null) return undefined;
  if (!('tenantId' in metadata && 'subscriptionId' in metadata)) return undefined;
  const { tenantId, subscriptionId } = metadata;
  return typeof tenantId === 'string' && typeof subscriptionId === 'string' ? { tenantId, subscriptionId } : undefined;
};

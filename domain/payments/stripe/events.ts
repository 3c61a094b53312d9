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
      return ok({ id: event.id, about: aboutOf(event.data.object), ...whereToLook(event) });
    } catch {
      return fail('not_believed');
    }
  },
});

const whereToLook = ({ type, data: { object } }: Stripe.Event): Pick<GatewayEvent, 'visit' | 'card'> => {
  const id = 'id' in object && typeof object.id === 'string' ? object.id : undefined;
  if (id === undefined) return {};
  if (type === 'checkout.session.completed') return { visit: id };
  return CARD_CHANGED.has(type) ? { card: id } : {};
};

const CARD_CHANGED: ReadonlySet<string> = new Set(['payment_method.automatically_updated', 'payment_method.updated']);

const aboutOf = (object: object): GatewayEvent['about'] => {
  const metadata: unknown = 'metadata' in object ? object.metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null) return undefined;
  if (!('tenantId' in metadata && 'subscriptionId' in metadata)) return undefined;
  const { tenantId, subscriptionId } = metadata;
  return typeof tenantId === 'string' && typeof subscriptionId === 'string' ? { tenantId, subscriptionId } : undefined;
};

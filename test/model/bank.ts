import type { PaymentGateway } from '../../domain/payments/port';
import { createSandboxGateway, type ForgottenEntry, type SandboxEntry } from '../../domain/payments/sandbox';
import type { Instant } from '../../domain/shared/instant';
import type { Store } from '../../domain/store/port';
import { type StripePlace, startStripePlace } from '../support/stripe-place';

/** Where money really moves, whatever becomes of the answers, and whoever else asks there as well. */
export interface Bank {
  gateway(now: () => Instant): PaymentGateway;
  /** What was taken for a subscription, less what was given back, in minor units. */
  moved(subscriptionId: string): number;
  close(): Promise<void>;
}

/** A card that this names is refused; any other is charged. */
export const REFUSED_CARD = 'x-0341';

export const sandboxBank = (): Bank => {
  const ledger = new Map<string, SandboxEntry | ForgottenEntry>();
  const gateway = createSandboxGateway({
    keep: async <E extends SandboxEntry | ForgottenEntry>(key: string, entry: E) => {
      const kept = (ledger.get(key) as E | undefined) ?? entry;
      ledger.set(key, kept);
      return kept;
    },
    find: async key => ledger.get(key),
  });
  return {
    gateway: () => gateway,
    moved: subscriptionId => {
      const entries = [...ledger.values()]
        .filter(entry => entry.type !== 'forgotten')
        .filter(entry => entry.subscriptionId === subscriptionId);
      const done = entries.filter(({ answer }) => answer === 'accepted');
      return done.reduce((sum, { type, amount }) => sum + (type === 'charge' ? amount : -amount), 0);
    },
    close: () => Promise.resolve(),
  };
};

/** Each purchaser's card at Stripe is one of their own, though all have the same name here. */
export const stripeBank = async (store: Store, purchasers: readonly string[], card: string): Promise<Bank> => {
  const place: StripePlace = await startStripePlace(store);
  const { books } = place.server;
  for (const purchaser of purchasers) {
    books.addCard(`${card} of ${purchaser}`);
    books.addCard(`${REFUSED_CARD} of ${purchaser}`, 'declined');
  }
  const { gateway } = place.connect();
  return {
    gateway: now => ({
      charge: request => {
        place.now = now();
        const paymentMethodId = `${request.paymentMethodId} of ${request.purchaserId}`;
        return gateway.charge({ ...request, paymentMethodId });
      },
      refund: request => {
        place.now = now();
        return gateway.refund(request);
      },
      forget: request =>
        gateway.forget({ ...request, paymentMethodId: `${request.paymentMethodId} of ${request.purchaserId}` }),
    }),
    moved: subscriptionId => books.moved(subscriptionId),
    close: () => place.server.close(),
  };
};

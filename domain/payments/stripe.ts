import type { Instant } from '../shared/instant';
import type { GatewayAnswer, GatewayEvents, HostedIntake, PaymentGateway } from './port';
import { chargeWith } from './stripe/charge';
import { createAsk, type GiveUp, type Report, type StripeSettings } from './stripe/client';
import { createCustomerOf } from './stripe/customers';
import { createEvents } from './stripe/events';
import { forgetWith } from './stripe/forget';
import { createIntake } from './stripe/intake';
import type { StripeRecords } from './stripe/records';
import { refundWith } from './stripe/refund';

export interface StripeOptions extends StripeSettings {
  readonly records: StripeRecords;
  readonly now: () => Instant;
  /** Told what somebody should see to: a key that is not good, something Stripe will never do. */
  readonly report: Report;
  readonly giveUp?: GiveUp;
}

export interface StripeGateway {
  readonly gateway: PaymentGateway;
  readonly intake: HostedIntake;
  readonly events: GatewayEvents;
}

/** Stripe by its own SDK: money, cards on its own page, and what it tells unasked. */
export const createStripeGateway = (options: StripeOptions): StripeGateway => {
  const { records, now, report, giveUp, webhookSecret } = options;
  const ask = createAsk(options, report, giveUp);
  const customerOf = createCustomerOf(ask, records);
  const charging = { ask, records, customerOf, now };
  return {
    gateway: {
      charge: orUnknown(chargeWith(charging)),
      refund: orUnknown(refundWith(charging)),
      forget: orUnknown(forgetWith(ask)),
    },
    intake: createIntake({ ask, customerOf }),
    events: createEvents(webhookSecret, now),
  };
};

/** A store that cannot be reached leaves open what Stripe did. */
const orUnknown =
  <R>(move: (request: R) => Promise<GatewayAnswer>) =>
  async (request: R): Promise<GatewayAnswer> => {
    try {
      return await move(request);
    } catch {
      return { type: 'unknown' };
    }
  };

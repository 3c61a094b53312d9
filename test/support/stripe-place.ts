import { createStripeGateway, type StripeGateway } from '../../domain/payments/stripe';
import type { StripeProblem } from '../../domain/payments/stripe/client';
import type { Store } from '../../domain/store/port';
import { START } from './records';
import { type StripeServer, type StripeServerOptions, startStripeServer } from './stripe-server';

export const WEBHOOK_SECRET = 'whsec_of_the_tests';

/** A scripted Stripe, its clock, and what was reported of it. */
export interface StripePlace {
  readonly server: StripeServer;
  readonly problems: readonly StripeProblem[];
  now: number;
  /** One more gateway over the same records, as another replica or a restart has it. */
  connect(store?: Store): StripeGateway;
}

export const startStripePlace = async (
  store: Store,
  { judge }: Pick<StripeServerOptions, 'judge'> = {},
): Promise<StripePlace> => {
  const clock = { now: START };
  const problems: StripeProblem[] = [];
  const waiting = new Set<AbortController>();
  // Whoever waits gives up when the server falls silent, and not by the clock: no test waits, nor is it hurried.
  const onSilence = (): void => {
    for (const controller of waiting) controller.abort();
    waiting.clear();
  };
  const giveUp = (): AbortSignal => {
    const controller = new AbortController();
    waiting.add(controller);
    return controller.signal;
  };
  const server = await startStripeServer({ now: () => clock.now, judge, onSilence });
  return {
    ...{ server, problems },
    get now() {
      return clock.now;
    },
    set now(now) {
      clock.now = now;
    },
    connect: (records = store) =>
      createStripeGateway({
        ...{ secretKey: 'sk_test_123', webhookSecret: WEBHOOK_SECRET, apiBase: server.url },
        ...{ records: records.charges, now: () => clock.now, report: problem => problems.push(problem) },
        giveUp,
      }),
  };
};

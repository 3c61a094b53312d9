import type Stripe from 'stripe';
import { HOUR, type Instant } from '../../shared/instant';
import type { ChargeRequest, GatewayAnswer } from '../port';
import { type Ask, type Asked, keyFor, type StripeFault } from './client';
import type { CustomerOf } from './customers';
import type { IntentEntry, RefusedEntry, StripeEntry, StripeRecords } from './records';

export interface Charging {
  readonly ask: Ask;
  readonly records: StripeRecords;
  readonly customerOf: CustomerOf;
  readonly now: () => Instant;
}

type Intent = Stripe.PaymentIntent;

/**
 * Charges a card while its holder is away, once. A PaymentIntent is made first, through which no money moves yet, and
 * its id is kept under the charge's key; only the one that is kept is ever confirmed, and one PaymentIntent can succeed
 * only once. So it does not matter how long Stripe remembers a key (24 hours), or who asks again, when and how often.
 * Throws when the store does.
 */
export const chargeWith =
  (charging: Charging) =>
  async (request: ChargeRequest): Promise<GatewayAnswer> => {
    const { records } = charging;
    const known = await records.find(request.idempotencyKey);
    if (known) return goOn(charging, request, known);
    const begun = await begin(charging, request);
    if (!begun) return { type: 'unknown' };
    return goOn(charging, request, await records.keep(request.idempotencyKey, begun.entry), begun.intent);
  };

const goOn = async (
  charging: Charging,
  request: ChargeRequest,
  kept: StripeEntry,
  fresh?: Intent,
): Promise<GatewayAnswer> => {
  if (kept.type !== 'intent' || kept.amount !== request.amount.minor) return { type: 'refused' };
  return standing(charging, request, kept.intent, fresh?.id === kept.intent ? fresh : undefined);
};

/** Undefined: nobody knows whether Stripe has made one; if it has, no money will ever move through it. */
const begin = async (
  { ask, customerOf, now }: Charging,
  request: ChargeRequest,
): Promise<{ readonly entry: IntentEntry | RefusedEntry; readonly intent?: Intent } | undefined> => {
  const { tenantId, subscriptionId, amount, paymentMethodId, idempotencyKey } = request;
  const customer = await customerOf(request);
  if (customer.type === 'unknown') return undefined;
  const key = await keyFor('create', idempotencyKey, hourOf(now()));
  const created: Asked<Intent> =
    customer.type !== 'done'
      ? customer
      : await ask('paymentIntents.create', stripe =>
          stripe.paymentIntents.create(
            {
              amount: amount.minor,
              currency: amount.currency.toLowerCase(),
              customer: customer.value,
              payment_method: paymentMethodId,
              payment_method_types: ['card'],
              metadata: { tenantId, subscriptionId, charge: idempotencyKey.slice(0, LONGEST_METADATA) },
            },
            { idempotencyKey: key },
          ),
        );
  if (created.type === 'unknown') return undefined;
  const entry = { tenantId, subscriptionId, at: now(), amount: amount.minor, currency: amount.currency };
  return created.type === 'done'
    ? { entry: { type: 'intent', intent: created.value.id, ...entry }, intent: created.value }
    : { entry: { type: 'refused', ...entry } };
};

const LONGEST_METADATA = 500;

/** Stripe repeats a fault of its own (500) as long as it remembers the key; within the hour another one is used. */
const hourOf = (now: Instant): string => String(Math.floor(now / HOUR));

/** How the PaymentIntent stands, after it was confirmed if nobody has done so yet. */
const standing = async (
  charging: Charging,
  request: ChargeRequest,
  id: string,
  fresh?: Intent,
): Promise<GatewayAnswer> => {
  const { ask, now } = charging;
  const before = fresh ?? (await retrieved(charging, id));
  if (before?.status !== 'requires_confirmation') return judged(charging, before);
  const idempotencyKey = await keyFor('confirm', request.idempotencyKey, hourOf(now()));
  const confirmed = await ask('paymentIntents.confirm', stripe =>
    stripe.paymentIntents.confirm(id, { off_session: true }, { idempotencyKey }),
  );
  switch (confirmed.type) {
    case 'done':
      return judged(charging, confirmed.value);
    case 'declined':
      return refusedFor(confirmed.fault);
    case 'wrong':
      return judged(charging, await retrieved(charging, id));
    case 'unknown':
      return confirmed;
  }
};

const retrieved = async ({ ask }: Charging, id: string): Promise<Intent | undefined> => {
  const found = await ask('paymentIntents.retrieve', stripe => stripe.paymentIntents.retrieve(id));
  return found.type === 'done' ? found.value : undefined;
};

const judged = async (charging: Charging, intent: Intent | undefined): Promise<GatewayAnswer> => {
  switch (intent?.status) {
    case 'succeeded':
      return { type: 'accepted' };
    case 'canceled':
      return { type: 'refused' };
    case 'requires_payment_method':
      // Declined: Stripe has taken the card off it, so that nobody can confirm it once more.
      return refusedFor(intent.last_payment_error ?? {});
    case 'requires_action':
      return cancelled(charging, intent, { type: 'refused', confirm: true });
    case 'requires_confirmation':
    case 'requires_capture':
      return cancelled(charging, intent, { type: 'refused' });
    default:
      return { type: 'unknown' };
  }
};

/** What will not succeed is ended before it is called refused, so that it cannot succeed afterwards. */
const cancelled = async ({ ask }: Charging, { id }: Intent, answer: GatewayAnswer): Promise<GatewayAnswer> => {
  const ended = await ask('paymentIntents.cancel', stripe => stripe.paymentIntents.cancel(id));
  return ended.type === 'done' && ended.value.status === 'canceled' ? answer : { type: 'unknown' };
};

const CONFIRM = 'authentication_required';

const refusedFor = ({ code, decline_code }: Pick<StripeFault, 'code' | 'decline_code'>): GatewayAnswer => ({
  type: 'refused',
  confirm: code === CONFIRM || decline_code === CONFIRM ? true : undefined,
});

import type Stripe from 'stripe';
import { MINUTE } from '../../shared/instant';
import type { CardAnswer, CardOwner, HostedIntake, HostedRequest } from '../port';
import { cardOf, changeFrom, lookAt } from './cards';
import { type Ask, keyFor } from './client';
import type { CustomerOf } from './customers';

interface Taking {
  readonly ask: Ask;
  readonly customerOf: CustomerOf;
}

const SECOND = 1_000;
const VISIT = '{visit}';
/** Stripe writes the id of the visit there. */
const STRIPES_VISIT = '{CHECKOUT_SESSION_ID}';

/**
 * Cards come on file through Stripe's own page (Checkout in setup mode): the number goes from the browser to Stripe.
 * The bank is asked to have the holder confirm it there (3-D Secure), so that it can be charged while they are away.
 */
export const createIntake = (taking: Taking): HostedIntake => ({
  type: 'hosted',
  begin: async request => {
    const ready = await begun(taking, request).catch(() => undefined);
    return ready === undefined ? { type: 'unknown' } : { type: 'ready', ...ready };
  },
  finish: (owner, visit) => finished(taking, owner, visit).catch(() => ({ type: 'unknown' as const })),
  look: id => lookAt(taking.ask, id),
});

/** Stripe's page is open for half an hour at least; a bit more, since the clocks differ. */
const OPEN_FOR = 35 * MINUTE;

interface Begun {
  readonly url: string;
  readonly visit: string;
}

const begun = async ({ ask, customerOf }: Taking, request: HostedRequest): Promise<Begun | undefined> => {
  const { tenantId, purchaserId, updates, locale, returnUrl, cancelUrl, expiresAt } = request;
  const customer = await customerOf(request);
  if (customer.type !== 'done') return undefined;
  const metadata = { tenantId, purchaserId, ...(updates ? { updates: updates.id } : {}) };
  // In another language, or back to another place, it is another page.
  const idempotencyKey = await keyFor('visit', tenantId, purchaserId, request.idempotencyKey, locale, returnUrl);
  const session = await ask('checkout.sessions.create', stripe =>
    stripe.checkout.sessions.create(
      {
        mode: 'setup',
        customer: customer.value,
        payment_method_types: ['card'],
        locale,
        metadata,
        payment_method_options: { card: { request_three_d_secure: 'any' } },
        billing_address_collection: 'required',
        success_url: returnUrl.replace(VISIT, STRIPES_VISIT),
        cancel_url: cancelUrl,
        // The same for each try with one link, as what is asked for under one key has to be.
        expires_at: Math.floor((expiresAt + OPEN_FOR) / SECOND),
      },
      { idempotencyKey },
    ),
  );
  if (session.type !== 'done') return undefined;
  const { id, url } = session.value;
  // What Stripe says under a key it said the first time: by now somebody may have been there and not come back.
  const now = await ask('checkout.sessions.retrieve', stripe => stripe.checkout.sessions.retrieve(id));
  if (now.type === 'done' && now.value.status === 'complete') return { url: returnUrl.replace(VISIT, id), visit: id };
  return url === null ? undefined : { url, visit: id };
};

const finished = async ({ ask }: Taking, owner: CardOwner, visit: string): Promise<CardAnswer> => {
  const found = await ask('checkout.sessions.retrieve', stripe =>
    stripe.checkout.sessions.retrieve(visit, { expand: ['setup_intent.payment_method'] }),
  );
  if (found.type === 'unknown') return found;
  const taken = found.type === 'done' ? takenIn(found.value, owner) : undefined;
  if (!taken) return { type: 'refused' };
  return taken.updates === undefined ? onFile(taken.method) : updated(ask, taken.method, taken.updates);
};

interface Taken {
  readonly method: Stripe.PaymentMethod;
  readonly updates: string | undefined;
}

/** The card of a visit that this owner brought to its end. */
const takenIn = (
  { metadata, mode, setup_intent: setup }: Stripe.Checkout.Session,
  owner: CardOwner,
): Taken | undefined => {
  const isTheirs = metadata?.['tenantId'] === owner.tenantId && metadata['purchaserId'] === owner.purchaserId;
  if (!isTheirs || mode !== 'setup' || setup === null || typeof setup === 'string') return undefined;
  const method = setup.payment_method;
  if (setup.status !== 'succeeded' || method === null || typeof method === 'string') return undefined;
  return { method, updates: metadata['updates'] };
};

const onFile = (method: Stripe.PaymentMethod): CardAnswer => {
  const card = cardOf(method);
  return card ? { type: 'accepted', card } : { type: 'refused' };
};

/** The card keeps its id and takes on what was given anew; the second one of the same number is let go. */
const updated = async (ask: Ask, given: Stripe.PaymentMethod, id: string): Promise<CardAnswer> => {
  const old = await ask('paymentMethods.retrieve', stripe => stripe.paymentMethods.retrieve(id));
  if (old.type === 'unknown') return old;
  const isSame = old.type === 'done' && old.value.card?.fingerprint === given.card?.fingerprint;
  if (isSame && given.id === id) return onFile(given);
  const changed = isSame
    ? await ask('paymentMethods.update', stripe => stripe.paymentMethods.update(id, changeFrom(given)))
    : undefined;
  if (changed?.type === 'unknown') return changed;
  // Whatever becomes of this: a card that no account names is never charged.
  await ask('paymentMethods.detach', stripe => stripe.paymentMethods.detach(given.id));
  return changed?.type === 'done' ? onFile(changed.value) : { type: 'refused' };
};

import { renewPaymentMethod } from '../billing/change-payment-method';
import type { GatewayEvent } from '../payments/port';
import type { PaymentMethodId } from '../shared/ids';
import { ok } from '../shared/result';
import type { SubscriptionRecord } from '../store/port';
import { changeAccount } from './accounts';
import type { FirstProfile } from './give-card';
import type { Services } from './services';
import { type Brought, finishHeard, type VisitRecord } from './visits';

/**
 * Takes what the gateway tells unasked as a reason to ask it at once, instead of when it would be asked again anyway,
 * or not at all. Nothing is believed of what it says, so it does not matter in which order it comes, how often, or
 * whether at all. Resolves to the card that came on file by it, if one did. Throws when the store cannot be reached, or
 * the gateway when it is asked; then it is to be told again.
 */
export const hear = async (
  services: Services,
  { id, about, visit, card }: GatewayEvent,
  firstProfile: (locale: VisitRecord['locale']) => FirstProfile,
): Promise<Brought | undefined> => {
  const key = `event:${id}`;
  if (await services.store.gatewayEvents.find(key)) return undefined;
  if (about) await wake(services, about);
  const brought = visit === undefined ? undefined : await finishHeard(services, visit, firstProfile);
  if (card !== undefined) await readAnew(services, card);
  await services.store.gatewayEvents.keep(key, { tenantId: about?.tenantId ?? '', heardAt: services.now() });
  return brought;
};

const wake = async (
  services: Services,
  { tenantId, subscriptionId }: NonNullable<GatewayEvent['about']>,
): Promise<void> => {
  const loaded = await services.store.subscriptions.load(tenantId, subscriptionId);
  if (!loaded || !isWaiting(loaded.state)) return;
  const woken = { ...loaded.state, waitUntil: undefined };
  // Otherwise something has changed it meanwhile, and said itself when it is due.
  if (await services.store.subscriptions.save(woken, loaded.version)) services.lookAfterSoon();
};

/** Whoever asks for the first time is still being answered, and is not disturbed. */
const isWaiting = ({ pending, outbox, tries = 0, waitUntil }: SubscriptionRecord): boolean =>
  (pending !== undefined || outbox.length > 0) && tries > 0 && waitUntil !== undefined;

/** Banks replace cards: what may be shown of one is read from the gateway once more. */
const readAnew = async (services: Services, id: PaymentMethodId): Promise<void> => {
  if (services.intake.type !== 'hosted') return;
  const found = await services.intake.look(id);
  if (found.type === 'unknown') throw new Error('the gateway did not say what has become of a card');
  if (found.type === 'none') return;
  const { owner, card } = found;
  const actor = { tenantId: owner.tenantId, personId: owner.purchaserId };
  const changed = await changeAccount(services, actor, account => ok(renewPaymentMethod(card, account)));
  if (!changed.ok) throw new Error('a card that was read anew could not be written down');
};

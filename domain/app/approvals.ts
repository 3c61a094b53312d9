import { type Approval, approvalAmong, givenBackBy, takenBy } from '../catalog/answer-request';
import type { LicenseRequest } from '../catalog/license-request';
import type { PolicyValue } from '../catalog/policy';
import type { ProductId } from '../shared/ids';
import type { PendingCharge, SubscriptionRecord } from '../store/port';
import type { Actor, Services } from './services';

/** What lets somebody order a product that the policy forbids; looked for only where it does. */
export const loadApproval = async (
  { store, now }: Services,
  { tenantId, personId }: Actor,
  productId: ProductId,
  policy: PolicyValue,
): Promise<Approval | undefined> => {
  if (policy === 'enabled') return undefined;
  const requests = await store.requests.ofPerson(tenantId, personId);
  return approvalAmong(
    requests.map(({ state }) => state),
    productId,
    now(),
  );
};

type Order = Pick<SubscriptionRecord, 'subscription'>;
type Approved = Pick<PendingCharge, 'approvedBy' | 'at'>;

/**
 * Has the order use up the approval it was placed with, before anything is charged; true when it has it, also from
 * before, or needs none. Of several orders one gets it.
 */
export const takeApproval = async (services: Services, order: Order, { approvedBy, at }: Approved): Promise<boolean> =>
  approvedBy === undefined ||
  (await change(services, order, approvedBy, request =>
    takenBy(request, { subscriptionId: order.subscription.id, at }),
  ));

/** An order that is not paid for does not use up its approval. */
export const giveApprovalBack = async (services: Services, order: Order, { approvedBy }: Approved): Promise<void> => {
  if (approvedBy === undefined) return;
  await change(services, order, approvedBy, request => givenBackBy(request, { subscriptionId: order.subscription.id }));
};

/** False when there is nothing that could be changed so. */
const change = async (
  { store }: Services,
  { subscription: { tenantId } }: Order,
  id: LicenseRequest['id'],
  how: (request: LicenseRequest) => LicenseRequest | undefined,
): Promise<boolean> => {
  for (;;) {
    const loaded = await store.requests.load(tenantId, id);
    const changed = loaded && how(loaded.state);
    if (!changed) return false;
    if (changed === loaded.state || (await store.requests.save(changed, loaded.version))) return true;
  }
};

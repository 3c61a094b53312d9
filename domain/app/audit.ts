import type { SubscriptionId } from '../shared/ids';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import type { AuditPage } from '../store/port';
import type { Subscription } from '../subscription/subscription';
import { onlyAdmins } from './admin';
import type { Actor, Services } from './services';

const PAGE = 10;

/**
 * What everybody wanted of one purchase and what came of it, latest first, a page at a time; also of one that is deleted
 * or was never paid for. Refusals: NOT_ADMIN, SUBSCRIPTION_NOT_FOUND.
 */
export const auditOf = (
  services: Services,
  actor: Actor,
  id: SubscriptionId,
  from?: string,
): Promise<Result<AuditPage & { readonly subscription: Subscription }, Refusal>> =>
  onlyAdmins(services, actor, async () => {
    const found = await services.store.subscriptions.load(actor.tenantId, id);
    if (!found) return fail({ code: 'SUBSCRIPTION_NOT_FOUND' });
    const page = await services.store.audit.ofSubscription(actor.tenantId, id, { from, limit: PAGE });
    return ok({ ...page, subscription: found.state.subscription });
  });

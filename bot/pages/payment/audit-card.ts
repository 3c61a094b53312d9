import { didOtherwise } from '../../../domain/app/did-otherwise';
import type { PageLink } from '../../../domain/app/give-card';
import type { Services } from '../../../domain/app/services';
import type { AuditOutcome } from '../../../domain/shared/audit';
import { entryOfPage } from '../audit-entry';

const WHAT = { add: 'give_payment_method', update: 'give_card_details', replace: 'give_replacement' } as const;

/**
 * Puts into the audit that card details were given by a link, under the link's id, and remembers that something was done.
 * Resolves when that is durable.
 */
export const auditCard = async (
  services: Services,
  { id: operationId, actor, purpose }: PageLink,
  outcome: AuditOutcome,
): Promise<void> => {
  const on =
    purpose.type === 'update'
      ? { paymentMethodId: purpose.paymentMethodId }
      : purpose.type === 'replace'
        ? { billingProfileId: purpose.billingProfileId }
        : {};
  const entry = entryOfPage(services, actor, { what: WHAT[purpose.type], on, outcome });
  await services.store.audit.append({ ...entry, operationId });
  if (outcome.type === 'done') await didOtherwise(services, actor);
};

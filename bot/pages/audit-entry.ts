import type { Actor, Services } from '../../domain/app/services';
import type { AuditEntry } from '../../domain/shared/audit';

/** What was done on a page that a link opened, for the audit. */
export const entryOfPage = (
  { now }: Services,
  { tenantId, personId }: Actor,
  done: Pick<AuditEntry, 'what' | 'on' | 'outcome'>,
): AuditEntry => ({ tenantId, at: now(), personId, ...done, from: { by: 'page' } });

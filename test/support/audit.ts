import type { Audited } from '../../domain/shared/audit';
import { readAuditFiles } from '../../domain/store/audit-files';

/** All of the audit in a data folder, oldest first. */
export const auditIn = async (folder: string): Promise<readonly Audited[]> => {
  const entries: Audited[] = [];
  for await (const entry of readAuditFiles(folder).entries({ since: 0, until: Date.UTC(2100, 0) })) entries.push(entry);
  return entries;
};

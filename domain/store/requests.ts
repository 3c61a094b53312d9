import { isUnanswered, type LicenseRequest } from '../catalog/license-request';
import { requestDueAt } from '../catalog/request-steps';
import type { Documents, StoredDocument } from './documents';
import { key } from './key';

/** The fields of a request that it is found by; `openKey` is unique, so that one at a time has no answer. */
export const requestFields = (request: LicenseRequest): Readonly<Record<string, unknown>> => {
  const { tenantId, personId, productId, at: askedAt } = request;
  const dueAt = requestDueAt(request);
  return {
    owner: key(tenantId, personId),
    askedAt,
    ...(isUnanswered(request) ? { waitsIn: tenantId, openKey: key(tenantId, personId, productId) } : {}),
    ...(dueAt === undefined ? {} : { dueAt }),
  };
};

/** Those of one person, and those of a tenant that wait. */
export const requestsFound = <V>(documents: Documents, read: (document: StoredDocument) => V) => ({
  ofPerson: async (tenantId: string, personId: string): Promise<readonly V[]> => {
    const filter = { owner: key(tenantId, personId) };
    return (await documents.find('requests', { filter, sort: { askedAt: -1, _id: 1 } })).map(read);
  },
  unanswered: async (tenantId: string, limit: number): Promise<readonly V[]> => {
    const filter = { waitsIn: tenantId };
    return (await documents.find('requests', { filter, sort: { askedAt: 1, _id: 1 }, limit })).map(read);
  },
});

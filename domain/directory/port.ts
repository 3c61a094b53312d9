import type { PersonId, TenantId } from '../shared/ids';
import type { Person } from '../shared/person';

/** Who belongs to a tenant. Every look-up is within one tenant; whoever is not found is outside it. */
export interface Directory {
  /** Those of the ids that are in the tenant, in no particular order. Throws when the directory cannot be reached. */
  byIds(tenantId: TenantId, ids: readonly PersonId[]): Promise<Person[]>;
  /**
   * People a typed name or e-mail may mean, guests included: exact, given-name and other-name matches and, where the
   * directory can, close spellings. At most 50. Which of them fits is decided by the caller.
   */
  search(tenantId: TenantId, text: string): Promise<Person[]>;
}

import type { PersonId, TenantId } from '../shared/ids';
import type { Person } from '../shared/person';

/**
 * How a typed name fits somebody: `exact` is a whole name or the e-mail; `part` a given name, a surname, the front of
 * the e-mail, initials beside one of them; `close` a beginning or a slip of the fingers, so nothing to act on unasked.
 */
export type Fit = 'exact' | 'part' | 'close';

/** Somebody a typed name may mean. */
export interface Found {
  readonly person: Person;
  readonly fit: Fit;
}

/** Who belongs to a tenant. Every look-up is within one tenant; whoever is not found is outside it. */
export interface Directory {
  /** Those of the ids that are in the tenant, in no particular order. Throws when the directory cannot be reached. */
  byIds(tenantId: TenantId, ids: readonly PersonId[]): Promise<Person[]>;
  /**
   * People a typed name or e-mail may mean, guests included: exact, given-name and other-name matches and, where the
   * directory can, close spellings; best first, at most 50. Which of them is meant is decided by the caller.
   */
  search(tenantId: TenantId, text: string): Promise<Found[]>;
  /** People of the department of this name, however it is written, at most 999, in no particular order. */
  ofDepartment(tenantId: TenantId, department: string): Promise<readonly Person[]>;
  /** Whom the directory has as administrators of the tenant. Throws when it cannot be reached. */
  admins(tenantId: TenantId): Promise<readonly PersonId[]>;
}

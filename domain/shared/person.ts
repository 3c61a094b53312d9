import type { PersonId } from './ids';

/** Somebody in the tenant's directory. Guests may neither buy nor be given a license (RULES, Buying and Assigning). */
export interface Person {
  readonly id: PersonId;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly mail: string;
  readonly department: string;
  readonly jobTitle: string;
  readonly userType: 'member' | 'guest';
  readonly role?: 'admin';
  /** Romanised or former names a colleague might type. */
  readonly otherNames?: readonly string[];
}

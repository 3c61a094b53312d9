import { z } from 'zod';
import type { TenantId } from '../shared/ids';
import type { Person } from '../shared/person';

/** The people of one tenant, as they stand in a file. */
export interface PeopleFile {
  readonly tenant: { readonly id: TenantId; readonly name: string };
  readonly people: readonly Person[];
}

const filled = z.string().trim().min(1);
const text = z.string().default('');

const peopleFile = z.object({
  tenant: z.object({ id: filled, name: filled }),
  people: z.array(
    z.object({
      id: filled,
      displayName: filled,
      givenName: text,
      surname: text,
      mail: filled,
      department: text,
      jobTitle: text,
      userType: z.enum(['member', 'guest']),
      role: z.literal('admin').exactOptional(),
      otherNames: z.array(filled).exactOptional(),
    }),
  ),
});

/**
 * The people a file holds. Throws an Error that says where the file is wrong, without repeating what stands there:
 * a field that is missing or of another kind, or an id that two people share.
 */
export const readPeopleFile = (json: unknown): PeopleFile => {
  const read = peopleFile.safeParse(json);
  if (!read.success) {
    const faults = read.error.issues.map(issue => `${issue.path.join('.') || 'the whole'}: ${issue.message}`);
    throw new Error(`people file: ${faults.join('; ')}`);
  }
  const seen = new Map<string, number>();
  read.data.people.forEach(({ id }, at) => {
    const before = seen.get(id);
    if (before !== undefined) throw new Error(`people file: people.${at}.id: the same as people.${before}.id`);
    seen.set(id, at);
  });
  return read.data;
};

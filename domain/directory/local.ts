import type { Person } from '../shared/person';
import { fold } from './fold';
import { bestFirst } from './match';
import { indexNames } from './name-index';
import { readTypedName } from './names';
import type { PeopleFile } from './people-file';
import type { Directory } from './port';

export { type PeopleFile, readPeopleFile } from './people-file';

/**
 * A directory of the people in a file: one tenant, indexed once, so that it serves 100,000 people as quickly as ten.
 * Close spellings are looked for only where nobody's name fits as typed. Never throws.
 */
export const createLocalDirectory = (file: PeopleFile): Directory => {
  const people = new Map(file.people.map(person => [person.id, person]));
  const names = indexNames(file.people);
  const departments = byDepartment(file.people);
  const admins = file.people.filter(({ role }) => role === 'admin').map(({ id }) => id);
  return {
    byIds: async (tenantId, ids) =>
      tenantId === file.tenant.id ? [...new Set(ids)].flatMap(id => people.get(id) ?? []) : [],
    search: async (tenantId, text) => {
      const typed = tenantId === file.tenant.id ? readTypedName(text) : undefined;
      if (typed === undefined) return [];
      const matches = names.matches(typed);
      return bestFirst(matches.length > 0 ? matches : names.close(typed));
    },
    ofDepartment: async (tenantId, department) =>
      tenantId === file.tenant.id ? (departments.get(fold(department.trim())) ?? []).slice(0, MOST_OF_DEPARTMENT) : [],
    admins: async tenantId => (tenantId === file.tenant.id ? admins : []),
  };
};

const MOST_OF_DEPARTMENT = 999;

const byDepartment = (people: readonly Person[]): ReadonlyMap<string, readonly Person[]> => {
  const departments = new Map<string, Person[]>();
  for (const person of people.filter(({ department }) => department !== '')) {
    const name = fold(person.department);
    const others = departments.get(name);
    if (others) others.push(person);
    else departments.set(name, [person]);
  }
  return departments;
};

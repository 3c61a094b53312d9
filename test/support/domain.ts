import type { Person } from '../../domain/shared/person';
import type { Facts } from '../../domain/subscription/decision';
import type { Receipt } from '../../domain/subscription/receipt';
import type { Assignment } from '../../domain/subscription/subscription';
import { START } from './records';

export const personOf = (id: string, userType: Person['userType'] = 'member'): Person => ({
  ...{ id, displayName: id, givenName: id, surname: '', mail: `${id}@contoso.com`, department: '', jobTitle: '' },
  userType,
});

export const factsOf = (
  people: readonly Person[] = [],
  { now = START, receipts = [] }: { now?: number; receipts?: readonly Receipt[] } = {},
): Facts => ({ now, receipts, people: new Map(people.map(person => [person.id, person])) });

export const heldBy = (...people: readonly string[]): readonly Assignment[] =>
  people.map(personId => ({ personId, at: START, operationId: 'earlier' }));

import type { PersonId } from '../shared/ids';
import { fail, ok } from '../shared/result';
import type { AssignLicense } from './commands';
import type { Decision, Facts } from './decision';
import type { Answer, AssignResult } from './outcome';
import { freeLicenses, holds, type Subscription } from './subscription';

/** RULES, Assigning. */
export const PEOPLE_AT_ONCE = 20;

/**
 * Gives each named person who may have one and has none a license, or nobody if there are too few for all of them.
 * Guests, people outside the tenant and people who have one are answered one by one and hinder nobody.
 */
export const assignLicense = (command: AssignLicense, facts: Facts, current: Subscription): Decision => {
  const named = [...new Set(command.people)];
  if (named.length > PEOPLE_AT_ONCE) {
    return fail({ code: 'TOO_MANY_PEOPLE', limit: PEOPLE_AT_ONCE, count: named.length });
  }
  if (named.length === 0) return fail({ code: 'NOBODY_NAMED' });
  if (current.status === 'disabled' || current.status === 'deleted') {
    return fail({ code: 'SUBSCRIPTION_ENDED', status: current.status });
  }
  const people = named.map(personId => ({ personId, result: resultFor(personId, facts, current) }));
  const assigned = people.filter(answer => answer.result === 'assigned').map(answer => answer.personId);
  // Licenses that are about to go with a renewal cannot be given to anybody.
  const total = Math.min(current.total, facts.totalToCome ?? current.total);
  const free = Math.max(0, freeLicenses({ ...current, total }));
  if (assigned.length > free) {
    return fail({ code: 'TOO_FEW_LICENSES', needed: assigned.length, free, total });
  }
  const happened = { at: facts.now, operationId: command.operationId };
  return ok({
    events: assigned.length === 0 ? [] : [{ type: 'LicensesAssigned', people: assigned, ...happened }],
    outcome: { type: 'assigned', people },
  });
};

const resultFor = (personId: PersonId, facts: Facts, current: Subscription): Answer<AssignResult>['result'] => {
  const person = facts.people.get(personId);
  if (!person) return 'outside';
  if (person.userType === 'guest') return 'guest';
  return holds(current, personId) ? 'already' : 'assigned';
};

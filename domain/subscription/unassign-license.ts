import { fail, ok } from '../shared/result';
import { PEOPLE_AT_ONCE } from './assign-license';
import type { UnassignLicense } from './commands';
import type { Decision, Facts } from './decision';
import type { Answer, UnassignResult } from './outcome';
import { holds, type Subscription } from './subscription';

/** Takes the license back from each named person who holds one. */
export const unassignLicense = (command: UnassignLicense, facts: Facts, current: Subscription): Decision => {
  const named = [...new Set(command.people)];
  if (named.length > PEOPLE_AT_ONCE) {
    return fail({ code: 'TOO_MANY_PEOPLE', limit: PEOPLE_AT_ONCE, count: named.length });
  }
  if (named.length === 0) return fail({ code: 'NOBODY_NAMED' });
  if (current.status === 'deleted') return fail({ code: 'SUBSCRIPTION_ENDED', status: current.status });
  const people: Answer<UnassignResult>[] = named.map(personId => ({
    personId,
    result: holds(current, personId) ? 'unassigned' : 'not_assigned',
  }));
  const leaving = people.filter(answer => answer.result === 'unassigned').map(answer => answer.personId);
  const happened = { at: facts.now, operationId: command.operationId };
  return ok({
    events: leaving.length === 0 ? [] : [{ type: 'LicensesUnassigned', people: leaving, ...happened }],
    outcome: { type: 'unassigned', people },
  });
};

import { evolve } from '../../../../domain/subscription/evolve';
import { unassignLicense } from '../../../../domain/subscription/unassign-license';
import { factsOf, heldBy } from '../../../support/domain';
import { subscriptionOf } from '../../../support/records';

const unassign = (...people: readonly string[]) =>
  ({ type: 'unassign_license', subscriptionId: 'sub-1', operationId: 'op-1', people }) as const;

describe('unassigning licenses', () => {
  test('frees the licenses of those who hold one and says who held none', () => {
    const current = subscriptionOf({ assignments: heldBy('ana', 'bob') });
    const decision = unassignLicense(unassign('ana', 'carl'), factsOf(), current);
    if (!decision.ok) throw new Error(decision.error.code);
    expect(decision.value.outcome).toEqual({
      type: 'unassigned',
      people: [
        { personId: 'ana', result: 'unassigned' },
        { personId: 'carl', result: 'not_assigned' },
      ],
    });
    const after = decision.value.events.reduce(evolve, current);
    expect(after.assignments.map(({ personId }) => personId)).toEqual(['bob']);
  });

  test('reaches people who have left the directory', () => {
    const decision = unassignLicense(unassign('gone'), factsOf(), subscriptionOf({ assignments: heldBy('gone') }));
    expect(decision).toMatchObject({ ok: true, value: { events: [{ people: ['gone'] }] } });
  });

  test('changes nothing when nobody of them holds one', () => {
    expect(unassignLicense(unassign('ana'), factsOf(), subscriptionOf())).toMatchObject({
      ok: true,
      value: { events: [] },
    });
  });

  test('takes at most 20 people at once', () => {
    const many = Array.from({ length: 21 }, (_, index) => `person-${index}`);
    expect(unassignLicense(unassign(...many), factsOf(), subscriptionOf())).toMatchObject({
      error: { code: 'TOO_MANY_PEOPLE', limit: 20, count: 21 },
    });
  });

  test('needs somebody to be named, and a subscription that is there', () => {
    expect(unassignLicense(unassign(), factsOf(), subscriptionOf())).toMatchObject({ error: { code: 'NOBODY_NAMED' } });
    expect(unassignLicense(unassign('ana'), factsOf(), subscriptionOf({ status: 'deleted' }))).toMatchObject({
      error: { code: 'SUBSCRIPTION_ENDED' },
    });
  });
});

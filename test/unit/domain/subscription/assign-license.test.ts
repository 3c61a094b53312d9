import fc from 'fast-check';
import { assignLicense } from '../../../../domain/subscription/assign-license';
import type { AssignLicense } from '../../../../domain/subscription/commands';
import { evolve } from '../../../../domain/subscription/evolve';
import { factsOf, heldBy, personOf } from '../../../support/domain';
import { subscriptionOf } from '../../../support/records';

const assign = (...people: readonly string[]): AssignLicense => ({
  ...{ type: 'assign_license', subscriptionId: 'sub-1', operationId: 'op-1', people },
});
const everyone = factsOf([personOf('ana'), personOf('bob'), personOf('eve', 'guest')]);

describe('assigning licenses', () => {
  test('gives each named person one license', () => {
    const decision = assignLicense(assign('ana', 'bob'), everyone, subscriptionOf());
    expect(decision).toMatchObject({
      ok: true,
      value: { events: [{ type: 'LicensesAssigned', people: ['ana', 'bob'], operationId: 'op-1' }] },
    });
  });

  test('answers guests, people outside and people who have one, each by name, and still assigns the others', () => {
    const decision = assignLicense(
      assign('ana', 'eve', 'mallory', 'bob'),
      everyone,
      subscriptionOf({ assignments: heldBy('bob') }),
    );
    expect(decision).toMatchObject({
      ok: true,
      value: {
        events: [{ people: ['ana'] }],
        outcome: {
          people: [
            { personId: 'ana', result: 'assigned' },
            { personId: 'eve', result: 'guest' },
            { personId: 'mallory', result: 'outside' },
            { personId: 'bob', result: 'already' },
          ],
        },
      },
    });
  });

  test('assigns nobody when there are too few licenses for all of them', () => {
    const decision = assignLicense(assign('ana', 'bob'), everyone, subscriptionOf({ total: 1 }));
    expect(decision).toEqual({ ok: false, error: { code: 'TOO_FEW_LICENSES', needed: 2, free: 1, total: 1 } });
  });

  test('does not count those who have one already, or may have none, as needing a license', () => {
    const full = subscriptionOf({ total: 1, assignments: heldBy('bob') });
    expect(assignLicense(assign('bob', 'eve'), everyone, full)).toMatchObject({ ok: true, value: { events: [] } });
  });

  test('looks at the limit of 20 before anything else', () => {
    const many = Array.from({ length: 21 }, (_, index) => `person-${index}`);
    const ended = subscriptionOf({ status: 'disabled', total: 1 });
    expect(assignLicense(assign(...many), factsOf(), ended)).toEqual({
      ok: false,
      error: { code: 'TOO_MANY_PEOPLE', limit: 20, count: 21 },
    });
  });

  test('counts somebody who is named twice once', () => {
    const decision = assignLicense(assign('ana', 'ana'), everyone, subscriptionOf({ total: 1 }));
    expect(decision).toMatchObject({ ok: true, value: { events: [{ people: ['ana'] }] } });
  });

  test.each(['disabled', 'deleted'] as const)('is refused once the subscription is %s', status => {
    expect(assignLicense(assign('ana'), everyone, subscriptionOf({ status }))).toEqual({
      ok: false,
      error: { code: 'SUBSCRIPTION_ENDED', status },
    });
  });

  test('is still possible in the 30 days after expiry, while people keep access', () => {
    expect(assignLicense(assign('ana'), everyone, subscriptionOf({ status: 'expired' })).ok).toBe(true);
  });

  test('needs somebody to be named', () => {
    expect(assignLicense(assign(), everyone, subscriptionOf())).toEqual({ ok: false, error: { code: 'NOBODY_NAMED' } });
  });

  test('never gives out more licenses than there are, nor two to one person', () => {
    const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 30 });
    const people = ['a', 'b', 'c', 'd', 'e', 'f'].map(id => personOf(id, id === 'f' ? 'guest' : 'member'));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(ids, { maxLength: 6 }), (total, batches) => {
        const end = batches.reduce((current, batch) => {
          const decision = assignLicense(assign(...batch), factsOf(people), current);
          return decision.ok ? decision.value.events.reduce(evolve, current) : current;
        }, subscriptionOf({ total }));
        const holders = end.assignments.map(({ personId }) => personId);
        expect(holders.length).toBeLessThanOrEqual(total);
        expect(new Set(holders).size).toBe(holders.length);
        expect(holders).not.toContain('f');
        expect(holders).not.toContain('g');
      }),
    );
  });
});

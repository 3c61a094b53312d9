import { HOUR } from '../../../../domain/shared/instant';
import type { Undo } from '../../../../domain/subscription/commands';
import { decide } from '../../../../domain/subscription/decide';
import type { Outcome } from '../../../../domain/subscription/outcome';
import type { Receipt } from '../../../../domain/subscription/receipt';
import { factsOf, heldBy } from '../../../support/domain';
import { START, subscriptionOf } from '../../../support/records';

const undo: Undo = { type: 'undo', subscriptionId: 'sub-1', operationId: 'op-2', undoes: 'op-1' };
const receiptOf = (outcome: Outcome): Receipt => ({ operationId: 'op-1', at: START, asked: '', outcome });
const assigned = receiptOf({ type: 'assigned', people: [{ personId: 'ana', result: 'assigned' }] });
const byFirst = { personId: 'ana', at: START, operationId: 'op-1' };

describe('undoing', () => {
  test('takes back exactly the licenses that the operation gave', () => {
    const current = subscriptionOf({ assignments: [...heldBy('bob'), byFirst] });
    expect(decide(undo, factsOf([], { receipts: [assigned] }), current)).toMatchObject({
      value: { events: [{ type: 'LicensesUnassigned', people: ['ana'] }] },
    });
  });

  test('leaves alone somebody who was assigned anew since then', () => {
    const current = subscriptionOf({ assignments: [{ ...byFirst, operationId: 'op-9' }] });
    expect(decide(undo, factsOf([], { receipts: [assigned] }), current)).toEqual({
      ok: false,
      error: { code: 'NOTHING_TO_UNDO' },
    });
  });

  it('leaves what was turned anew since', () => {
    const outcome = { type: 'recurring_billing', on: false } as const;
    const again = { operationId: 'later', at: START, asked: '', outcome };
    const off = subscriptionOf({ recurring: false });
    expect(decide(undo, factsOf([], { receipts: [receiptOf(outcome), again] }), off)).toMatchObject({
      error: { code: 'NOTHING_TO_UNDO' },
    });
  });

  test('turns recurring billing back, but not twice', () => {
    const receipts = [receiptOf({ type: 'recurring_billing', on: false })];
    const off = subscriptionOf({ recurring: false });
    expect(decide(undo, factsOf([], { receipts }), off)).toMatchObject({ value: { events: [{ on: true }] } });
    expect(decide(undo, factsOf([], { receipts }), subscriptionOf())).toMatchObject({
      error: { code: 'NOTHING_TO_UNDO' },
    });
  });

  test('is for an hour', () => {
    const current = subscriptionOf({ assignments: [byFirst] });
    const at = (now: number) => decide(undo, factsOf([], { now, receipts: [assigned] }), current);
    expect(at(START + HOUR).ok).toBe(true);
    expect(at(START + HOUR + 1)).toMatchObject({ error: { code: 'UNDO_TOO_LATE' } });
  });

  test('knows nothing of operations that were not', () => {
    expect(decide(undo, factsOf(), subscriptionOf())).toMatchObject({ error: { code: 'NOTHING_TO_UNDO' } });
  });

  test('is not for what asked before it acted, nor for another undo', () => {
    const taken = receiptOf({ type: 'unassigned', people: [{ personId: 'ana', result: 'unassigned' }] });
    const answer = (receipt: Receipt) => decide(undo, factsOf([], { receipts: [receipt] }), subscriptionOf());
    expect(answer(taken)).toMatchObject({ error: { code: 'CANNOT_UNDO' } });
    const undone = { ...receiptOf({ type: 'recurring_billing', on: true }), undoes: 'op-0' };
    expect(answer(undone)).toMatchObject({ error: { code: 'NOTHING_TO_UNDO' } });
  });
});

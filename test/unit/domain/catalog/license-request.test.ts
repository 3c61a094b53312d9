import { answerRequest, approvalAmong, givenBackBy, takenBy } from '../../../../domain/catalog/answer-request';
import { type AskFacts, askForLicense, withdrawRequest } from '../../../../domain/catalog/ask-for-license';
import { type LicenseRequest, stateOf } from '../../../../domain/catalog/license-request';
import { offerOf } from '../../../../domain/catalog/offer';
import { requestDueAt, tellingDue, withTold } from '../../../../domain/catalog/request-steps';
import { DAY } from '../../../../domain/shared/instant';
import { personOf } from '../../../support/domain';
import { START } from '../../../support/records';

const product = {
  ...{ id: 'visio', name: 'Visio Plan 2', otherNames: [], monthly: 1500, annual: 18_000 },
  trial: { days: 30, needsPaymentMethod: true, licenses: 25 },
};
const tryable = { ...product, trial: { ...product.trial, needsPaymentMethod: false } };

const requestOf = (changes: Partial<LicenseRequest> = {}): LicenseRequest => ({
  ...{ tenantId: 'contoso', id: 'req-1', personId: 'alex', productId: 'visio', quantity: 3, at: START },
  ...changes,
});
const answered = (approved: boolean, at = START + DAY) => ({ by: 'megan', at, approved });
const approved = requestOf({ answer: answered(true) });

describe('asking', () => {
  const factsOf = (changes: Partial<AskFacts> = {}): AskFacts => ({
    ...{ now: START, tenantId: 'contoso', requestId: 'req-2', person: personOf('alex'), product, requests: [] },
    ...{ policy: 'disabled', hasTrial: false, canBeAnswered: true },
    ...changes,
  });
  const ask = (changes: Partial<AskFacts> = {}, quantity = 3) =>
    askForLicense({ productId: 'visio', quantity, message: 'for the plans' }, factsOf(changes));
  const refusal = (changes: Partial<AskFacts>, quantity = 3) => {
    const asked = ask(changes, quantity);
    return asked.ok ? undefined : asked.error;
  };

  test('given a product that may not be bought, a member asks for it', () => {
    const request = requestOf({ id: 'req-2', message: 'for the plans' });
    expect(ask()).toEqual({ ok: true, value: { request, isNew: true } });
  });

  test('given a policy that allows buying, or a trial that is to be had, there is nothing to ask for', () => {
    expect(refusal({ policy: 'enabled' })).toEqual({ code: 'MAY_BUY', how: 'order' });
    expect(refusal({ policy: 'trials_only', product: tryable })).toEqual({ code: 'MAY_BUY', how: 'trial' });
  });

  test('given trials only, and none to be had, it is asked for', () => {
    expect(ask({ policy: 'trials_only' }).ok).toBe(true);
    expect(ask({ policy: 'trials_only', product: tryable, hasTrial: true }).ok).toBe(true);
  });

  test('guests and strangers do not ask, and nobody asks for what is not sold', () => {
    expect(refusal({ person: personOf('eve', 'guest') })).toEqual({ code: 'GUEST_CANNOT_BUY' });
    expect(refusal({ person: undefined })).toEqual({ code: 'GUEST_CANNOT_BUY' });
    expect(refusal({ product: undefined })).toEqual({ code: 'PRODUCT_NOT_SOLD' });
  });

  test('given nobody who could answer, it is said instead of letting it wait', () => {
    expect(refusal({ canBeAnswered: false })).toEqual({ code: 'NOBODY_TO_ANSWER' });
  });

  test.each([0, -1, 1.5, 10_001, Number.NaN])('%d licenses are not asked for', quantity => {
    expect(refusal({}, quantity)).toEqual({ code: 'TOTAL_OUT_OF_RANGE', limit: 10_000 });
  });

  test.each([
    ['open', requestOf()],
    ['approved', approved],
  ])('given one that is %s, that one counts and no other is made', (_, there) => {
    expect(ask({ requests: [there] }, 9)).toEqual({ ok: true, value: { request: there, isNew: false } });
  });

  test.each([
    ['of another product', requestOf({ productId: 'project' })],
    ['declined', requestOf({ answer: answered(false) })],
    ['withdrawn', requestOf({ withdrawnAt: START })],
    ['used', { ...approved, order: { subscriptionId: 'sub-1', at: START } }],
    ['lapsed', requestOf({ at: START - 30 * DAY })],
  ])('given one that is %s, another may be made', (_, there) => {
    expect(ask({ requests: [there] })).toMatchObject({ value: { isNew: true } });
  });
});

describe('answering', () => {
  const answer = (request: LicenseRequest, by = 'megan', yes = true, now = START + DAY) =>
    answerRequest(request, { by, approved: yes, message: 'fine' }, now);

  test('given an open request, an admin answers it, and that is to be told', () => {
    const told = requestOf({ told: 'asked' });
    expect(answer(told)).toEqual({
      ok: true,
      value: { ...told, told: undefined, answer: { by: 'megan', at: START + DAY, approved: true, message: 'fine' } },
    });
  });

  test('nobody answers their own', () => {
    expect(answer(requestOf(), 'alex')).toEqual({ ok: false, error: { code: 'OWN_REQUEST' } });
  });

  test('the first answer stays; the same one again is a repeat', () => {
    expect(answer(approved)).toEqual({ ok: true, value: approved });
    const ended = { ok: false, error: { code: 'REQUEST_ENDED', state: 'approved' } };
    expect(answer(approved, 'megan', false)).toEqual(ended);
    expect(answer(approved, 'joni', true)).toEqual(ended);
  });

  test.each([
    ['withdrawn', requestOf({ withdrawnAt: START })],
    ['lapsed', requestOf({ at: START - 30 * DAY })],
    ['declined', requestOf({ answer: answered(false) })],
  ])('given one that is %s, it is too late', (state, request) => {
    expect(answer(request)).toEqual({ ok: false, error: { code: 'REQUEST_ENDED', state } });
  });

  test('given an open request, who made it withdraws it, once and for good', () => {
    const withdrawn = requestOf({ withdrawnAt: START + 1 });
    expect(withdrawRequest(requestOf(), START + 1)).toEqual({ ok: true, value: withdrawn });
    expect(withdrawRequest(withdrawn, START + 2)).toEqual({ ok: true, value: withdrawn });
    expect(withdrawRequest(approved, START + DAY)).toEqual({
      ok: false,
      error: { code: 'REQUEST_ENDED', state: 'approved' },
    });
  });
});

describe('an approval', () => {
  const order = { subscriptionId: 'sub-1', at: START + 2 * DAY };

  test('is good for 30 days from the answer, and no longer', () => {
    const at = (days: number) => approvalAmong([approved], 'visio', START + DAY + days * DAY - 1);
    expect(at(30)).toEqual({ requestId: 'req-1', licenses: 3 });
    expect(approvalAmong([approved], 'visio', START + 31 * DAY)).toBeUndefined();
    expect(approvalAmong([approved], 'project', START + DAY)).toBeUndefined();
    expect(approvalAmong([requestOf()], 'visio', START + DAY)).toBeUndefined();
  });

  test('is used up by one order, which may take it twice', () => {
    const used = takenBy(approved, order);
    expect(used).toEqual({ ...approved, order });
    expect(takenBy({ ...approved, order }, { ...order, at: START + 90 * DAY })).toEqual({ ...approved, order });
    expect(takenBy({ ...approved, order }, { ...order, subscriptionId: 'sub-2' })).toBeUndefined();
    expect(takenBy(approved, { ...order, at: START + 31 * DAY })).toBeUndefined();
    expect(stateOf({ ...approved, order }, START + 90 * DAY)).toBe('used');
  });

  test('is given back by the order that had it, and by no other', () => {
    expect(givenBackBy({ ...approved, order }, order)).toEqual({ ...approved, order: undefined });
    expect(givenBackBy({ ...approved, order }, { subscriptionId: 'sub-2' })).toEqual({ ...approved, order });
  });
});

describe('what is told of a request', () => {
  const told = (request: LicenseRequest, days: number) => tellingDue(request, START + days * DAY);

  test('that it came, a reminder after a week and one the day before it lapses, then that it has', () => {
    let request = requestOf();
    const tell = (days: number) => {
      const telling = told(request, days);
      if (telling) request = withTold(request, telling, START + days * DAY);
      return telling;
    };
    expect([0, 1, 6, 7, 8, 28, 29, 29.5, 30, 31].map(tell)).toEqual([
      ...['asked', undefined, undefined, 'reminder', undefined, undefined, 'last_reminder', undefined],
      ...['lapsed', undefined],
    ]);
    expect(request.lapsedAt).toBe(START + 30 * DAY);
    expect(requestDueAt(request)).toBeUndefined();
  });

  test('of several that were missed, the latest alone', () => {
    expect(told(requestOf(), 8)).toBe('reminder');
    expect(told(requestOf({ told: 'asked' }), 29)).toBe('last_reminder');
    expect(told(requestOf({ told: 'asked' }), 45)).toBe('lapsed');
  });

  test('the answer, and of an approval that nobody uses that it has lapsed', () => {
    expect(told(approved, 1)).toBe('answered');
    const known = withTold(approved, 'answered', START + DAY);
    expect([told(known, 30), told(known, 31)]).toEqual([undefined, 'lapsed']);
    expect(requestDueAt({ ...known, order: { subscriptionId: 'sub-1', at: START } })).toBeUndefined();
    expect(requestDueAt(withTold(requestOf({ answer: answered(false) }), 'answered', START))).toBeUndefined();
  });

  test('nothing of one that was withdrawn', () => {
    expect(told(requestOf({ withdrawnAt: START }), 40)).toBeUndefined();
  });

  test('one that was found to have lapsed is told of as such, and stays so', () => {
    const late = { ...requestOf({ told: 'asked' }), lapsedAt: START + 33 * DAY };
    expect(told(late, 33)).toBe('lapsed');
    expect(withTold(late, 'lapsed', START + 34 * DAY).lapsedAt).toBe(START + 33 * DAY);
  });
});

test('what the policy forbids is offered to be asked for, tried where it may be, and ordered once approved', () => {
  const facts = { now: START + DAY, requests: [], trials: new Set<string>() };
  const under = (policy: 'disabled' | 'trials_only') => ({ tenantId: 'contoso', products: { visio: policy } });
  const way = (of: typeof product, more: object) => offerOf(of, { ...facts, policy: undefined, ...more }).way;
  expect(way(product, {})).toBe('order');
  expect(way(product, { policy: under('disabled') })).toBe('ask');
  expect(way(tryable, { policy: under('trials_only') })).toBe('trial');
  expect(way(tryable, { policy: under('trials_only'), trials: new Set(['visio']) })).toBe('ask');
  expect(way(product, { policy: under('disabled'), requests: [approved] })).toBe('order');
});

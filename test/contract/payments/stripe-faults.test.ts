import type { ChargeRequest, RefundRequest } from '../../../domain/payments/port';
import { DAY, HOUR } from '../../../domain/shared/instant';
import { money } from '../../../domain/shared/money';
import { createStore } from '../../../domain/store/store';
import { failingAt } from '../../support/faulty';
import { embedded, type StoreUnderTest } from '../../support/stores';
import { type StripePlace, startStripePlace } from '../../support/stripe-place';
import type { Mishap } from '../../support/stripe-server';

let files: StoreUnderTest;
let place: StripePlace;
beforeEach(async () => {
  files = await embedded.open();
  place = await startStripePlace(createStore(files.documents));
  place.server.books.addCard('good');
});
afterEach(async () => {
  await place.server.close();
  await files.dispose();
});

const on = { tenantId: 'contoso', purchaserId: 'alex', subscriptionId: 'sub-1' };
const chargeOf = (idempotencyKey = 'one', minor = 1500, paymentMethodId = 'good'): ChargeRequest => ({
  ...{ idempotencyKey, amount: money(minor, 'USD'), paymentMethodId, ...on },
});
const refundOf = (minor: number, idempotencyKey = 'back'): RefundRequest => ({
  ...{ idempotencyKey, amount: money(minor, 'USD'), ...on },
});
const charge = (request = chargeOf()) => place.connect().gateway.charge(request);
const refund = (request: RefundRequest) => place.connect().gateway.refund(request);

const CREATE = /^POST .*payment_intents$/;
const CONFIRM = /confirm$/;
const REFUND = /^POST .*refunds$/;

const mishaps: readonly (readonly [string, Mishap])[] = [
  ['never hears of it', 'hang_before'],
  ['does it and is not heard', 'hang_after'],
  // The SDK tries this once more by itself, when nobody waits for it any longer.
  ['breaks off before it does it', 'cut_before'],
  ['does it and breaks off in the middle of the answer', 'cut_after'],
  ['has too many requests', { status: 429 }],
  ['fails', { status: 500 }],
  ['is away', { status: 503 }],
  ['is at it already', { status: 409 }],
];

describe.each(mishaps)('when Stripe %s', (_name, how) => {
  test.each([
    ['making the PaymentIntent', CREATE],
    ['confirming it', CONFIRM],
  ])('%s, it is not known, and asked for again charged once', async (_what, which) => {
    place.server.mishap(which, how);
    expect(await charge()).toEqual({ type: 'unknown' });
    // Stripe repeats what it failed with for as long as it knows the key.
    place.now += HOUR;
    expect(await charge()).toEqual({ type: 'accepted' });
    expect([place.server.books.moved(), place.server.books.succeeded.length]).toEqual([1500, 1]);
  });

  test('giving something back, it is not known, and asked for again given back once', async () => {
    await charge();
    place.server.mishap(REFUND, how);
    expect(await refund(refundOf(400))).toEqual({ type: 'unknown' });
    place.now += DAY;
    expect(await refund(refundOf(400))).toEqual({ type: 'accepted' });
    expect(place.server.books.moved()).toBe(1100);
  });

  test('a charge that is asked for again when Stripe has forgotten its key is still the same', async () => {
    place.server.mishap(CONFIRM, how);
    await charge();
    place.now += 10 * DAY;
    expect(await charge()).toEqual({ type: 'accepted' });
    place.now += 10 * DAY;
    expect(await charge()).toEqual({ type: 'accepted' });
    expect([place.server.books.moved(), place.server.books.intents.size]).toEqual([1500, 1]);
  });
});

test('a time-out is asked for again under the same idempotency key', async () => {
  place.server.mishap(CONFIRM, 'hang_before');
  await charge();
  await charge();
  const keys = place.server.requests
    .filter(({ what }) => CONFIRM.test(what))
    .map(({ idempotencyKey }) => idempotencyKey);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('every request that changes something has an idempotency key that Stripe takes', async () => {
  await charge(chargeOf('k'.repeat(600)));
  await refund(refundOf(100, 'r'.repeat(600)));
  for (const { what, idempotencyKey = '' } of place.server.requests) {
    if (what.startsWith('POST')) expect(idempotencyKey).toMatch(/^[\x21-\x7e]{1,255}$/);
  }
  expect(place.server.books.moved()).toBe(1400);
});

test('an answer that trickles in for ever is not waited for', async () => {
  place.server.mishap(CONFIRM, 'trickle');
  expect(await charge()).toEqual({ type: 'unknown' });
  expect(await charge()).toEqual({ type: 'accepted' });
  expect(place.server.books.moved()).toBe(1500);
});

test.each([
  ['declined', undefined],
  ['insufficient', undefined],
  ['expired', undefined],
  ['wants_confirmation', true],
] as const)('a card that is %s is refused for good, and by whoever asks again', async (behaviour, confirm) => {
  place.server.books.addCard('other', behaviour);
  for (let times = 0; times < 3; times++) {
    expect(await charge(chargeOf('one', 1500, 'other'))).toEqual({ type: 'refused', confirm });
    place.now += 2 * DAY;
  }
  expect(place.server.requests.filter(({ what }) => CONFIRM.test(what))).toHaveLength(1);
  expect(place.problems).toEqual([]);
});

test('what Stripe will never do is refused for good, and reported without a word of whose it is', async () => {
  expect(await charge(chargeOf('one', 1500, 'gone'))).toEqual({ type: 'refused' });
  place.server.books.addCard('gone');
  expect(await charge(chargeOf('one', 1500, 'gone'))).toEqual({ type: 'refused' });
  expect(place.problems).toMatchObject([{ asked: 'paymentIntents.create', status: 404, code: 'resource_missing' }]);
  expect(JSON.stringify(place.problems)).not.toMatch(/contoso|alex|sk_test|good|gone/);
});

test('a PaymentIntent that cannot be confirmed is ended before it is called refused', async () => {
  place.server.mishap(CONFIRM, { status: 400 });
  expect(await charge()).toEqual({ type: 'refused' });
  expect([...place.server.books.intents.values()].map(({ status }) => status)).toEqual(['canceled']);
  expect(await charge()).toEqual({ type: 'refused' });
  expect(place.server.books.moved()).toBe(0);
});

test('nor is it called refused while it is not known whether it was ended', async () => {
  place.server.mishap(CONFIRM, { status: 400 });
  place.server.mishap(/cancel$/, { status: 500 });
  expect(await charge()).toEqual({ type: 'unknown' });
  expect(await charge()).toEqual({ type: 'accepted' });
});

test('a key that is not good refuses nobody: it can be mended, and is reported until it is', async () => {
  place.server.mishap(CREATE, { status: 401 }, 2);
  expect([await charge(), await charge()]).toEqual([{ type: 'unknown' }, { type: 'unknown' }]);
  expect(place.problems).toMatchObject([{ status: 401 }, { status: 401 }]);
  place.now += DAY;
  expect(await charge()).toEqual({ type: 'accepted' });
});

test('nothing is given back that was not charged, or not for this subscription', async () => {
  await charge({ ...chargeOf(), subscriptionId: 'sub-2' });
  expect(await refund(refundOf(100))).toEqual({ type: 'refused' });
  await charge(chargeOf('two', 100));
  expect(await refund(refundOf(101))).toEqual({ type: 'refused' });
  // Once enough was charged, the same refund is made.
  await charge(chargeOf('three', 1));
  expect(await refund(refundOf(101))).toEqual({ type: 'accepted' });
});

test('a refund that fails at the bank is refused: somebody must see to it', async () => {
  await charge();
  place.server.books.refundsFail = true;
  expect(await refund(refundOf(100))).toEqual({ type: 'refused' });
});

test('a refund out of several charges goes on where it was left, piece by piece', async () => {
  await charge(chargeOf('one', 1500));
  place.now += 1000;
  await charge(chargeOf('two', 300));
  place.now += 1000;
  await charge(chargeOf('three', 200));
  for (const nth of [1, 2]) {
    place.server.mishap(REFUND, nth === 1 ? 'hang_after' : 'hang_before');
    expect(await refund(refundOf(900))).toEqual({ type: 'unknown' });
    place.now += 2 * DAY;
  }
  expect(await refund(refundOf(900))).toEqual({ type: 'accepted' });
  const { refunds } = place.server.books;
  expect(refunds.map(({ amount }) => amount)).toEqual([200, 300, 400]);
  expect(place.server.books.moved()).toBe(1100);
});

test('two refunds do not take from the same part of a charge, though the first is not made yet', async () => {
  await charge(chargeOf('one', 1000));
  place.now += 1000;
  await charge(chargeOf('two', 300));
  place.server.mishap(REFUND, 'hang_before');
  expect(await refund(refundOf(300, 'first'))).toEqual({ type: 'unknown' });
  expect(await refund(refundOf(500, 'second'))).toEqual({ type: 'accepted' });
  expect(await refund(refundOf(300, 'first'))).toEqual({ type: 'accepted' });
  expect(place.server.books.moved()).toBe(500);
});

test('amounts are in minor units, also of a currency that has none', async () => {
  await charge({ ...chargeOf(), amount: money(1500, 'JPY') });
  expect([...place.server.books.intents.values()]).toMatchObject([{ amount: 1500, currency: 'jpy' }]);
});

test('one purchaser is one customer, however often it was not known whether they became one', async () => {
  place.server.mishap(/customers$/, 'hang_after');
  expect(await charge()).toEqual({ type: 'unknown' });
  expect(await charge()).toEqual({ type: 'accepted' });
  expect(await charge(chargeOf('two'))).toEqual({ type: 'accepted' });
  expect(place.server.books.customers.size).toBe(1);
});

describe('whichever call of the store or of Stripe is the last one of a process', () => {
  const crash = async (move: (gateway: ReturnType<StripePlace['connect']>['gateway']) => Promise<unknown>) => {
    const store = createStore(files.documents);
    for (const when of ['before', 'after'] as const) {
      for (let k = 1; k < 8; k++) {
        const { faulty } = failingAt(store, k, when);
        await move(place.connect(faulty).gateway);
        place.now += 2 * DAY;
      }
    }
  };

  test('a charge moves money once', async () => {
    let n = 0;
    await crash(gateway => gateway.charge(chargeOf(`charge-${n++ % 7}`)));
    for (let key = 0; key < 7; key++) expect(await charge(chargeOf(`charge-${key}`))).toEqual({ type: 'accepted' });
    expect(place.server.books.moved()).toBe(7 * 1500);
  });

  test('a refund moves money once', async () => {
    for (const key of ['one', 'two', 'three']) await charge(chargeOf(key, 1000));
    let n = 0;
    await crash(gateway => gateway.refund(refundOf(400, `refund-${n++ % 7}`)));
    for (let key = 0; key < 7; key++)
      expect(await refund(refundOf(400, `refund-${key}`))).toEqual({ type: 'accepted' });
    expect(place.server.books.moved()).toBe(3000 - 7 * 400);
  });
});

import { createStore } from '../../../domain/store/store';
import { embedded, type StoreUnderTest } from '../../support/stores';
import { type StripePlace, startStripePlace } from '../../support/stripe-place';

const FORGET = { tenantId: 'contoso', purchaserId: 'alex', paymentMethodId: 'good' };
const ONE = { idempotencyKey: 'one', amount: { minor: 1500, currency: 'USD' }, subscriptionId: 'sub-1' };

let files: StoreUnderTest;
let place: StripePlace;
beforeEach(async () => {
  files = await embedded.open();
  place = await startStripePlace(createStore(files.documents));
  place.server.books.addCard('good');
  // It hangs on its customer from then on.
  await place.connect().gateway.charge({ ...ONE, ...FORGET });
});
afterEach(async () => {
  await place.server.close();
  await files.dispose();
});

describe.each([
  ['never hears of it', 'hang_before'],
  ['does it and is not heard', 'hang_after'],
  ['breaks off before it does it', 'cut_before'],
  ['does it and breaks off in the middle of the answer', 'cut_after'],
  ['has too many requests', { status: 429 }],
  ['fails', { status: 500 }],
  ['is away', { status: 503 }],
] as const)('when Stripe %s', (_name, how) => {
  test.each([
    ['looking for the card', /^GET .*payment_methods/],
    ['detaching it', /detach$/],
  ])('%s, it is not known whether it is forgotten, and asked for again it is', async (_what, which) => {
    place.server.mishap(which, how);
    expect(await place.connect().gateway.forget(FORGET)).toEqual({ type: 'unknown' });
    expect(await place.connect().gateway.forget(FORGET)).toEqual({ type: 'accepted' });
    expect(place.server.books.cards.get('good')?.customer).toBeNull();
    expect(place.problems).toEqual([]);
  });
});

test('what Stripe will not let go of is refused, and reported', async () => {
  place.server.mishap(/detach$/, { status: 400 });
  expect(await place.connect().gateway.forget(FORGET)).toEqual({ type: 'refused' });
  expect(place.problems).toMatchObject([{ asked: 'paymentMethods.detach', status: 400 }]);
});

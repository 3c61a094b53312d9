import type { ChargeRequest, PaymentGateway, RefundRequest } from '../../../domain/payments/port';
import { createSandboxGateway } from '../../../domain/payments/sandbox';
import { money } from '../../../domain/shared/money';
import type { Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';
import { onStripeMock, type StripeMock } from '../../support/stripe-mock';
import { type StripePlace, startStripePlace } from '../../support/stripe-place';

interface GatewayUnderTest {
  readonly gateway: PaymentGateway;
  /** Another one over the same records, as another replica has it. */
  another(): PaymentGateway;
  /** Charged less given back, in minor units. */
  moved(): Promise<number>;
  close(): Promise<void>;
}

/** Opens a gateway that charges the card `good`, and does not charge `bad-0341`. */
type Open = (store: Store) => Promise<GatewayUnderTest>;

const sandbox: Open = async store => ({
  gateway: createSandboxGateway(store.charges),
  another: () => createSandboxGateway(store.charges),
  moved: async () => {
    const entries = await store.charges.ofSubscription<{
      readonly tenantId: string;
      readonly type: string;
      readonly answer: string;
      readonly amount: number;
    }>('contoso', 'sub-1');
    const accepted = entries.filter(({ answer }) => answer === 'accepted');
    return accepted.reduce((sum, { type, amount }) => sum + (type === 'charge' ? amount : -amount), 0);
  },
  close: () => Promise.resolve(),
});

const stripe =
  (judge?: () => string): Open =>
  async store => {
    const place: StripePlace = await startStripePlace(store, { judge: judge?.() });
    place.server.books.addCard('good');
    place.server.books.addCard('bad-0341', 'declined');
    return {
      gateway: place.connect().gateway,
      another: () => place.connect().gateway,
      moved: () => Promise.resolve(place.server.books.moved('sub-1')),
      close: () => place.server.close(),
    };
  };

const on = { tenantId: 'contoso', purchaserId: 'alex', subscriptionId: 'sub-1' };
const chargeOf = (idempotencyKey: string, minor: number, paymentMethodId = 'good'): ChargeRequest => ({
  ...{ idempotencyKey, amount: money(minor, 'USD'), paymentMethodId, ...on },
});
const refundOf = (idempotencyKey: string, minor: number): RefundRequest => ({
  ...{ idempotencyKey, amount: money(minor, 'USD'), ...on },
});

const keepsTheContract = (open: Open) => {
  onEveryStore(kind => {
    let place: StoreUnderTest;
    let it: GatewayUnderTest;
    beforeEach(async () => {
      place = await kind.open();
      it = await open(createStore(place.documents));
    });
    afterEach(async () => {
      await it.close();
      await place.dispose();
    });

    test('a charge is taken, and asked for again under the same key it is the same charge', async () => {
      for (let times = 0; times < 3; times++) {
        expect(await it.gateway.charge(chargeOf('one', 1500))).toEqual({ type: 'accepted' });
      }
      expect(await it.another().charge(chargeOf('one', 1500))).toEqual({ type: 'accepted' });
      expect(await it.moved()).toBe(1500);
    });

    test('another key is another charge', async () => {
      await it.gateway.charge(chargeOf('one', 1500));
      await it.gateway.charge(chargeOf('two', 700));
      expect(await it.moved()).toBe(2200);
    });

    test('a card that is declined is refused, and refused again under the same key', async () => {
      for (let times = 0; times < 2; times++) {
        expect(await it.gateway.charge(chargeOf('one', 1500, 'bad-0341'))).toMatchObject({ type: 'refused' });
      }
      expect(await it.moved()).toBe(0);
    });

    test('a key that stands for something else is refused, and nothing moves', async () => {
      await it.gateway.charge(chargeOf('one', 1500));
      expect(await it.gateway.charge(chargeOf('one', 1600))).toMatchObject({ type: 'refused' });
      expect(await it.gateway.refund(refundOf('one', 1500))).toMatchObject({ type: 'refused' });
      expect(await it.moved()).toBe(1500);
    });

    test('of many who ask at once under one key, none is told otherwise than another, and it is charged once', async () => {
      const ask = () => Promise.all([1, 2, 3, 4, 5].map(() => it.another().charge(chargeOf('one', 1500))));
      const first = await ask();
      expect(first.filter(({ type }) => type === 'refused')).toEqual([]);
      // Who was told that it is not known asks again.
      expect(new Set((await ask()).map(({ type }) => type))).toEqual(new Set(['accepted']));
      expect(await it.moved()).toBe(1500);
    });

    test('a refund is made once under its key', async () => {
      await it.gateway.charge(chargeOf('one', 1500));
      for (let times = 0; times < 3; times++) {
        expect(await it.another().refund(refundOf('back', 400))).toEqual({ type: 'accepted' });
      }
      expect(await it.moved()).toBe(1100);
    });

    const forget = (gateway: PaymentGateway, paymentMethodId: string) =>
      gateway.forget({ tenantId: 'contoso', purchaserId: 'alex', paymentMethodId });

    test('a card that is forgotten is charged no more, and what was charged to it can still be given back', async () => {
      await it.gateway.charge(chargeOf('one', 1500));
      expect(await forget(it.gateway, 'good')).toEqual({ type: 'accepted' });
      expect(await it.another().charge(chargeOf('two', 700))).toMatchObject({ type: 'refused' });
      expect(await it.gateway.charge(chargeOf('one', 1500))).toEqual({ type: 'accepted' });
      expect(await it.gateway.refund(refundOf('back', 400))).toEqual({ type: 'accepted' });
      expect(await it.moved()).toBe(1100);
    });

    test('to forget once more, at once, or a card that was never there, is as good as done', async () => {
      await it.gateway.charge(chargeOf('one', 1500));
      const all = await Promise.all([1, 2, 3, 4].map(() => forget(it.another(), 'good')));
      expect(all).toEqual([1, 2, 3, 4].map(() => ({ type: 'accepted' })));
      expect(await forget(it.gateway, 'good')).toEqual({ type: 'accepted' });
      expect(await forget(it.gateway, 'never-there')).toEqual({ type: 'accepted' });
    });

    test('a refund may be more than the last charge, and all of what was charged', async () => {
      await it.gateway.charge(chargeOf('one', 1500));
      await it.gateway.charge(chargeOf('refused', 900, 'bad-0341'));
      await it.gateway.charge(chargeOf('two', 300));
      expect(await it.gateway.refund(refundOf('most', 1700))).toEqual({ type: 'accepted' });
      expect(await it.moved()).toBe(100);
      expect(await it.gateway.refund(refundOf('rest', 100))).toEqual({ type: 'accepted' });
      expect(await it.moved()).toBe(0);
    });
  });
};

describe('the sandbox', () => keepsTheContract(sandbox));

describe('Stripe', () => keepsTheContract(stripe()));

onStripeMock(start => {
  let mock: StripeMock;
  beforeAll(async () => {
    mock = await start();
  });
  afterAll(() => mock.stop());
  keepsTheContract(stripe(() => mock.url));
});

import { buy } from '../../../domain/app/buy';
import { hear } from '../../../domain/app/hear';
import { lookAfter } from '../../../domain/app/look-after';
import { listSubscriptions } from '../../../domain/app/queries';
import type { Services } from '../../../domain/app/services';
import catalog from '../../../domain/catalog/catalog.json';
import { MINUTE } from '../../../domain/shared/instant';
import { NEW, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import type { BuySubscription } from '../../../domain/subscription/commands';
import { personOf } from '../../support/domain';
import { accountOf } from '../../support/payer';
import { alex, servicesOver } from '../../support/services';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';
import { type SignedEvent, signedEvent } from '../../support/stripe-events';
import { type StripePlace, startStripePlace } from '../../support/stripe-place';

const productId = catalog.products.find(({ name }) => name === 'Visio Plan 2')?.id ?? '';
const order: BuySubscription = {
  ...{ type: 'buy_subscription', operationId: 'op-1', productId, plan: { frequency: 'monthly', total: 4 } },
};

onEveryStore(kind => {
  let files: StoreUnderTest;
  let store: Store;
  let place: StripePlace;
  beforeEach(async () => {
    files = await kind.open();
    store = createStore(files.documents);
    place = await startStripePlace(store);
    place.server.books.addCard('visa-4242');
    await store.accounts.save(accountOf('alex'), NEW);
  });
  afterEach(async () => {
    await place.server.close();
    await files.dispose();
  });

  const read = ({ message, signature }: SignedEvent) => place.connect().events.read(message, signature);

  test('what Stripe signed in the last five minutes is believed', () => {
    const event = signedEvent('payment_intent.succeeded', place.now - 4 * MINUTE, 'sub-1');
    const about = { tenantId: 'contoso', subscriptionId: 'sub-1' };
    expect(read(event)).toEqual({ ok: true, value: { id: event.id, about } });
  });

  test('what is about no subscription of ours is believed, and about none', () => {
    expect(read(signedEvent('customer.created', place.now))).toMatchObject({ ok: true, value: { about: undefined } });
  });

  test.each<[string, (event: SignedEvent, now: number) => SignedEvent]>([
    ['signed with another secret', (_event, now) => signedEvent('charge.refunded', now, 'sub-1', 'whsec_of_another')],
    ['signed six minutes ago', (_event, now) => signedEvent('charge.refunded', now - 6 * MINUTE, 'sub-1')],
    ['not signed', event => ({ ...event, signature: undefined })],
    ['signed with rubbish', event => ({ ...event, signature: 't=1,v1=00' })],
    ['changed by a letter', event => ({ ...event, message: event.message.replace('sub-1', 'sub-2') })],
    ['changed in its white space', event => ({ ...event, message: `${event.message} ` })],
    ['signed, but no JSON', (_event, now) => signedEvent('', now, undefined, undefined, 'rubbish')],
  ])('what is %s is not believed', (_what, forge) => {
    const event = forge(signedEvent('charge.refunded', place.now, 'sub-1'), place.now);
    expect(read(event)).toEqual({ ok: false, error: 'not_believed' });
  });

  /** Services over the same store; how often they were asked to settle soon. */
  const hearing = (): { readonly services: Services; readonly woken: () => number } => {
    let times = 0;
    const services = servicesOver(store, [personOf('alex')], {
      ...{ now: () => place.now, gateway: place.connect().gateway },
      lookAfterSoon: () => {
        times += 1;
      },
    });
    return { services, woken: () => times };
  };

  const told = async (services: Services, event: SignedEvent): Promise<void> => {
    const believed = read(event);
    if (!believed.ok) throw new Error('not believed');
    await hear(services, believed.value, () => () => ({ name: 'Alex', billTo: 'Alex' }));
  };

  const unanswered = async () => {
    place.server.mishap(/confirm$/, 'hang_after');
    const { services, woken } = hearing();
    expect(await buy(services, alex, order)).toMatchObject({ value: { outcome: { type: 'charge_unknown' } } });
    return { services, woken };
  };

  test('a charge without an answer is settled as soon as Stripe tells of it, not when it is asked again', async () => {
    const { services, woken } = await unanswered();
    await lookAfter(services);
    expect(await listSubscriptions(services, alex)).toEqual([]);
    await told(services, signedEvent('payment_intent.succeeded', place.now, 'sub-op-1'));
    expect(woken()).toBe(1);
    await lookAfter(services);
    expect(await listSubscriptions(services, alex)).toMatchObject([{ status: 'active', total: 4 }]);
    expect(place.server.books.moved()).toBe(6000);
  });

  test('what an event says is not believed: only what Stripe answers', async () => {
    place.server.mishap(/confirm$/, 'hang_before', 2);
    const { services } = hearing();
    await buy(services, alex, order);
    await told(services, signedEvent('payment_intent.succeeded', place.now, 'sub-op-1'));
    await lookAfter(services);
    expect(await listSubscriptions(services, alex)).toEqual([]);
    expect(place.server.books.moved()).toBe(0);
  });

  test('repeated, reordered, and of what is over, events change nothing', async () => {
    const { services, woken } = await unanswered();
    const types = ['charge.refunded', 'payment_intent.succeeded', 'payment_intent.payment_failed'];
    const events = types.map(type => signedEvent(type, place.now, 'sub-op-1'));
    for (const event of [...events, ...events.reverse()]) {
      await told(services, event);
      await lookAfter(services);
    }
    expect(woken()).toBe(1);
    expect(await listSubscriptions(services, alex)).toMatchObject([{ status: 'active', total: 4 }]);
    expect([place.server.books.moved(), place.server.books.succeeded.length]).toEqual([6000, 1]);
  });

  test('an event that was heard wakes nobody once more, whichever replica hears it', async () => {
    place.server.mishap(/confirm$/, 'hang_before', 3);
    const { services, woken } = hearing();
    await buy(services, alex, order);
    const event = signedEvent('payment_intent.succeeded', place.now, 'sub-op-1');
    for (let times = 0; times < 3; times++) {
      await told(services, event);
      await lookAfter(services);
    }
    expect(woken()).toBe(1);
  });

  test('while somebody is being answered, an event does not have the charge asked for once more', async () => {
    const { services } = hearing();
    let asked = 0;
    const charge: Services['gateway']['charge'] = async request => {
      asked += 1;
      const answer = await services.gateway.charge(request);
      await told(services, signedEvent('payment_intent.succeeded', place.now, 'sub-op-1'));
      await lookAfter({ ...services, gateway: { ...services.gateway, charge } });
      return answer;
    };
    await buy({ ...services, gateway: { ...services.gateway, charge } }, alex, order);
    expect(asked).toBe(1);
    expect(await listSubscriptions(services, alex)).toMatchObject([{ status: 'active' }]);
  });

  test('of a subscription that is not there, an event is heard all the same', async () => {
    const { services, woken } = hearing();
    await told(services, signedEvent('payment_intent.succeeded', place.now, 'sub-nowhere'));
    expect(woken()).toBe(0);
  });
});

import { execute } from '../../../domain/app/execute';
import { relayOutbox } from '../../../domain/app/outbox';
import { listInvoices } from '../../../domain/app/queries';
import type { GatewayAnswer, RefundRequest } from '../../../domain/payments/port';
import { money } from '../../../domain/shared/money';
import { NEW, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { recordOf } from '../../support/records';
import { servicesOver } from '../../support/services';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

onEveryStore(kind => {
  let place: StoreUnderTest;
  let store: Store;
  beforeAll(async () => {
    place = await kind.open();
    store = createStore(place.documents);
  });
  afterAll(() => place.dispose());

  /** A gateway that answers as it is told and remembers what it was asked. */
  const gatewayThat = (...answers: GatewayAnswer['type'][]) => {
    const asked: RefundRequest[] = [];
    const refund = async (request: RefundRequest): Promise<GatewayAnswer> => {
      asked.push(request);
      return { type: answers.shift() ?? 'accepted' };
    };
    return { asked, gateway: { refund } };
  };

  const cancelled = async (purchaserId: string) => {
    const id = `sub-of-${purchaserId}`;
    await store.subscriptions.save(recordOf({ id, purchaserId }), NEW);
    const actor = { tenantId: 'contoso', personId: purchaserId };
    await execute(servicesOver(store, []), actor, {
      ...{ type: 'cancel_subscription', subscriptionId: id, operationId: `cancel-${purchaserId}`, reason: 'other' },
    });
    return { id, actor };
  };

  test('a cancellation is refunded and credited once, however often the outbox is relayed', async () => {
    const { id, actor } = await cancelled('ana');
    const { asked, gateway } = gatewayThat();
    const services = servicesOver(store, [], { gateway });
    expect(await relayOutbox(services)).toBe(1);
    expect(await relayOutbox(services)).toBe(0);
    expect(asked).toEqual([{ idempotencyKey: 'contoso:sub-of-ana:cancel-ana:refund', amount: money(14_516, 'USD') }]);
    const invoices = await listInvoices(services, actor);
    expect(invoices).toMatchObject([
      { kind: 'cancellation', subscriptionId: id, lines: [{ amount: money(-14_516, 'USD') }] },
    ]);
    expect((await store.subscriptions.load('contoso', id))?.state.outbox).toEqual([]);
  });

  test('two relays at once write one credit', async () => {
    const { actor } = await cancelled('bob');
    const services = servicesOver(store, []);
    await Promise.all([relayOutbox(services), relayOutbox(services)]);
    expect(await listInvoices(services, actor)).toHaveLength(1);
  });

  test('a refund whose outcome is unknown stays owed until the gateway answers, under the same key', async () => {
    const { actor } = await cancelled('carl');
    const { asked, gateway } = gatewayThat('unknown', 'accepted');
    const services = servicesOver(store, [], { gateway });
    expect(await relayOutbox(services)).toBe(0);
    expect(await listInvoices(services, actor)).toEqual([]);
    expect(await relayOutbox(services)).toBe(1);
    expect(new Set(asked.map(request => request.idempotencyKey)).size).toBe(1);
    expect(await listInvoices(services, actor)).toHaveLength(1);
  });

  test('two cancellations that name the same operation are two refunds and two credits', async () => {
    const actor = { tenantId: 'contoso', personId: 'emil' };
    const { asked, gateway } = gatewayThat();
    const services = servicesOver(store, [], { gateway });
    for (const subscriptionId of ['first', 'second']) {
      await store.subscriptions.save(recordOf({ id: subscriptionId, purchaserId: 'emil' }), NEW);
      const cancel = { subscriptionId, operationId: 'the-same', reason: 'other' } as const;
      await execute(services, actor, { type: 'cancel_subscription', ...cancel });
    }
    await relayOutbox(services);
    expect(new Set(asked.map(request => request.idempotencyKey)).size).toBe(2);
    expect(await listInvoices(services, actor)).toHaveLength(2);
  });

  test('what was settled is forgotten even when the subscription changes meanwhile', async () => {
    const { id, actor } = await cancelled('dora');
    const gateway = {
      refund: async (): Promise<GatewayAnswer> => {
        const loaded = await store.subscriptions.load('contoso', id);
        if (loaded) await store.subscriptions.save(loaded.state, loaded.version);
        return { type: 'accepted' };
      },
    };
    await relayOutbox(servicesOver(store, [], { gateway }));
    expect((await store.subscriptions.load('contoso', id))?.state.outbox).toEqual([]);
    expect(await listInvoices(servicesOver(store, []), actor)).toHaveLength(1);
  });
});

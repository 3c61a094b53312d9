import { execute } from '../../../domain/app/execute';
import { lookAfter } from '../../../domain/app/look-after';
import { listInvoices as query } from '../../../domain/app/queries';
import type { Account } from '../../../domain/billing/account';
import type { GatewayAnswer, PaymentGateway, RefundRequest } from '../../../domain/payments/port';
import { createSandboxGateway } from '../../../domain/payments/sandbox';
import { MINUTE } from '../../../domain/shared/instant';
import { money } from '../../../domain/shared/money';
import { NEW, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { gate } from '../../support/gate';
import { recordOf, START } from '../../support/records';
import { servicesOver } from '../../support/services';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

const listInvoices = async (...asked: Parameters<typeof query>) => (await query(...asked)).invoices;

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
    const charge = () => Promise.reject(new Error('nothing is charged for or forgotten here'));
    return { asked, gateway: { refund, charge, forget: charge } };
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
    expect(await lookAfter(services)).toEqual({ done: 1, refused: [], faults: [] });
    expect(await lookAfter(services)).toEqual({ done: 0, refused: [], faults: [] });
    expect(asked).toEqual([
      {
        ...{ idempotencyKey: 'contoso:sub-of-ana:cancel-ana:cancellation', amount: money(14_516, 'USD') },
        ...{ tenantId: 'contoso', purchaserId: 'ana', subscriptionId: id },
      },
    ]);
    const invoices = await listInvoices(services, actor);
    expect(invoices).toMatchObject([
      { kind: 'cancellation', subscriptionId: id, lines: [{ amount: money(-14_516, 'USD') }] },
    ]);
    expect((await store.subscriptions.load('contoso', id))?.state.outbox).toEqual([]);
  });

  test('of two replicas that look after it at once, one asks for the refund', async () => {
    const { actor } = await cancelled('bob');
    const { asked, gateway } = gatewayThat();
    const services = servicesOver(store, [], { gateway });
    await Promise.all([lookAfter(services), lookAfter(services)]);
    expect(asked).toHaveLength(1);
    expect(await listInvoices(services, actor)).toHaveLength(1);
  });

  /** The same services, so many minutes after everything was laid. */
  const after = (minutes: number, gateway: PaymentGateway) =>
    servicesOver(store, [], { gateway, now: () => START + minutes * MINUTE });

  test('who never came back from the gateway is followed by another when the lease is over, not before', async () => {
    const { actor } = await cancelled('frida');
    const asked = new Set<string>();
    const reached = gate();
    const silent: PaymentGateway = {
      ...createSandboxGateway(store.charges),
      refund: ({ idempotencyKey }) => {
        asked.add(idempotencyKey);
        reached.open();
        return new Promise(() => undefined);
      },
    };
    void lookAfter(after(0, silent));
    await reached.opened;
    const { asked: askedAgain, gateway } = gatewayThat();
    expect((await lookAfter(after(4, gateway))).done).toBe(0);
    expect((await lookAfter(after(5, gateway))).done).toBe(1);
    expect([...asked]).toEqual(askedAgain.map(request => request.idempotencyKey));
    expect(await listInvoices(after(5, gateway), actor)).toHaveLength(1);
  });

  test('a refund whose outcome is unknown stays owed until the gateway answers, ever more rarely, under one key', async () => {
    const { actor } = await cancelled('carl');
    const { asked, gateway } = gatewayThat('unknown', 'unknown', 'accepted');
    expect((await lookAfter(after(0, gateway))).done).toBe(0);
    expect(await listInvoices(after(0, gateway), actor)).toEqual([]);
    await lookAfter(after(0.5, gateway));
    expect(asked).toHaveLength(1);
    await lookAfter(after(1, gateway));
    expect(asked).toHaveLength(2);
    await lookAfter(after(2, gateway));
    expect(asked).toHaveLength(2);
    expect((await lookAfter(after(3, gateway))).done).toBe(1);
    expect(new Set(asked.map(request => request.idempotencyKey)).size).toBe(1);
    expect(await listInvoices(after(3, gateway), actor)).toHaveLength(1);
  });

  test('a refund that the gateway refuses is told of, and asked for again after a day', async () => {
    const { actor } = await cancelled('gerda');
    const { asked, gateway } = gatewayThat('refused', 'accepted');
    const key = 'contoso:sub-of-gerda:cancel-gerda:cancellation';
    expect(await lookAfter(after(0, gateway))).toEqual({ done: 0, refused: [key], faults: [] });
    expect(await lookAfter(after(23 * 60, gateway))).toEqual({ done: 0, refused: [], faults: [] });
    expect((await lookAfter(after(24 * 60, gateway))).done).toBe(1);
    expect(asked).toHaveLength(2);
    expect(await listInvoices(after(24 * 60, gateway), actor)).toHaveLength(1);
  });

  test('what goes wrong with one subscription does not hinder another, and is tried again', async () => {
    const unlucky = await cancelled('hugo');
    const lucky = await cancelled('ida');
    let isBroken = true;
    const gateway: PaymentGateway = {
      ...createSandboxGateway(store.charges),
      refund: async ({ idempotencyKey }) => {
        if (isBroken && idempotencyKey.includes('hugo')) throw new Error('broken');
        return { type: 'accepted' };
      },
    };
    const { done, faults } = await lookAfter(after(0, gateway));
    expect([done, faults.length]).toEqual([1, 1]);
    expect(await listInvoices(after(0, gateway), lucky.actor)).toHaveLength(1);
    isBroken = false;
    await lookAfter(after(1, gateway));
    expect(await listInvoices(after(1, gateway), unlucky.actor)).toHaveLength(1);
  });

  test('the credit names who was billed and the card that paid when it was cancelled, whatever they are since', async () => {
    const account: Account = {
      ...{ tenantId: 'contoso', purchaserId: 'jana' },
      billingProfiles: [
        {
          ...{ id: 'profile-1', name: 'Marketing', billTo: 'Contoso Marketing', currency: 'USD' },
          ...{ invoiceEmail: 'invoices@contoso.com', paymentMethodId: 'visa' },
        },
      ],
      paymentMethods: [
        { id: 'visa', brand: 'visa', lastFour: '4242', expiryMonth: 1, expiryYear: 2030, holder: 'Jana' },
      ],
    };
    await store.accounts.save(account, NEW);
    const { actor } = await cancelled('jana');
    await store.accounts.save({ ...account, billingProfiles: [], paymentMethods: [] }, 1);
    await lookAfter(servicesOver(store, []));
    expect(await listInvoices(servicesOver(store, []), actor)).toMatchObject([
      { billTo: 'Contoso Marketing', paidWith: { brand: 'visa', lastFour: '4242' } },
    ]);
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
    await lookAfter(services);
    expect(new Set(asked.map(request => request.idempotencyKey)).size).toBe(2);
    expect(await listInvoices(services, actor)).toHaveLength(2);
  });

  test('what was settled is forgotten even when the subscription changes meanwhile', async () => {
    const { id, actor } = await cancelled('dora');
    const gateway = {
      ...createSandboxGateway(store.charges),
      refund: async (): Promise<GatewayAnswer> => {
        const loaded = await store.subscriptions.load('contoso', id);
        if (loaded) await store.subscriptions.save(loaded.state, loaded.version);
        return { type: 'accepted' };
      },
    };
    await lookAfter(servicesOver(store, [], { gateway }));
    expect((await store.subscriptions.load('contoso', id))?.state.outbox).toEqual([]);
    expect(await listInvoices(servicesOver(store, []), actor)).toHaveLength(1);
  });
});

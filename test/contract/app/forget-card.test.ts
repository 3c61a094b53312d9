import { changeAccount, loadAccount } from '../../../domain/app/accounts';
import { lookAfter } from '../../../domain/app/look-after';
import type { Services } from '../../../domain/app/services';
import { deletePaymentMethod } from '../../../domain/billing/change-payment-method';
import type { ForgetRequest, GatewayAnswer } from '../../../domain/payments/port';
import { createSandboxGateway } from '../../../domain/payments/sandbox';
import { HOUR, MINUTE } from '../../../domain/shared/instant';
import { NEW, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { personOf } from '../../support/domain';
import { failingAt } from '../../support/faulty';
import { accountOf, visa } from '../../support/payer';
import { START } from '../../support/records';
import { alex, servicesOver } from '../../support/services';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

const second = { ...visa, id: 'card-2', lastFour: '1111' };
const account = { ...accountOf('alex'), paymentMethods: [visa, second] };
const request: ForgetRequest = { tenantId: 'contoso', purchaserId: 'alex', paymentMethodId: 'card-2' };

onEveryStore(kind => {
  let place: StoreUnderTest;
  let store: Store;
  beforeEach(async () => {
    place = await kind.open();
    store = createStore(place.documents);
    await store.accounts.save(account, NEW);
  });
  afterEach(() => place.dispose());

  /** Services so long after the start, whose gateway answers as told and remembers what it was asked. */
  const later = (after: number, ...answers: GatewayAnswer['type'][]) => {
    const asked: ForgetRequest[] = [];
    const forget: Services['gateway']['forget'] = async wanted => {
      asked.push(wanted);
      return { type: answers.shift() ?? 'accepted' };
    };
    const gateway = { ...createSandboxGateway(store.charges), forget };
    return { asked, services: servicesOver(store, [personOf('alex')], { now: () => START + after, gateway }) };
  };

  const remove = (services: Services) =>
    changeAccount(services, alex, known => deletePaymentMethod({ paymentMethodId: 'card-2' }, known));

  test('a card that was deleted is forgotten by the gateway, once, by whoever looks after things next', async () => {
    const { asked, services } = later(0);
    await remove(services);
    expect(asked).toEqual([]);
    expect(await lookAfter(services)).toEqual({ done: 1, refused: [], faults: [] });
    expect(await lookAfter(services)).toEqual({ done: 0, refused: [], faults: [] });
    expect(asked).toEqual([request]);
    expect((await loadAccount(services, alex)).paymentMethods).toEqual([visa]);
  });

  test('a gateway that does not answer is asked again ever more rarely, until it does', async () => {
    const { services } = later(0, 'unknown');
    await remove(services);
    await lookAfter(services);
    const soon = later(59_000);
    await lookAfter(soon.services);
    expect(soon.asked).toEqual([]);
    const again = later(MINUTE, 'unknown');
    await lookAfter(again.services);
    const tooSoon = later(2 * MINUTE);
    await lookAfter(tooSoon.services);
    const last = later(3 * MINUTE);
    await lookAfter(last.services);
    expect([again.asked, tooSoon.asked, last.asked]).toEqual([[request], [], [request]]);
    expect(await store.accounts.due(START + HOUR, 10)).toEqual([]);
  });

  test('one that refuses is said to, and asked again after a day', async () => {
    const { services } = later(0, 'refused');
    await remove(services);
    expect(await lookAfter(services)).toEqual({ done: 0, refused: ['card-2'], faults: [] });
    expect(await lookAfter(later(23 * HOUR, 'refused').services)).toEqual({ done: 0, refused: [], faults: [] });
    expect(await lookAfter(later(24 * HOUR).services)).toEqual({ done: 1, refused: [], faults: [] });
  });

  test('another card that is deleted meanwhile is forgotten at once', async () => {
    await store.accounts.save({ ...account, paymentMethods: [visa, second, { ...visa, id: 'card-3' }] }, 1);
    await remove(later(0).services);
    await lookAfter(later(0, 'unknown').services);
    const { asked, services } = later(1_000);
    await changeAccount(services, alex, known => deletePaymentMethod({ paymentMethodId: 'card-3' }, known));
    await lookAfter(services);
    expect(asked.map(({ paymentMethodId }) => paymentMethodId)).toEqual(['card-2', 'card-3']);
  });

  test('whichever call of store or gateway fails, before or after it was done, it is forgotten in the end', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let k = 1; k <= 6; k++) {
        const { asked, services } = later(0);
        const { faulty } = failingAt({ store, gateway: services.gateway }, k, when);
        const shaky = { ...services, ...faulty };
        const version = (await store.accounts.load('contoso', 'alex'))?.version ?? NEW;
        await store.accounts.save(account, version);
        await remove(shaky).catch(() => undefined);
        await lookAfter(shaky).catch(() => undefined);
        await remove(services);
        await lookAfter(services);
        expect([when, k, asked.length > 0]).toEqual([when, k, true]);
        expect((await loadAccount(services, alex)).forgetting).toBeUndefined();
      }
    }
  });

  test('that one account cannot be looked after does not hinder another', async () => {
    await store.accounts.save({ ...accountOf('ana'), forgetting: ['card-9'] }, NEW);
    const { services } = later(0);
    await remove(services);
    const forget: Services['gateway']['forget'] = ({ purchaserId }) =>
      purchaserId === 'alex' ? Promise.reject(new Error('broken')) : Promise.resolve({ type: 'accepted' });
    const { done, faults } = await lookAfter({ ...services, gateway: { ...services.gateway, forget } });
    expect([done, faults.length]).toEqual([1, 1]);
    expect((await loadAccount(services, { ...alex, personId: 'ana' })).forgetting).toBeUndefined();
  });
});

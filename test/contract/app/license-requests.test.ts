import { setPolicy } from '../../../domain/app/admin';
import { buy } from '../../../domain/app/buy';
import { answerLicenseRequest, askFor, openRequests } from '../../../domain/app/license-requests';
import { lookAfter } from '../../../domain/app/look-after';
import type { Services } from '../../../domain/app/services';
import catalog from '../../../domain/catalog/catalog.json';
import type { GatewayAnswer } from '../../../domain/payments/port';
import { DAY } from '../../../domain/shared/instant';
import { NEW, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { personOf } from '../../support/domain';
import { accountOf } from '../../support/payer';
import { START } from '../../support/records';
import { alex, servicesOver } from '../../support/services';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

const people = ['alex', 'megan', 'joni'].map(id => personOf(id));
const megan = { tenantId: 'contoso', personId: 'megan' };
const joni = { tenantId: 'contoso', personId: 'joni' };
const productId = catalog.products.find(({ name }) => name === 'Visio Plan 2')?.id ?? '';
const asking = { productId, quantity: 3, operationId: 'ask-1' };
const order = (operationId: string, total = 3) =>
  ({ type: 'buy_subscription', operationId, productId, plan: { frequency: 'monthly', total } }) as const;

onEveryStore(kind => {
  let place: StoreUnderTest;
  let store: Store;
  beforeEach(async () => {
    place = await kind.open();
    store = createStore(place.documents);
    await store.accounts.save(accountOf('alex'), NEW);
    await setPolicy(servicesAt(0), megan, productId, 'disabled');
  });
  afterEach(() => place.dispose());

  const servicesAt = (days: number, changes: Partial<Services> = {}) =>
    servicesOver(store, people, { now: () => START + days * DAY, adminIds: ['megan', 'joni'], ...changes });

  const answering = (answer: () => GatewayAnswer['type']): Pick<Services, 'gateway'> => ({
    gateway: {
      charge: async () => ({ type: answer() }),
      refund: async () => ({ type: 'accepted' }),
      forget: async () => ({ type: 'accepted' }),
    },
  });

  const request = async () => (await store.requests.load('contoso', 'req-ask-1'))?.state;
  const approve = async () => {
    await askFor(servicesAt(0), alex, asking);
    expect(await answerLicenseRequest(servicesAt(1), megan, 'req-ask-1', { approved: true })).toMatchObject({
      ok: true,
    });
  };
  const toldTo = async (personId: string) => {
    const found = await store.notices.due(Number.MAX_SAFE_INTEGER - 1, 100);
    return found
      .filter(({ state: { to } }) => to.type === 'person' && to.personId === personId)
      .map(({ state: { notice } }) => notice.type);
  };

  test('asked once or five times at once, it is one request, and each admin is told once', async () => {
    const services = servicesAt(0);
    const asked = await Promise.all(Array.from({ length: 5 }, () => askFor(services, alex, asking)));
    expect(asked.every(({ ok }) => ok)).toBe(true);
    await askFor(services, alex, { ...asking, operationId: 'ask-2' });
    expect(await openRequests(services, megan)).toMatchObject({ value: [{ id: 'req-ask-1' }] });
    await Promise.all([lookAfter(services), lookAfter(services)]);
    await lookAfter(services);
    expect(await toldTo('megan')).toEqual(['admin_license_requested']);
    expect(await toldTo('joni')).toEqual(['admin_license_requested']);
    expect(await toldTo('alex')).toEqual([]);
  });

  test('of two admins who answer at once one is first, and the other hears how it was answered', async () => {
    await askFor(servicesAt(0), alex, asking);
    const answers = await Promise.all([
      answerLicenseRequest(servicesAt(1), megan, 'req-ask-1', { approved: true }),
      answerLicenseRequest(servicesAt(1), joni, 'req-ask-1', { approved: false }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const state = (await request())?.answer?.approved ? 'approved' : 'declined';
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'REQUEST_ENDED', state } });
    await lookAfter(servicesAt(1));
    expect(await toldTo('alex')).toEqual(['request_answered']);
  });

  test('of several orders at once one uses the approval, and nothing is charged for the others', async () => {
    await approve();
    let charges = 0;
    const services = servicesAt(
      2,
      answering(() => {
        charges += 1;
        return 'accepted';
      }),
    );
    const orders = await Promise.all(['o1', 'o2', 'o3', 'o4'].map(id => buy(services, alex, order(id))));
    expect(orders.filter(({ ok }) => ok)).toHaveLength(1);
    expect(charges).toBe(1);
    for (const each of orders) {
      if (!each.ok) expect(['APPROVAL_USED', 'PRODUCT_NOT_ALLOWED']).toContain(each.error.code);
    }
    const bought = await store.subscriptions.ofPurchaser('contoso', 'alex');
    expect(bought.map(({ state }) => state.subscription.id)).toEqual([(await request())?.order?.subscriptionId]);
  });

  test('an order that is refused by the bank does not use the approval up; the next one does', async () => {
    await approve();
    expect(
      await buy(
        servicesAt(
          2,
          answering(() => 'refused'),
        ),
        alex,
        order('o1'),
      ),
    ).toMatchObject({
      error: { code: 'CHARGE_REFUSED' },
    });
    expect((await request())?.order).toBeUndefined();
    expect(await buy(servicesAt(2), alex, order('o2'))).toMatchObject({ ok: true });
    expect(await buy(servicesAt(2), alex, order('o3'))).toMatchObject({ error: { code: 'PRODUCT_NOT_ALLOWED' } });
  });

  test('an order without an answer keeps the approval until the bank has said no', async () => {
    await approve();
    await buy(
      servicesAt(
        2,
        answering(() => 'unknown'),
      ),
      alex,
      order('o1'),
    );
    expect(await buy(servicesAt(2), alex, order('o2'))).toMatchObject({ error: { code: 'PRODUCT_NOT_ALLOWED' } });
    await lookAfter(
      servicesAt(
        3,
        answering(() => 'refused'),
      ),
    );
    expect(await buy(servicesAt(3), alex, order('o2'))).toMatchObject({ ok: true });
    expect((await request())?.order?.subscriptionId).toBe('sub-o2');
  });

  test('an order that another one was faster than is not charged, whoever settles it, and says so again', async () => {
    await approve();
    // Placed, and then its process ended before anything was taken.
    const crashed = servicesAt(2, {
      gateway: {
        ...answering(() => 'accepted').gateway,
        charge: () => Promise.reject(new Error('the end')),
      },
    });
    await expect(buy(crashed, alex, order('o1'))).rejects.toThrow('the end');
    const ours = await store.requests.load('contoso', 'req-ask-1');
    if (!ours) throw new Error('there is a request');
    await store.requests.save({ ...ours.state, order: { subscriptionId: 'sub-o2', at: START } }, ours.version);
    let charges = 0;
    const services = servicesAt(
      3,
      answering(() => {
        charges += 1;
        return 'accepted';
      }),
    );
    await lookAfter(services);
    expect(charges).toBe(0);
    expect(await buy(services, alex, order('o1'))).toMatchObject({ error: { code: 'APPROVAL_USED' } });
    expect((await request())?.order?.subscriptionId).toBe('sub-o2');
    expect(await toldTo('alex')).toContain('charge_settled');
  });

  test('a policy that allows buying again leaves the approval for when it does not', async () => {
    await approve();
    await setPolicy(servicesAt(2), megan, productId, 'enabled');
    expect(await buy(servicesAt(2), alex, order('o1', 9))).toMatchObject({ ok: true });
    expect((await request())?.order).toBeUndefined();
    await setPolicy(servicesAt(2), megan, productId, 'trials_only');
    expect(await buy(servicesAt(2), alex, order('o2', 9))).toMatchObject({
      error: { code: 'MORE_THAN_APPROVED', limit: 3 },
    });
    expect(await buy(servicesAt(2), alex, order('o2'))).toMatchObject({ ok: true });
    expect((await request())?.order?.subscriptionId).toBe('sub-o2');
  });

  test('an approval that was not used in 30 days is good for nothing, also before anybody has looked', async () => {
    await approve();
    expect(await buy(servicesAt(31), alex, order('o1'))).toMatchObject({ error: { code: 'PRODUCT_NOT_ALLOWED' } });
    await lookAfter(servicesAt(1));
    await lookAfter(servicesAt(31));
    expect(await toldTo('alex')).toEqual(['request_answered', 'request_lapsed']);
  });

  test('one that nobody answered lapses, and the next is asked at once, even if nobody has looked', async () => {
    await askFor(servicesAt(0), alex, asking);
    expect(await answerLicenseRequest(servicesAt(30), megan, 'req-ask-1', { approved: true })).toMatchObject({
      error: { code: 'REQUEST_ENDED', state: 'lapsed' },
    });
    const again = await askFor(servicesAt(30), alex, { ...asking, operationId: 'ask-2' });
    expect(again).toMatchObject({ value: { isNew: true, request: { id: 'req-ask-2' } } });
    expect(await openRequests(servicesAt(30), megan)).toMatchObject({ value: [{ id: 'req-ask-2' }] });
    await lookAfter(servicesAt(30));
    expect(await toldTo('alex')).toEqual(['request_lapsed']);
  });

  test('a directory that cannot be reached keeps admins from being told, and nothing else from being done', async () => {
    await askFor(servicesAt(0), alex, asking);
    const { directory } = servicesAt(0);
    const away = { ...directory, admins: () => Promise.reject(new Error('away')) };
    const { faults } = await lookAfter(servicesAt(0, { directory: away }));
    expect(faults).toHaveLength(1);
    await lookAfter(servicesAt(0));
    expect(await toldTo('megan')).toEqual(['admin_license_requested']);
  });
});

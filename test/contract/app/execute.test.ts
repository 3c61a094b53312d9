import { execute } from '../../../domain/app/execute';
import type { Services } from '../../../domain/app/services';
import { NEW, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import type { AssignLicense } from '../../../domain/subscription/commands';
import { personOf } from '../../support/domain';
import { recordOf } from '../../support/records';
import { alex, servicesOver } from '../../support/services';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

const people = Array.from({ length: 50 }, (_, index) => personOf(`person-${index}`));
const assign = (operationId: string, ...named: readonly string[]): AssignLicense => ({
  ...{ type: 'assign_license', subscriptionId: 'sub-1', operationId, people: named },
});

onEveryStore(kind => {
  let place: StoreUnderTest;
  let store: Store;
  let services: Services;
  beforeAll(async () => {
    place = await kind.open();
  });
  afterAll(() => place.dispose());
  beforeEach(() => {
    store = createStore(place.documents);
    services = servicesOver(store, people);
  });

  const given = async (id: string, total: number): Promise<void> => {
    await store.subscriptions.save(recordOf({ id, total }), NEW);
  };
  const holders = async (id: string): Promise<readonly string[]> =>
    (await store.subscriptions.load('contoso', id))?.state.subscription.assignments.map(held => held.personId) ?? [];

  test('50 people race for the last 5 licenses: exactly 5 hold one, and everyone gets an answer', async () => {
    await given('race', 5);
    const racing = people.map(({ id }, index) =>
      execute(servicesOver(store, people, { now: Date.now }), alex, {
        ...assign(`op-${index}`, id),
        subscriptionId: 'race',
      }),
    );
    const answers = await Promise.all(racing);
    expect(answers.filter(answer => answer.ok)).toHaveLength(5);
    const refusals = answers.flatMap(answer => (answer.ok ? [] : answer.error.code));
    expect(new Set(refusals)).toEqual(new Set(['TOO_FEW_LICENSES']));
    expect(new Set(await holders('race')).size).toBe(5);
  });

  test('a repeated operation replays its receipt and changes nothing', async () => {
    await given('repeat', 5);
    const command = { ...assign('op-1', 'person-1', 'nobody'), subscriptionId: 'repeat' };
    const first = await execute(services, alex, command);
    const before = await store.subscriptions.load('contoso', 'repeat');
    const second = await execute(services, alex, command);
    expect(first).toMatchObject({ ok: true, value: { replayed: false } });
    expect(second).toMatchObject({ ok: true, value: { replayed: true } });
    expect(second.ok && second.value.outcome).toEqual(first.ok && first.value.outcome);
    expect(await store.subscriptions.load('contoso', 'repeat')).toEqual(before);
  });

  test('the same operation sent ten times at once is done once', async () => {
    await given('at-once', 5);
    const command = { ...assign('op-1', 'person-1'), subscriptionId: 'at-once' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => execute(services, alex, command)));
    expect(answers.every(answer => answer.ok)).toBe(true);
    expect(await holders('at-once')).toEqual(['person-1']);
  });

  test('nothing is written when nothing changes', async () => {
    await given('unchanged', 5);
    await execute(services, alex, { ...assign('op-1', 'person-1'), subscriptionId: 'unchanged' });
    const before = await store.subscriptions.load('contoso', 'unchanged');
    await execute(services, alex, { ...assign('op-2', 'person-1'), subscriptionId: 'unchanged' });
    expect((await store.subscriptions.load('contoso', 'unchanged'))?.version).toBe(before?.version);
  });

  test('only the purchaser changes a subscription, and only in the purchaser’s tenant', async () => {
    await given('mine', 5);
    const command = { ...assign('op-1', 'person-1'), subscriptionId: 'mine' };
    const colleague = await execute(services, { tenantId: 'contoso', personId: 'person-2' }, command);
    const stranger = await execute(services, { tenantId: 'fabrikam', personId: 'alex' }, command);
    expect(colleague).toEqual({ ok: false, error: { code: 'NOT_PURCHASER' } });
    expect(stranger).toEqual({ ok: false, error: { code: 'SUBSCRIPTION_NOT_FOUND' } });
    expect(await holders('mine')).toEqual([]);
  });

  test('somebody who loses every race for 3 seconds is told that the bot is busy, and nothing was changed', async () => {
    await given('busy', 5);
    let now = 0;
    const contested: Services = {
      ...services,
      now: () => now,
      pause: async () => {
        now += 1_000;
      },
      store: { ...store, subscriptions: { ...store.subscriptions, save: async () => false } },
    };
    const answer = await execute(contested, alex, { ...assign('op-1', 'person-1'), subscriptionId: 'busy' });
    expect(answer).toEqual({ ok: false, error: { code: 'BUSY' } });
    expect(await holders('busy')).toEqual([]);
  });
});

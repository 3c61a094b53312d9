import { execute } from '../../../domain/app/execute';
import { NEW } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { personOf } from '../../support/domain';
import { accountOf } from '../../support/payer';
import { recordOf } from '../../support/records';
import { alex, servicesOver } from '../../support/services';
import { onEveryStore } from '../../support/stores';

onEveryStore(kind => {
  test('a card that moved money is used for good, also when its receipt is forgotten long since', async () => {
    const place = await kind.open();
    const store = createStore(place.documents);
    const services = servicesOver(store, [personOf('alex'), personOf('ana')]);
    await store.accounts.save(accountOf('alex'), NEW);
    await store.subscriptions.save(recordOf(), NEW);
    const on = { subscriptionId: 'sub-1' };
    const set = (total: number, operationId: string) =>
      execute(services, alex, { type: 'set_license_total', total, operationId, ...on });
    expect((await set(20, 'more')).ok).toBe(true);
    expect((await set(10, 'fewer')).ok).toBe(true);
    for (let turn = 0; turn < 30; turn++) {
      for (const type of ['assign_license', 'unassign_license'] as const) {
        await execute(services, alex, { type, people: ['ana'], operationId: `${type}-${turn}`, ...on });
      }
    }
    expect(await set(20, 'more')).toEqual({ ok: false, error: { code: 'CARD_USED' } });
    expect(await set(8, 'fewer')).toEqual({ ok: false, error: { code: 'CARD_USED' } });
    expect((await store.subscriptions.load('contoso', 'sub-1'))?.state.subscription.total).toBe(10);
    await place.dispose();
  });
});

import { wake } from '../../../domain/app/wake';
import { DAY } from '../../../domain/shared/instant';
import { NEW } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { START } from '../../support/records';
import { servicesOver } from '../../support/services';
import { onEveryStore } from '../../support/stores';

onEveryStore(kind => {
  test('what waited for somebody who comes is due at once, in the order in which it happened', async () => {
    const place = await kind.open();
    const store = createStore(place.documents);
    const now = START + DAY;
    const waiting = {
      tenantId: 'contoso',
      to: { type: 'person', personId: 'ana' },
      tries: 1,
      dueAt: now + DAY,
    } as const;
    await store.notices.save({ ...waiting, id: 'z', at: START, notice: { type: 'license_gained' } }, NEW);
    await store.notices.save({ ...waiting, id: 'a', at: START + 1, notice: { type: 'license_lost' } }, NEW);
    await wake(servicesOver(store, [], { now: () => now }), { tenantId: 'contoso', personId: 'ana' });
    expect((await store.notices.due(now, 10)).map(({ state }) => state.notice.type)).toEqual([
      'license_gained',
      'license_lost',
    ]);
    await place.dispose();
  });
});

import { openMongoStore } from '../../domain/store/mongo';
import { createStore } from '../../domain/store/store';
import type { SubscriptionCommand } from '../../domain/subscription/commands';
import { dropDatabase, onMongo, sharedMongoUri } from '../support/stores';
import { expectSound } from './invariants';
import { members, products, World } from './world';

const COMMANDS = 200;

/** Everybody wants something else of the same subscription, and every tenth thing is asked of both replicas. */
const commandOf = (index: number): SubscriptionCommand => {
  const to = { subscriptionId: 'sub-bought', operationId: `op-${index}` };
  const person = members[index % members.length] ?? 'p0';
  switch (index % 10) {
    case 0:
    case 1:
    case 2:
      return { type: 'assign_license', people: [person], ...to };
    case 3:
      return { type: 'unassign_license', people: [person], ...to };
    case 4:
    case 5:
      return { type: 'set_license_total', total: 2 + (index % 5), ...to };
    case 6:
      return { type: 'turn_recurring_billing', on: index % 20 === 6, withdraws: true, ...to };
    case 7:
      return { type: 'undo', undoes: `op-${index - 7}`, ...to };
    case 8:
      return { type: 'reactivate_subscription', ...to };
    default:
      return index === 199
        ? { type: 'cancel_subscription', reason: 'other', ...to }
        : { type: 'assign_license', people: [...members], ...to };
  }
};

onMongo(() => {
  test(`two replicas, ${COMMANDS} conflicting commands at once: every rule holds and everybody gets an answer`, async () => {
    const place = { uri: sharedMongoUri(), database: `replicas_${Date.now()}` };
    const stores = [createStore(await openMongoStore(place)), createStore(await openMongoStore(place))] as const;
    const first = new World(stores[0]);
    const second = new World(stores[1], first.bank);
    await first.lay();
    const plan = { frequency: 'monthly', total: 3 } as const;
    const productId = products[0]?.id ?? '';
    await first.buy('alex', { type: 'buy_subscription', operationId: 'bought', productId, plan });

    const asked = Array.from({ length: COMMANDS }, (_, index) => {
      const replicas = index % 10 === 0 ? [first, second] : [index % 2 === 0 ? first : second];
      return replicas.map(replica => replica.execute('alex', commandOf(index)));
    });
    const workers = [first.settle(), second.settle()];
    const answers = await Promise.all(asked.flat());
    await Promise.all(workers);
    expect(answers).toHaveLength(COMMANDS + COMMANDS / 10);
    for (const answer of answers)
      expect(typeof (answer.ok ? answer.value.outcome.type : answer.error.code)).toBe('string');
    expect(answers.filter(answer => answer.ok).length).toBeGreaterThan(10);

    first.now += 86_400_000;
    await first.settle();
    const record = await second.record('sub-bought');
    expect(record).toBeDefined();
    if (!record) return;
    await expectSound(second, record, 'alex');
    await Promise.all(stores.map(store => store.close()));
    await dropDatabase(place.uri, place.database);
  }, 60_000);
});

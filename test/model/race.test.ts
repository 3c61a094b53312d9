import fc from 'fast-check';
import type { Executed } from '../../domain/app/executed';
import type { Refusal } from '../../domain/shared/refusal';
import type { Result } from '../../domain/shared/result';
import { createStore } from '../../domain/store/store';
import type { BuySubscription, SubscriptionCommand } from '../../domain/subscription/commands';
import { runs } from '../support/runs';
import { onEveryStore } from '../support/stores';
import { expectSound } from './invariants';
import { type Step, step } from './steps';
import { type Purchaser, products, World } from './world';

const SEED = Number(process.env['MODEL_SEED'] ?? Date.now() % 2 ** 31);

/** Everything of a round happens at once, some of it sent twice; what must be so is looked at when it is over. */
class Race {
  readonly #ids: { readonly id: string; readonly by: Purchaser }[] = [];
  #operations = 0;

  constructor(readonly world: World) {}

  async round(steps: readonly Step[]): Promise<void> {
    await Promise.all(steps.map(now => this.#take(now)));
    for (const { id, by } of this.#ids) {
      const record = await this.world.record(id);
      if (record) await expectSound(this.world, record, by);
    }
  }

  async #take(now: Step): Promise<void> {
    const { world } = this;
    switch (now.do) {
      case 'wait':
        world.now += now.hours * 3_600_000;
        return;
      case 'look after':
      case 'repeat':
        return world.settle();
      case 'undo':
        return;
      case 'buy': {
        const operationId = this.#operation();
        this.#ids.push({ id: `sub-${operationId}`, by: now.by });
        const productId = products[now.product]?.id ?? '';
        const command: BuySubscription = { type: 'buy_subscription', operationId, productId, plan: now.plan };
        return this.#twice(() => world.buy(now.by, command));
      }
      case 'wish': {
        const target = this.#ids[now.which % Math.max(1, this.#ids.length)];
        if (!target) return;
        const command: SubscriptionCommand = {
          ...{ subscriptionId: target.id, operationId: this.#operation() },
          ...now.wish,
        };
        return this.#twice(() => world.execute(target.by, command));
      }
    }
  }

  #operation(): string {
    this.#operations += 1;
    return `op-${this.#operations}`;
  }

  /** The same press delivered twice; of what was done, both are told the same. */
  async #twice(run: () => Promise<Result<Executed, Refusal>>): Promise<void> {
    const [one, other] = await Promise.all([run(), run()]);
    if (one.ok && other.ok && one.value.changed && other.value.changed) {
      expect(one.value.outcome).toEqual(other.value.outcome);
    }
  }
}

onEveryStore(kind => {
  const races = runs(kind.name === 'mongo' ? 10 : 100);
  test(`${races} random races keep every rule, to the cent (seed ${SEED})`, async () => {
    const rounds = fc.array(fc.array(step, { minLength: 2, maxLength: 10 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rounds, async played => {
        const place = await kind.open();
        try {
          const race = new Race(new World(createStore(place.documents), undefined, { TW: 777 }));
          await race.world.lay();
          for (const steps of played) await race.round(steps);
          race.world.now += 86_400_000;
          await race.world.settle();
          await race.round([]);
        } finally {
          await place.dispose();
        }
      }),
      { numRuns: races, seed: SEED },
    );
  }, 600_000);
});

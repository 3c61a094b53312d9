import fc from 'fast-check';
import type { Executed } from '../../domain/app/executed';
import { HOUR } from '../../domain/shared/instant';
import type { Refusal } from '../../domain/shared/refusal';
import type { Result } from '../../domain/shared/result';
import type { Store, SubscriptionRecord } from '../../domain/store/port';
import { createStore } from '../../domain/store/store';
import type { BuySubscription, SubscriptionCommand } from '../../domain/subscription/commands';
import type { Order } from '../../domain/subscription/history';
import { lifeDueAt } from '../../domain/subscription/life';
import { visa } from '../support/payer';
import { runs } from '../support/runs';
import { onEveryStore, type StoreKind } from '../support/stores';
import { type Bank, sandboxBank, stripeBank } from './bank';
import { expectationOf } from './expectation';
import { expectSound, holdersOf } from './invariants';
import { type Step, step } from './steps';
import { type Purchaser, products, purchasers, World } from './world';

const SEED = Number(process.env['MODEL_SEED'] ?? Date.now() % 2 ** 31);

/** A life of one tenant, step by step, checked after each. */
class Life {
  readonly #ids: { readonly id: string; readonly by: Purchaser }[] = [];
  #operations = 0;
  #last: (() => Promise<unknown>) | undefined;

  constructor(
    readonly world: World,
    readonly taxRate = 0,
  ) {}

  #taxOn(cost = 0): number {
    return Math.floor((cost * this.taxRate) / 10_000 + 0.5);
  }

  async take(now: Step): Promise<void> {
    const { world } = this;
    if ('mood' in now) world.mood = now.mood;
    switch (now.do) {
      case 'wait':
        world.now += now.hours * HOUR;
        return;
      case 'look after':
        await world.settle();
        if (now.mood === 'takes') await this.#expectNothingDue();
        return;
      case 'buy':
        return this.#buy(now);
      case 'repeat':
        return this.#repeat();
      case 'undo':
        return this.#undo(now.which);
      case 'wish':
        return this.#wish(now);
    }
  }

  async #buy({ by: purchaser, plan: wanted, product }: Extract<Step, { do: 'buy' }>): Promise<void> {
    this.#operations += 1;
    const operationId = `op-${this.#operations}`;
    const productId = products[product]?.id ?? '';
    const command: BuySubscription = { type: 'buy_subscription', operationId, productId, plan: wanted };
    const run = () => this.world.buy(purchaser, command);
    const hasTrial = (await this.#records()).some(
      record =>
        record?.subscription.purchaserId === purchaser &&
        record.subscription.productId === productId &&
        record.subscription.trial &&
        !['ordered', 'deleted'].includes(record.subscription.status),
    );
    const done = await run();
    this.#remember(run, done);
    this.#ids.push({ id: `sub-${operationId}`, by: purchaser });
    const found = await this.world.record(`sub-${operationId}`);
    if (wanted !== 'trial' && (wanted.total < 1 || wanted.total > 10_000)) {
      expect(done).toMatchObject({ error: { code: 'TOTAL_OUT_OF_RANGE' } });
      expect(found).toBeUndefined();
    } else if (wanted === 'trial' && hasTrial) {
      expect(done).toMatchObject({ error: { code: 'TRIAL_USED' } });
      expect(found).toBeUndefined();
    } else if (wanted === 'trial' || this.world.mood === 'takes') {
      expect(found?.subscription).toMatchObject({ status: 'active', purchaserId: purchaser });
    } else if (this.world.mood === 'refuses') {
      expect(done).toMatchObject({ error: { code: 'CHARGE_REFUSED' } });
      expect(found?.subscription.status).toBe('deleted');
    } else {
      expect(done).toMatchObject({ value: { outcome: { type: 'charge_unknown' } } });
      expect(found?.subscription.status).toBe('ordered');
    }
  }

  async #wish({ which: index, by: purchaser, wish: wanted }: Extract<Step, { do: 'wish' }>): Promise<void> {
    const target = this.#ids[index % Math.max(1, this.#ids.length)];
    if (!target) return;
    this.#operations += 1;
    const command: SubscriptionCommand = {
      ...{ subscriptionId: target.id, operationId: `op-${this.#operations}` },
      ...wanted,
    };
    const before = await this.world.record(target.id);
    const run = () => this.world.execute(purchaser, command);
    const done = await run();
    this.#remember(run, done);
    const now = await this.world.record(target.id);
    const code = done.ok ? undefined : done.error.code;
    if (!before || before.subscription.status === 'deleted' || before.subscription.status === 'ordered') {
      expect(code).toBe('SUBSCRIPTION_NOT_FOUND');
    } else if (target.by !== purchaser) {
      expect(code).toBe('NOT_PURCHASER');
    } else if (before.pending && !command.type.includes('assign')) {
      expect(code).toBe('CHARGE_PENDING');
    } else if (now) {
      this.#compare(command, before, now, code);
      return;
    }
    expect(now).toEqual(before);
  }

  #compare(
    command: SubscriptionCommand,
    before: SubscriptionRecord,
    now: SubscriptionRecord,
    code: string | undefined,
  ): void {
    const expected = expectationOf(before.subscription, command, this.world.now);
    if (typeof expected === 'string') {
      expect(code).toBe(expected);
      expect(now).toEqual(before);
      return;
    }
    const isCharged = (expected.cost ?? 0) > 0;
    if (isCharged && this.world.mood === 'refuses') {
      expect(code).toBe('CHARGE_REFUSED');
      expect(now.subscription).toEqual(before.subscription);
    } else if (isCharged && this.world.mood !== 'takes') {
      expect(now.pending?.amount.minor).toBe((expected.cost ?? 0) + this.#taxOn(expected.cost));
      expect(now.subscription).toEqual(before.subscription);
    } else {
      expect(code).toBeUndefined();
      expect({ ...now.subscription, ...expected.is }).toEqual(now.subscription);
      if (expected.holders) expect(holdersOf(now)).toEqual([...expected.holders]);
      this.#compareCost(isCharged ? expected.cost : undefined, now.history.slice(before.history.length).at(-1));
    }
  }

  /** Undefined: nothing was to be charged. */
  #compareCost(expected: number | undefined, order: Order | undefined): void {
    const [cost, tax] = [order?.cost?.minor ?? 0, order?.tax?.minor ?? 0];
    if (expected === undefined) expect([cost <= 0, tax <= 0]).toEqual([true, true]);
    else expect([cost, tax]).toEqual([expected, this.#taxOn(expected)]);
  }

  /** What was refused, or changed nothing, is decided again when it is asked again. */
  #remember(run: () => Promise<unknown>, done: Result<Executed, Refusal>): void {
    const { outcome, changed } = done.ok ? done.value : {};
    this.#last = changed || outcome?.type === 'charge_unknown' ? run : undefined;
  }

  /** Nothing may happen twice, whatever became of it the first time. */
  async #repeat(): Promise<void> {
    if (!this.#last) return;
    const before = await this.#records();
    const isWaiting = before.some(record => record?.pending !== undefined);
    await this.#last();
    if (!isWaiting) expect(await this.#records()).toEqual(before);
  }

  async #undo(index: number): Promise<void> {
    const target = this.#ids[index % Math.max(1, this.#ids.length)];
    const undoes = target && (await this.world.record(target.id))?.receipts.at(-1)?.operationId;
    if (!target || undoes === undefined) return;
    this.#operations += 1;
    const operationId = `op-${this.#operations}`;
    this.#last = undefined;
    await this.world.execute(target.by, { type: 'undo', subscriptionId: target.id, operationId, undoes });
  }

  #records(): Promise<readonly (SubscriptionRecord | undefined)[]> {
    return Promise.all(this.#ids.map(({ id }) => this.world.record(id)));
  }

  async #expectNothingDue(): Promise<void> {
    for (const record of await this.#records()) {
      if (!record || (record.waitUntil ?? 0) > this.world.now) continue;
      expect([record.pending, record.outbox]).toEqual([undefined, []]);
      expect(lifeDueAt(record.subscription) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(this.world.now);
    }
  }

  /** What must be so at any moment, whatever was done. */
  async check(): Promise<void> {
    for (const { id, by: purchaser } of this.#ids) {
      const record = await this.world.record(id);
      if (record) await expectSound(this.world, record, purchaser);
    }
  }
}

const live = async (
  kind: StoreKind,
  steps: readonly Step[],
  rate: number,
  bankOf: (store: Store) => Promise<Bank>,
): Promise<void> => {
  const place = await kind.open();
  const store = createStore(place.documents);
  const bank = await bankOf(store);
  try {
    const life = new Life(new World(store, bank, { TW: rate }), rate);
    await life.world.lay();
    for (const now of steps) {
      await life.take(now);
      await life.check();
    }
    // In the end the gateway is well, and everything that was left open is settled.
    await life.take({ do: 'wait', hours: 24 });
    await life.take({ do: 'look after', mood: 'takes' });
    await life.check();
  } finally {
    await bank.close();
    await place.dispose();
  }
};

const lives = fc.array(step, { minLength: 3, maxLength: 24 });

/** In basis points: none, the round ones that countries have, and ones that make every cent count. */
const taxRate = fc.constantFrom(0, 500, 777, 2_550);

onEveryStore(kind => {
  const lived = runs(kind.name === 'mongo' ? 10 : 1000);
  test(`${lived} random lives keep every rule, to the cent (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(lives, taxRate, (steps, rate) => live(kind, steps, rate, () => Promise.resolve(sandboxBank()))),
      { numRuns: lived, seed: SEED, endOnFailure: false },
    );
  }, 600_000);

  const livedWithStripe = runs(kind.name === 'mongo' ? 10 : 100);
  test(`${livedWithStripe} random lives with Stripe keep every rule, to the cent (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(lives, taxRate, (steps, rate) =>
        live(kind, steps, rate, store => stripeBank(store, purchasers, visa.id)),
      ),
      { numRuns: livedWithStripe, seed: SEED, endOnFailure: false },
    );
  }, 600_000);
});

import { lookAfter } from '../../domain/app/look-after';
import type { Services } from '../../domain/app/services';
import type { Invoice } from '../../domain/billing/invoice';
import type { GatewayAnswer, PaymentGateway } from '../../domain/payments/port';
import { createSandboxGateway, type SandboxEntry } from '../../domain/payments/sandbox';
import { addMonths, DAY, HOUR, type Instant } from '../../domain/shared/instant';
import { NEW, type Store } from '../../domain/store/port';
import { createStore } from '../../domain/store/store';
import { sumOf } from '../model/world';
import { type Fate, mortal } from '../support/mortal';
import { accountOf } from '../support/payer';
import { recordOf, START } from '../support/records';
import { servicesOver } from '../support/services';
import { embedded } from '../support/stores';
import { startStripePlace } from '../support/stripe-place';

/** How many subscriptions live through it; RENEWALS_SUBSCRIPTIONS and RENEWALS_SEED say otherwise. */
const SUBSCRIPTIONS = Number(process.env['RENEWALS_SUBSCRIPTIONS'] ?? 1_000);
const SEED = Number(process.env['RENEWALS_SEED'] ?? Date.now() % 2 ** 31);
const TENANTS = 50;
const MONTHS = 24;
const REPLICAS = 2;
/** Of a call of store or gateway, and of an answer of the gateway. */
const DEATH = 1 / 400;
const SILENCE = 1 / 20;

/** Mulberry32: the same numbers for the same seed. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The gateway of a test, and what really moved through it. */
interface Under {
  connect(store: Store): PaymentGateway;
  moved(subscriptionId: string): Promise<number>;
  charges(): Promise<number>;
  at(now: Instant): void;
  close(): Promise<void>;
}

const sandbox = async (store: Store): Promise<Under> => {
  const entriesOf = (id: string) => store.charges.ofSubscription<SandboxEntry>(tenantOf(id), id);
  return {
    connect: records => createSandboxGateway(records.charges),
    moved: async id => (await entriesOf(id)).reduce((sum, { amount }) => sum + amount, 0),
    charges: async () => {
      let sum = 0;
      for (const { id } of bought) sum += (await entriesOf(id)).length;
      return sum;
    },
    at: () => undefined,
    close: () => Promise.resolve(),
  };
};

const stripe = async (store: Store): Promise<Under> => {
  const place = await startStripePlace(store);
  place.server.books.addCard('visa-4242');
  for (const tenant of tenants) place.server.books.addCard(`visa-of-${tenant}`);
  return {
    connect: records => place.connect(records).gateway,
    moved: id => Promise.resolve(place.server.books.moved(id)),
    charges: () => Promise.resolve(place.server.books.succeeded.length),
    at: now => {
      place.now = now;
    },
    close: () => place.server.close(),
  };
};

const tenants = Array.from({ length: TENANTS }, (_, index) => `tenant-${index}`);
const tenantOf = (subscriptionId: string): string => tenants[Number(subscriptionId.split('-')[1]) % TENANTS] ?? '';

/** Bought on the days of one month, so that each day some renew. */
const bought = Array.from({ length: SUBSCRIPTIONS }, (_, index) => {
  const id = `sub-${index}`;
  const purchasedAt = START + (index % 31) * DAY + (index % 24) * HOUR;
  const total = 1 + (index % 9);
  return recordOf({
    ...{ id, tenantId: tenantOf(id), total, purchasedAt, countedFrom: purchasedAt, statusSince: purchasedAt },
    ...{ periodStart: purchasedAt, periodEnd: addMonths(purchasedAt, 1) },
  }).subscription;
});

class Simulation {
  now = START;
  deaths = 0;
  silences = 0;
  readonly #random = randomFrom(SEED);

  constructor(
    readonly store: Store,
    readonly under: Under,
  ) {}

  async lay(): Promise<void> {
    for (const tenantId of tenants) {
      const account = accountOf('alex');
      const [card] = account.paymentMethods;
      const [profile] = account.billingProfiles;
      if (!card || !profile) throw new Error('an account has a card');
      const id = `visa-of-${tenantId}`;
      await this.store.accounts.save(
        {
          ...{ ...account, tenantId, paymentMethods: [{ ...card, id }] },
          billingProfiles: [{ ...profile, paymentMethodId: id }],
        },
        NEW,
      );
    }
    for (const { id, ...rest } of bought) await this.store.subscriptions.save(recordOf({ id, ...rest }), NEW);
  }

  /** Some hours pass, and every replica looks after what is due, killed at random and then started anew. */
  async pass(hours: number, isCalm = false): Promise<void> {
    this.now += hours * HOUR;
    this.under.at(this.now);
    await Promise.all(Array.from({ length: REPLICAS }, () => this.#replica(isCalm)));
  }

  async #replica(isCalm: boolean): Promise<void> {
    for (;;) {
      const { seen, isDead } = mortal(this.store, () => this.#fate(isCalm));
      const services = servicesOver(seen, [], { now: () => this.now, gateway: this.#gateway(seen, isCalm) });
      const { faults } = await lookAfter(services).catch(fault => ({ faults: [fault] }));
      if (!isDead()) {
        for (const fault of faults) throw fault;
        return;
      }
      this.deaths += 1;
    }
  }

  #fate(isCalm: boolean): Fate {
    if (isCalm || this.#random() >= DEATH) return 'lives';
    return this.#random() < 0.5 ? 'dies_before' : 'dies_after';
  }

  /** Sometimes it is not heard, having done what it was asked or not. */
  #gateway(seen: Store, isCalm: boolean): Services['gateway'] {
    const real = this.under.connect(seen);
    const silent = async (move: () => Promise<GatewayAnswer>): Promise<GatewayAnswer> => {
      if (isCalm || this.#random() >= SILENCE) return move();
      this.silences += 1;
      if (this.#random() < 0.5) await move();
      return { type: 'unknown' };
    };
    return {
      charge: request => silent(() => real.charge(request)),
      refund: request => silent(() => real.refund(request)),
      forget: request => silent(() => real.forget(request)),
    };
  }
}

const startsOf = (invoices: readonly Invoice[]): readonly Instant[] =>
  invoices.map(({ lines }) => lines[0]?.from ?? 0).sort((one, other) => one - other);

describe.each([
  ['the sandbox', sandbox],
  ['Stripe', stripe],
])('with %s', (_name, open) => {
  test(`${MONTHS} months of ${SUBSCRIPTIONS} subscriptions, ${REPLICAS} replicas killed at random: each renewal exactly once (seed ${SEED})`, async () => {
    const files = await embedded.open();
    const store = createStore(files.documents);
    const under = await open(store);
    const simulation = new Simulation(store, under);
    await simulation.lay();
    const end = addMonths(START, MONTHS + 2);
    while (simulation.now < end) await simulation.pass(12);
    // What was left in the middle is over when leases and waits are, at the latest after an hour.
    for (const _ of [1, 2, 3]) await simulation.pass(2, true);

    let renewals = 0;
    for (const { id, tenantId, countedFrom } of bought) {
      const record = (await store.subscriptions.load(tenantId, id))?.state;
      expect([id, record?.pending, record?.outbox, record?.subscription.status]).toEqual([id, undefined, [], 'active']);
      const range = { from: START, to: end + DAY, limit: 10_000 };
      const all = await store.invoices.ofPurchaser(tenantId, 'alex', range);
      const invoices = all.filter(({ subscriptionId }) => subscriptionId === id);
      const due = Array.from({ length: MONTHS + 2 }, (_, month) => addMonths(countedFrom, month + 1));
      const starts = due.filter(start => start <= simulation.now);
      expect(startsOf(invoices)).toEqual(starts);
      expect(record?.history.filter(({ type }) => type === 'SubscriptionRenewed')).toHaveLength(starts.length);
      expect([id, await under.moved(id)]).toEqual([id, sumOf(invoices)]);
      renewals += starts.length;
    }
    expect(await under.charges()).toBe(renewals);
    expect(renewals).toBeGreaterThanOrEqual(SUBSCRIPTIONS * MONTHS);
    expect(simulation.deaths).toBeGreaterThan(SUBSCRIPTIONS / 10);
    expect(simulation.silences).toBeGreaterThan(SUBSCRIPTIONS / 10);
    process.stderr.write(
      `${renewals} renewals, ${simulation.deaths} kills, ${simulation.silences} lost answers of the gateway\n`,
    );
    await under.close();
    await files.dispose();
  }, 2_000_000);
});

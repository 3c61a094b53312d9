import { randomInt, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookAfter } from '../../domain/app/look-after';
import { invoiceTotal } from '../../domain/billing/invoice';
import catalog from '../../domain/catalog/catalog.json';
import type { SandboxEntry } from '../../domain/payments/sandbox';
import { DAY } from '../../domain/shared/instant';
import { createStore } from '../../domain/store/store';
import { ALEX, type Button, TENANT } from '../support/bot';
import { type BotProcess, startBotProcess } from '../support/bot-process';
import { openPlace, type Place } from '../support/saving-process';
import { servicesOver } from '../support/services';
import { onMongo, ownDatabase } from '../support/stores';

const KILLS = Number(process.env['PURCHASE_KILLS'] ?? 50);
const AT_ONCE = 6;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purchase-kill-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What the bot said it had done: the subscriptions, their licenses, and whether they were cancelled. */
interface Promised {
  readonly totals: Map<string, number>;
  readonly cancelled: Set<string>;
}

const visio = catalog.products.find(({ name }) => name === 'Visio Plan 1')?.id ?? '';

const pressOf = (data: { readonly type: string } & Record<string, unknown>): Button => ({
  ...{ type: 'Action.Execute', title: '', verb: data.type, data },
  fallback: { type: 'Action.Submit', data },
});

/** Buys, adds licenses and cancels as quickly as it is answered, until the bot is gone. */
const shop = async (bot: BotProcess, promised: Promised, onBought: () => void): Promise<void> => {
  for (;;) {
    const operationId = randomUUID();
    const total = randomInt(1, 5);
    const order = {
      productId: visio,
      quantity: total,
      frequency: 'monthly',
      agreed: `${total}:monthly:${total * 500}`,
      purchaserId: ALEX,
    };
    const bought = await bot.press(pressOf({ type: 'buy_subscription', ...order, operationId }));
    expect(bought.text).toContain('You bought Visio Plan 1');
    const subscriptionId = `sub-${operationId}`;
    promised.totals.set(subscriptionId, total);
    onBought();

    const more = { subscriptionId, quantity: total + 2, agreed: `${total + 2}:now:100000`, operationId: randomUUID() };
    const added = await bot.press(pressOf({ type: 'set_license_total', ...more }));
    expect(added.text).toContain(`Visio Plan 1 has ${total + 2} licenses now`);
    promised.totals.set(subscriptionId, total + 2);
    if (randomInt(3) > 0) continue;

    const end = { subscriptionId, reason: 'other', operationId: randomUUID() };
    const cancelled = await bot.press(pressOf({ type: 'cancel_subscription', ...end }));
    expect(cancelled.text).toContain('is cancelled');
    promised.cancelled.add(subscriptionId);
  }
};

const isGone = (error: unknown): boolean => /fetch failed|terminated|other side closed/.test(String(error));

const shopUntilKilled = async (env: Readonly<Record<string, string>>, promised: Promised): Promise<void> => {
  const bot = await startBotProcess({ DEMO_DATA: '1', ...env });
  const kill = (within: number): void => void setTimeout(() => void bot.end('SIGKILL'), randomInt(within));
  // Mostly once something was bought, however slow the machine; else at any time.
  const isEarly = randomInt(4) === 0;
  if (isEarly) kill(400);
  const onBought = (): void => (isEarly ? undefined : kill(300));
  const shoppers = Array.from({ length: AT_ONCE }, () => shop(bot, promised, onBought));
  for (const shopper of await Promise.allSettled(shoppers)) {
    if (shopper.status === 'rejected' && !isGone(shopper.reason)) throw shopper.reason;
  }
  await bot.end('SIGKILL');
};

const expectKept = async (place: Place, { totals, cancelled }: Promised): Promise<void> => {
  const documents = await openPlace(place);
  const store = createStore(documents);
  for (const [id, total] of totals) {
    const found = (await store.subscriptions.load(TENANT, id))?.state.subscription;
    expect([id, found?.total]).toEqual([id, expect.any(Number)]);
    // What was under way when the bot was killed may have been done as well, though nobody was told.
    expect([total, total + 2]).toContain(found?.total);
    if (cancelled.has(id)) expect(found?.status).toBe('disabled');
  }
  await documents.close();
};

/** Once everything was looked after: each charge has its subscription and its invoice, and nothing was charged twice. */
const expectBooksToBalance = async (place: Place): Promise<{ readonly charges: number }> => {
  const documents = await openPlace(place);
  const store = createStore(documents);
  const later = Date.now() + 10 * 60_000;
  const services = servicesOver(store, [], { now: () => later });
  expect((await lookAfter(services)).faults).toEqual([]);
  const moved = new Map<string, number>();
  const charges = await documents.find('charges', { filter: {} });
  for (const { state } of charges) {
    const { type, answer, amount, subscriptionId } = state as SandboxEntry;
    expect(answer).toBe('accepted');
    moved.set(subscriptionId, (moved.get(subscriptionId) ?? 0) + (type === 'charge' ? amount : -amount));
  }
  const range = { from: Date.now() - DAY, to: later + DAY, limit: 1_000_000 };
  const invoiced = new Map<string, number>();
  const invoices = (await store.invoices.ofPurchaser(TENANT, ALEX, range)).filter(({ id }) => id.includes(':sub-'));
  for (const invoice of invoices) {
    const { subscriptionId } = invoice;
    invoiced.set(subscriptionId, (invoiced.get(subscriptionId) ?? 0) + invoiceTotal(invoice).minor);
  }
  expect(new Map([...invoiced].sort())).toEqual(new Map([...moved].sort()));
  expect(invoices).toHaveLength(charges.length);
  for (const id of moved.keys()) {
    const record = (await store.subscriptions.load(TENANT, id))?.state;
    expect([record?.pending, record?.outbox]).toEqual([undefined, []]);
    expect(['active', 'disabled']).toContain(record?.subscription.status);
  }
  await documents.close();
  return { charges: charges.length };
};

const shopThroughKills = async (place: Place, env: Readonly<Record<string, string>>): Promise<void> => {
  const promised: Promised = { totals: new Map(), cancelled: new Set() };
  // A busy machine gets less done between two kills, and is killed more often.
  const isEnough = () => promised.totals.size > KILLS;
  for (let kills = 0; kills < KILLS || (!isEnough() && kills < 3 * KILLS); kills++) {
    await shopUntilKilled(env, promised);
    if (kills % 5 === 0) await expectKept(place, promised);
  }
  await expectKept(place, promised);
  const { charges } = await expectBooksToBalance(place);
  expect(charges).toBeGreaterThanOrEqual(promised.totals.size);
  expect(isEnough()).toBe(true);
};

const TITLE = `${KILLS} times kill -9 while people buy, add and cancel: nothing acknowledged is lost, every charge has its subscription and invoice`;

describe('on the embedded store', () => {
  test(TITLE, () => shopThroughKills({ folder: join(folder, 'data') }, { DATA_DIR: join(folder, 'data') }), 1_500_000);
});

onMongo(() => {
  test(TITLE, async () => {
    const { place, env, drop } = ownDatabase('shop');
    await shopThroughKills(place, env).finally(drop);
  }, 1_500_000);
});

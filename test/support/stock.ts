import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import catalog from '../../domain/catalog/catalog.json';
import { addDays, addMonths, type Instant } from '../../domain/shared/instant';
import { openEmbeddedStore } from '../../domain/store/embedded';
import { NEW, type SubscriptionRecord } from '../../domain/store/port';
import { createStore } from '../../domain/store/store';
import { ALEX, type BotUnderTest, startBotUnderTest, TENANT } from './bot';
import { writeCrowd } from './crowd';
import { recordOf } from './records';

interface Stock {
  /** How many subscriptions Alex has; every fourth one has expired. */
  readonly subscriptions: number;
  /** How many of 60 people hold a license of the first. */
  readonly holders: number;
  readonly now: Instant;
  /** Ids of people who are admins. */
  readonly admins?: readonly string[];
}

/** A bot whose Alex bought more than a page holds; the people are called person-0, person-1 and so on. */
export const startStockedBot = async (stock: Stock): Promise<BotUnderTest> => {
  const folder = await mkdtemp(join(tmpdir(), 'stock-'));
  const people = await writeCrowd(folder, 60);
  const data = join(folder, 'data');
  const documents = await openEmbeddedStore({ folder: data });
  const { subscriptions } = createStore(documents);
  for (let at = 0; at < stock.subscriptions; at++) await subscriptions.save(stocked(at, stock), NEW);
  await documents.close();
  const env = {
    DEMO_DATA: '0',
    RATE_LIMIT: '0',
    PEOPLE_FILE: people,
    DATA_DIR: data,
    ADMIN_IDS: (stock.admins ?? []).join(','),
  };
  const bot = await startBotUnderTest({ env, now: () => stock.now });
  return { ...bot, close: () => bot.close().finally(() => rm(folder, { recursive: true, force: true })) };
};

const stocked = (at: number, { holders, now }: Stock): SubscriptionRecord => {
  const [first, ...others] = catalog.products;
  const product = at === 0 ? first : others[at % others.length];
  const held = at === 0 ? holders : 0;
  return recordOf({
    ...{ id: `stock-${at}`, tenantId: TENANT, purchaserId: ALEX, productId: product?.id ?? '', total: 100 },
    ...(at % 4 === 3 ? { status: 'expired', statusSince: addDays(now, -2), recurring: false } : {}),
    ...{ purchasedAt: addDays(now, at - 60), periodStart: now, periodEnd: addMonths(now, 1) },
    assignments: Array.from({ length: held }, (_, index) => ({
      ...{ personId: `person-${index}`, at: addDays(now, -5), operationId: 'earlier' },
    })),
  });
};

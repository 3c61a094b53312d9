import { createLog } from '../../../bot/logging';
import { createLinks } from '../../../bot/pages/links';
import { createPaymentPage } from '../../../bot/pages/payment/payment-page';
import { createSeals } from '../../../bot/pages/payment/seal';
import { createPaymentLinks } from '../../../bot/pages/payment-links';
import { changeAccount, loadAccount } from '../../../domain/app/accounts';
import type { PagePurpose } from '../../../domain/app/give-card';
import type { CardAnswer, HostedIntake, HostedRequest } from '../../../domain/payments/port';
import { MINUTE } from '../../../domain/shared/instant';
import { ok } from '../../../domain/shared/result';
import { createStore } from '../../../domain/store/store';
import { personOf } from '../../support/domain';
import { type RunningServer, startServer } from '../../support/http';
import { accountOf, visa } from '../../support/payer';
import { post, RIGHT } from '../../support/payment-page';
import { START } from '../../support/records';
import { alex, servicesOver } from '../../support/services';
import { embedded, type StoreUnderTest } from '../../support/stores';

/** A gateway that takes cards on its own page: what it was asked, and what a visit there comes to. */
const gateway = { begun: [] as HostedRequest[], answer: { type: 'refused' } as CardAnswer, isAway: false };
const intake: HostedIntake = {
  type: 'hosted',
  begin: async request => {
    gateway.begun.push(request);
    return gateway.isAway
      ? { type: 'unknown' }
      : { type: 'ready', url: 'https://gateway.example/visit-1', visit: 'visit-1' };
  },
  finish: async (_owner, visit) => (visit === 'visit-1' ? gateway.answer : { type: 'refused' }),
  look: async () => ({ type: 'none' }),
};

const links = createLinks('a secret for links');
let store: StoreUnderTest;
let server: RunningServer;
let kept: number;
let isStoreAway: boolean;
beforeEach(async () => {
  isStoreAway = false;
  Object.assign(gateway, { begun: [], answer: { type: 'refused' }, isAway: false });
  kept = 0;
  store = await embedded.open();
  await changeAccount(services(), alex, () => ok(accountOf('alex')));
  const log = createLog('silent');
  const pages = createPaymentPage({
    ...{ services: services(), links, log, seals: createSeals('a secret for forms'), publicUrl: () => server.url },
    kept: () => {
      kept += 1;
    },
  });
  server = await startServer({ pages });
});
afterEach(async () => {
  await server.close();
  await store.dispose();
});

const services = () => {
  const real = createStore(store.documents);
  const load: typeof real.accounts.load = (...of) =>
    isStoreAway ? Promise.reject(new Error('the store is away')) : real.accounts.load(...of);
  return servicesOver({ ...real, accounts: { ...real.accounts, load } }, [personOf('alex')], { intake });
};
const linkFor = (purpose: PagePurpose): string =>
  createPaymentLinks({ links, publicUrl: () => server.url, newId: () => 'link-1', now: () => START })(
    ...([alex, 'zh-TW', purpose] as const),
  ).url;
const open = (url: string): Promise<Response> => fetch(url, { redirect: 'manual' });

test('the link leads to the gateway’s page, and says where to come back', async () => {
  const url = linkFor({ type: 'add' });
  const response = await open(url);
  expect([response.status, response.headers.get('Location')]).toEqual([303, 'https://gateway.example/visit-1']);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(gateway.begun).toEqual([
    {
      ...{ tenantId: 'contoso', purchaserId: 'alex', idempotencyKey: 'link-1', locale: 'zh-TW', updates: undefined },
      ...{ returnUrl: `${url}?visit={visit}`, cancelUrl: `${url}?left=1`, expiresAt: START + 15 * MINUTE },
    },
  ]);
});

test('who comes back with a card has it on file, once, and is told', async () => {
  const url = linkFor({ type: 'replace', billingProfileId: 'profile-1' });
  gateway.answer = { type: 'accepted', card: { ...visa, id: 'pm_1', lastFour: '1111' } };
  const back = await open(`${url}?visit=visit-1`);
  expect([back.status, await back.text()]).toEqual([200, expect.stringContaining('末四碼 1111 的 Visa')]);
  expect(await loadAccount(services(), alex)).toMatchObject({ billingProfiles: [{ paymentMethodId: 'pm_1' }] });
  const again = await open(`${url}?visit=visit-1`);
  expect([again.status, await again.text()]).toEqual([200, expect.stringContaining('末四碼 1111 的 Visa')]);
  expect((await open(`${url}?visit=visit-2`)).status).toBe(410);
  expect((await open(url)).status).toBe(410);
  expect(kept).toBe(1);
  expect((await loadAccount(services(), alex)).paymentMethods).toHaveLength(2);
});

test('who gives up, or is declined, or brings a visit of their own, has nothing saved and may go there again', async () => {
  const url = linkFor({ type: 'add' });
  for (const [query, status] of [
    ['left=1', 200],
    ['visit=visit-1', 422],
    ['visit=somebody-elses', 422],
  ] as const) {
    const response = await open(`${url}?${query}`);
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining('開啟付款網頁')]);
  }
  expect(await loadAccount(services(), alex)).toEqual(accountOf('alex'));
  expect((await open(url)).status).toBe(303);
  expect(kept).toBe(0);
});

test('after a visit that came to nothing it is another visit, and without one it is the same', async () => {
  const url = linkFor({ type: 'add' });
  for (let times = 0; times < 2; times++) await open(url);
  const declined = await (await open(`${url}?visit=visit-1`)).text();
  const again = /href="([^"]*after=[^"]*)"/.exec(declined)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect((await open(new URL(again, url).href)).status).toBe(303);
  expect(gateway.begun.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['link-1', 'link-1', 'link-1:visit-1']);
});

test('a gateway that is away is said to be', async () => {
  gateway.isAway = true;
  const response = await open(linkFor({ type: 'add' }));
  expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('付款服務沒有回應')]);
});

test('an outage is said on a page that people can read', async () => {
  isStoreAway = true;
  const response = await open(linkFor({ type: 'add' }));
  expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('這裡發生了問題')]);
});

test('another card than the one that was to be updated is not taken', async () => {
  gateway.answer = { type: 'accepted', card: { ...visa, lastFour: '1111' } };
  const response = await open(`${linkFor({ type: 'update', paymentMethodId: visa.id })}?visit=visit-1`);
  expect([response.status, await response.text()]).toEqual([409, expect.stringContaining('這是另一張卡片')]);
});

test('a form with card details is not even looked at', async () => {
  const url = linkFor({ type: 'add' });
  const response = await post(url, RIGHT);
  expect([response.status, response.headers.get('Location')]).toEqual([303, url]);
  expect(await loadAccount(services(), alex)).toEqual(accountOf('alex'));
});

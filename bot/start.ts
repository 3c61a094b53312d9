import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { deliver } from '../domain/app/deliver';
import { type DemoTenant, demoTenant, layDemoTenant } from '../domain/app/demo-tenant';
import { hear } from '../domain/app/hear';
import { lookAfter } from '../domain/app/look-after';
import { createPace } from '../domain/app/pace';
import type { Services } from '../domain/app/services';
import type { Catalog } from '../domain/catalog/catalog';
import { createGraphDirectory } from '../domain/directory/graph';
import { createLocalDirectory, type PeopleFile, readPeopleFile } from '../domain/directory/local';
import bundledPeople from '../domain/directory/people.json';
import type { Directory } from '../domain/directory/port';
import type { CardIntake, GatewayEvents, PaymentGateway } from '../domain/payments/port';
import { createSandboxGateway } from '../domain/payments/sandbox';
import { createSandboxIntake } from '../domain/payments/sandbox-intake';
import { createStripeGateway } from '../domain/payments/stripe';
import { openEmbeddedStore } from '../domain/store/embedded';
import { openMongoStore } from '../domain/store/mongo';
import type { Store } from '../domain/store/port';
import { createStore } from '../domain/store/store';
import { readCatalog } from './catalog-file';
import { createConversation } from './commands/converse';
import type { Config } from './config';
import { BadConfiguration, fileFault } from './config/bad-configuration';
import { createUnderstand } from './language/understand';
import type { Log } from './logging';
import { createMetrics } from './metrics';
import { createRenewals } from './notices/renew';
import { createSend, type Sending } from './notices/send';
import { exportPage } from './pages/export-page';
import { invoicePage } from './pages/invoice-page';
import { createLinks, LIFETIMES, linkTo } from './pages/links';
import { paymentAssets } from './pages/payment/assets';
import { createPaymentPage } from './pages/payment/payment-page';
import { createSeals } from './pages/payment/seal';
import { createPaymentLinks } from './pages/payment-links';
import { createPurchasesBot } from './purchases-bot';
import { createSearching } from './search';
import { createServer } from './server';
import type { Hook } from './server/hook';
import { createAdapter } from './turn/adapter';
import { createMessageUpdates, type Updating } from './turn/message-updates';
import { createTesters } from './turn/stand-in';
import { tellTrouble } from './turn/trouble';
import { type Timer, withTyping } from './turn/typing';
import { startWorker } from './worker';

const LOOK_EVERY = 30_000;
/** Notices whose sender is gone are due again after 20 s, so half a minute after a crash they are on their way. */
const DELIVER_EVERY = 10_000;

export interface RunningBot {
  readonly port: number;
  /** Takes nothing new, finishes what was begun, and closes the store. */
  close(): Promise<void>;
}

/**
 * The composition root: the one place that picks adapters. Resolves once requests are taken; throws when the store
 * cannot be opened or the port is taken, with nothing left open.
 */
export const startBot = async (config: Config, log: Log, now: () => number = Date.now): Promise<RunningBot> => {
  const { catalog, people } = await readFiles(config);
  const store = await openStore(config);
  try {
    const adapter = createAdapter({ ...config, acceptEmulator: !config.production, now });
    const payments = paymentsFor(config, store, log, now);
    const services: Services = {
      ...{ store, catalog, now, pause, random: Math.random, adminIds: config.adminIds },
      supportAddress: config.supportAddress,
      directory: directoryFor(config, people, now),
      ...{ gateway: payments.gateway, intake: payments.intake },
      lookAfterSoon: () => looking.soon(),
      deliverSoon: () => delivering.soon(),
    };
    const tell: Sending['send'] = async (reference, notice) => {
      await adapter.sendLater(reference, notice);
    };
    const send = createSend({ catalog, log, send: tell });
    const looking = startWorker(
      { name: 'looked after', every: LOOK_EVERY, run: ending => lookAfter(services, ending) },
      log,
    );
    const outlet = { sender: randomUUID(), send, pace: createPace(now) };
    const delivering = startWorker(
      { name: 'delivered', every: DELIVER_EVERY, run: ending => deliver(services, outlet, ending) },
      log,
    );
    if (config.demoData) await layDemoTenant(services, demoTenantOf(people, catalog, now()));

    const later: Pick<Updating, 'update' | 'send'> = {
      update: (reference, activity) => adapter.updateLater(reference, activity),
      send: (reference, activity) => adapter.sendLater(reference, activity),
    };
    const updates = createMessageUpdates({
      ...{ ...later, log },
      pause: (wait, ending) => pause(wait, undefined, { signal: ending }).catch(() => undefined),
    });
    const search = createSearching(services);
    const understand = createUnderstand(catalog);
    const secret = config.signingSecret ?? (await keptSecret(store));
    const links = createLinks(secret);
    const at = { url: config.publicUrl ?? '' };
    const publicUrl = (): string => at.url;
    const metrics = createMetrics();
    const { notUnderstood } = metrics;
    const conversation = createConversation({
      ...{ services, understand, newId: randomUUID, notUnderstood },
      link: claim => linkTo(at.url, claim.kind, links.sign({ ...claim, expiresAt: now() + LIFETIMES[claim.kind] })),
      paymentLink: createPaymentLinks({ links, publicUrl, now, newId: randomUUID }),
      hasDialogs: config.bot !== undefined && services.intake.type === 'form',
    });
    const renewals = createRenewals({
      ...{ store, log, send: tell, update: later.update },
    });
    const pages = [
      invoicePage({ services, links }),
      exportPage({ services, links }),
      ...createPaymentPage({ services, links, publicUrl, log, seals: createSeals(secret), kept: renewals.kept }),
      ...paymentAssets(() => readFile(require.resolve('@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js'))),
    ];
    const testers = config.bot ? undefined : createTesters(people.tenant.id, people.people);
    const server = createServer({
      ...{ adapter, log, metrics, rateLimit: config.rateLimit },
      logic: withTyping(createPurchasesBot({ conversation, search, send: later.send, updates, testers }), timer),
      trouble: tellTrouble({ log, newId: randomUUID }),
      ready: () => store.ready(),
      credentialsSet: config.bot !== undefined,
      pages,
      hooks: payments.events ? [gatewayHook(payments.events, services, log)] : [],
    });
    const { port } = await server.listen(config.port, config.host);
    at.url ||= `http://127.0.0.1:${port}`;
    if (config.production && config.payments === 'sandbox')
      log.warn('payments are those of the sandbox: no money moves');
    looking.soon();
    delivering.soon();
    return {
      port,
      close: async () => {
        try {
          await server.close();
        } finally {
          await updates.stop();
          await looking.stop();
          await Promise.all([delivering.stop(), renewals.settled()]).finally(() => store.close());
        }
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
};

/** Drawn at the first start and kept, so that links open on every replica and after a restart. */
const keptSecret = async ({ secrets }: Store): Promise<string> =>
  (await secrets.keep('links', { tenantId: '', secret: randomBytes(32).toString('base64url') })).secret;

const timer: Timer = (work, wait) => {
  const running = setTimeout(work, wait);
  return () => clearTimeout(running);
};

const openStore = async ({ mongodbUri, dataDir }: Config): Promise<Store> => {
  try {
    const opening =
      mongodbUri === undefined ? openEmbeddedStore({ folder: dataDir }) : openMongoStore({ uri: mongodbUri });
    return createStore(await opening);
  } catch (error) {
    const fault = mongodbUri === undefined ? fileFault(error) : undefined;
    if (fault) throw new BadConfiguration([`DATA_DIR ${fault}.`]);
    if (error instanceof Error && error.name === 'MongoParseError') {
      throw new BadConfiguration(['MONGODB_URI is not the address of a MongoDB server.']);
    }
    throw error;
  }
};

/** The catalog and the people; what is wrong with either is said together. */
const readFiles = async (config: Config): Promise<{ readonly catalog: Catalog; readonly people: PeopleFile }> => {
  const [catalog, people] = await Promise.allSettled([readCatalog(config.catalogFile), peopleFor(config)]);
  if (catalog.status === 'fulfilled' && people.status === 'fulfilled') {
    return { catalog: catalog.value, people: people.value };
  }
  throw new BadConfiguration([...faultOf('CATALOG_FILE', catalog), ...faultOf('PEOPLE_FILE', people)]);
};

const demoTenantOf = (people: PeopleFile, catalog: Catalog, now: number): DemoTenant => {
  const made = demoTenant(people.tenant.id, people.people, catalog, now);
  if (made.ok) return made.value;
  const { people: missing, products } = made.error;
  throw new BadConfiguration([
    ...(missing > 0 ? [`DEMO_DATA needs ${missing} people that PEOPLE_FILE lacks.`] : []),
    ...(products.length > 0 ? [`DEMO_DATA needs what CATALOG_FILE lacks: ${products.join(', ')}.`] : []),
  ]);
};

const faultOf = (name: string, read: PromiseSettledResult<unknown>): readonly string[] => {
  if (read.status === 'fulfilled') return [];
  const reason: unknown = read.reason;
  if (reason instanceof SyntaxError) return [`${name} is not JSON.`];
  const why = fileFault(reason) ?? (reason instanceof Error ? `cannot be read: ${reason.message}` : 'cannot be read');
  return [`${name} ${why}.`];
};

const peopleFor = async ({ peopleFile }: Config): Promise<PeopleFile> =>
  readPeopleFile(peopleFile === undefined ? bundledPeople : JSON.parse(await readFile(peopleFile, 'utf8')));

const directoryFor = ({ directory, bot, graphBase }: Config, people: PeopleFile, now: () => number): Directory => {
  if (directory === 'local' || !bot?.password || !bot.tenantId) return createLocalDirectory(people);
  const { appId: clientId, password: clientSecret, tenantId } = bot;
  return createGraphDirectory({ tenantId, clientId, clientSecret, now, ...(graphBase ? { graphBase } : {}) });
};

interface Payments {
  readonly gateway: PaymentGateway;
  readonly intake: CardIntake;
  /** None: it tells nothing unasked. */
  readonly events?: GatewayEvents;
}

const paymentsFor = ({ payments }: Config, store: Store, log: Log, now: () => number): Payments => {
  if (payments === 'sandbox') return { gateway: createSandboxGateway(store.charges), intake: createSandboxIntake() };
  return createStripeGateway({
    ...{ ...payments, records: store.charges, now },
    report: problem => log.error({ problem }, 'Stripe will not do what it was asked: somebody must see to it'),
  });
};

const gatewayHook = (events: GatewayEvents, services: Services, log: Log): Hook => ({
  ...{ path: '/webhooks/stripe', signedIn: 'stripe-signature' },
  take: async (message, signature) => {
    const event = events.read(message, signature);
    if (event.ok) await hear(services, event.value);
    else log.warn('a webhook was not signed by Stripe, or too long ago');
    return event.ok;
  },
});

import { readdir, readFile } from 'node:fs/promises';
import { types } from 'node:util';
import { type DemoTenant, demoTenant } from '../domain/app/demo-tenant';
import type { Catalog } from '../domain/catalog/catalog';
import { createGraphDirectory } from '../domain/directory/graph';
import { createLocalDirectory, type PeopleFile, readPeopleFile } from '../domain/directory/local';
import bundledPeople from '../domain/directory/people.json';
import type { Directory } from '../domain/directory/port';
import type { CardIntake, GatewayEvents, PaymentGateway } from '../domain/payments/port';
import { createSandboxGateway } from '../domain/payments/sandbox';
import { createSandboxIntake } from '../domain/payments/sandbox-intake';
import { createStripeGateway } from '../domain/payments/stripe';
import { readAuditFiles } from '../domain/store/audit-files';
import { openEmbeddedStore } from '../domain/store/embedded';
import type { JournalReader } from '../domain/store/journal';
import { openMongoStore, readMongoJournal } from '../domain/store/mongo';
import type { Store } from '../domain/store/port';
import { createStore } from '../domain/store/store';
import { readCatalog } from './catalog-file';
import type { Config } from './config';
import { BadConfiguration, fileFault } from './config/bad-configuration';
import type { Log } from './logging';

/** The store that the settings name. Throws when it cannot be opened; BadConfiguration where a setting is to blame. */
export const openStore = (place: StorePlace): Promise<Store> =>
  opened(place, async ({ mongodbUri, dataDir }) => {
    const opening =
      mongodbUri === undefined ? openEmbeddedStore({ folder: dataDir }) : openMongoStore({ uri: mongodbUri });
    return createStore(await opening);
  });

/** The audit in that store, to be read while bots write to it. Throws as above, and where there is no such folder. */
export const openAudit = (place: StorePlace): Promise<JournalReader> =>
  opened(place, async ({ mongodbUri, dataDir }) => {
    if (mongodbUri !== undefined) return readMongoJournal({ uri: mongodbUri });
    await readdir(dataDir);
    return readAuditFiles(dataDir);
  });

type StorePlace = Pick<Config, 'mongodbUri' | 'dataDir'>;

const opened = async <T>(place: StorePlace, open: (place: StorePlace) => Promise<T>): Promise<T> => {
  try {
    return await open(place);
  } catch (error) {
    const fault = place.mongodbUri === undefined ? fileFault(error) : undefined;
    if (fault) throw new BadConfiguration([`DATA_DIR ${fault}.`]);
    if (types.isNativeError(error) && error.name === 'MongoParseError') {
      throw new BadConfiguration(['MONGODB_URI is not the address of a MongoDB server.']);
    }
    throw error;
  }
};

/** The catalog and the people; what is wrong with either is said together. */
export const readFiles = async (
  config: Config,
): Promise<{ readonly catalog: Catalog; readonly people: PeopleFile }> => {
  const [catalog, people] = await Promise.allSettled([readCatalog(config.catalogFile), peopleFor(config)]);
  if (catalog.status === 'fulfilled' && people.status === 'fulfilled') {
    return { catalog: catalog.value, people: people.value };
  }
  throw new BadConfiguration([...faultOf('CATALOG_FILE', catalog), ...faultOf('PEOPLE_FILE', people)]);
};

/** The demo tenant of these people and products. Throws BadConfiguration where some are missing. */
export const demoTenantOf = (people: PeopleFile, catalog: Catalog, now: number): DemoTenant => {
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

/** The directory that the settings name. */
export const directoryFor = (
  { directory, bot, graphBase }: Config,
  people: PeopleFile,
  now: () => number,
): Directory => {
  if (directory === 'local' || !bot?.password || !bot.tenantId) return createLocalDirectory(people);
  const { appId: clientId, password: clientSecret, tenantId } = bot;
  return createGraphDirectory({ tenantId, clientId, clientSecret, now, ...(graphBase ? { graphBase } : {}) });
};

export interface Payments {
  readonly gateway: PaymentGateway;
  readonly intake: CardIntake;
  /** None: it tells nothing unasked. */
  readonly events?: GatewayEvents;
}

/** The gateway that the settings name. */
export const paymentsFor = ({ payments }: Config, store: Store, log: Log, now: () => number): Payments => {
  if (payments === 'sandbox') return { gateway: createSandboxGateway(store.charges), intake: createSandboxIntake() };
  return createStripeGateway({
    ...payments,
    records: store.charges,
    now,
    report: problem => log.error({ problem }, 'Stripe will not do what it was asked: somebody must see to it'),
  });
};

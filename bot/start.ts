import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { blockReach } from '../domain/app/block-reach';
import { layDemoTenant } from '../domain/app/demo-tenant';
import { hear } from '../domain/app/hear';
import { createPace } from '../domain/app/pace';
import type { Services } from '../domain/app/services';
import type { GatewayEvents } from '../domain/payments/port';
import type { Store } from '../domain/store/port';
import { demoTenantOf, directoryFor, openStore, paymentsFor, readFiles } from './adapters';
import { createConversation } from './commands/converse';
import type { Config } from './config';
import { createUpload, type Uploading } from './files/upload';
import { isMicrosofts, type MayHold } from './files/upload-place';
import { readingOnce } from './language/often-said';
import { createUnderstand } from './language/understand';
import type { Log } from './logging';
import { createMetrics } from './metrics';
import { createRenewals, type Renewals } from './notices/renew';
import { createSend, type Sending } from './notices/send';
import { createDrawInvoice } from './pages/draw-invoice';
import { exportPage } from './pages/export-page';
import { invoicePage } from './pages/invoice-page';
import { createLinks, LIFETIMES, linkTo } from './pages/links';
import { paymentAssets } from './pages/payment/assets';
import { auditCard } from './pages/payment/audit-card';
import { firstProfileOf } from './pages/payment/bill-to';
import { createPaymentPage } from './pages/payment/payment-page';
import { createSeals } from './pages/payment/seal';
import { createPaymentLinks } from './pages/payment-links';
import { createPurchasesBot } from './purchases-bot';
import { createSearching } from './search';
import { createServer } from './server';
import type { Hook } from './server/hook';
import { createAdapter } from './turn/adapter';
import { createAfterwards } from './turn/afterwards';
import { createFileSends } from './turn/file-sends';
import { createMessageUpdates, type Updating } from './turn/message-updates';
import { createOwnChats } from './turn/own-chats';
import { createTesters } from './turn/stand-in';
import { tellTrouble } from './turn/trouble';
import { type Timer, withTyping } from './turn/typing';
import { startWorkers } from './workers';

export interface RunningBot {
  readonly port: number;
  /** Takes nothing new, finishes what was begun, and closes the store. */
  close(): Promise<void>;
}

/** What tests put in the place of the world outside. */
export interface Outside {
  /** Unset: where there are credentials, since only then it is really Teams. */
  readonly sendsFiles?: boolean;
  /** Unset: hosts of Microsoft's, over https. */
  readonly mayHold?: MayHold;
  /** Waits before a file is tried to be saved again. */
  readonly pause?: Uploading['pause'];
}

const breathe: Services['pause'] = (wait, ending) =>
  pause(wait, undefined, ending ? { signal: ending } : {}).catch(() => undefined);

/**
 * The composition root: puts the bot together from the adapters that the settings name. Resolves once requests are taken; throws when the store
 * cannot be opened or the port is taken, with nothing left open.
 */
export const startBot = async (
  config: Config,
  log: Log,
  now: () => number = Date.now,
  outside: Outside = {},
): Promise<RunningBot> => {
  const { catalog, people } = await readFiles(config);
  const store = await openStore(config);
  try {
    const adapter = createAdapter({ ...config, acceptEmulator: !config.production, now });
    const payments = paymentsFor(config, store, log, now);
    const services: Services = {
      store,
      catalog,
      now,
      pause: breathe,
      random: Math.random,
      adminIds: config.adminIds,
      supportAddress: config.supportAddress,
      directory: directoryFor(config, people, now),
      gateway: payments.gateway,
      intake: payments.intake,
      lookAfterSoon: () => workers.lookAfterSoon(),
      deliverSoon: () => workers.deliverSoon(),
    };
    const tell: Sending['send'] = async (reference, notice) => {
      await adapter.sendLater(reference, notice);
    };
    const send = createSend({ catalog, log, send: tell });
    const outlet = { sender: randomUUID(), send, pace: createPace(now) };
    if (config.demoData) await layDemoTenant(services, demoTenantOf(people, catalog, now()));

    const afterwards = createAfterwards({ pause: breathe, log });
    const later: Updating = {
      afterwards,
      log,
      update: (reference, activity) => adapter.updateLater(reference, activity),
      send: (reference, activity) => adapter.sendLater(reference, activity),
    };
    const updates = createMessageUpdates(later);
    const ownChats = createOwnChats({ ...later, blocked: actor => blockReach(services, actor) });
    const mayHold = outside.mayHold ?? isMicrosofts;
    const files = createFileSends({
      ...later,
      mayHold,
      draw: createDrawInvoice(services),
      upload: createUpload({ log, mayHold, pause: outside.pause ?? breathe }),
      remove: (reference, messageId) => adapter.deleteLater(reference, messageId),
    });
    const search = createSearching(services);
    const understand = readingOnce(createUnderstand(catalog));
    const secret = config.signingSecret ?? (await keptSecret(store));
    const links = createLinks(secret);
    const at = { url: config.publicUrl ?? '' };
    const publicUrl = (): string => at.url;
    const metrics = createMetrics();
    const { notUnderstood } = metrics;
    const conversation = createConversation({
      services,
      understand,
      newId: randomUUID,
      notUnderstood,
      link: claim => linkTo(at.url, claim.kind, links.sign({ ...claim, expiresAt: now() + LIFETIMES[claim.kind] })),
      paymentLink: createPaymentLinks({ links, publicUrl, now, newId: randomUUID }),
      hasDialogs: config.bot !== undefined && services.intake.type === 'form',
      sendsFiles: outside.sendsFiles ?? config.bot !== undefined,
    });
    const renewals = createRenewals({ ...later, store, send: tell });
    const pages = [
      invoicePage({ services, links }),
      exportPage({ services, links }),
      ...createPaymentPage({ services, links, publicUrl, log, seals: createSeals(secret), kept: renewals.kept }),
      ...paymentAssets(() => readFile(require.resolve('@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js'))),
    ];
    const testers = config.bot ? undefined : createTesters(people.tenant.id, people.people);
    const workers = startWorkers(services, outlet, log);
    const server = createServer({
      adapter,
      log,
      metrics,
      rateLimit: config.rateLimit,
      logic: withTyping(createPurchasesBot({ conversation, search, updates, ownChats, files, testers }), timer),
      trouble: tellTrouble({ log, newId: randomUUID }),
      ready: () => store.ready(),
      credentialsSet: config.bot !== undefined,
      pages,
      hooks: payments.events ? [gatewayHook(payments.events, services, renewals, log)] : [],
    });
    const port = await server.listen(config.port, config.host).then(
      listening => listening.port,
      async error => {
        await workers.stop();
        throw error;
      },
    );
    at.url ||= `http://127.0.0.1:${port}`;
    if (config.production && config.payments === 'sandbox')
      log.warn('payments are those of the sandbox: no money moves');
    workers.lookAfterSoon();
    workers.deliverSoon();
    return {
      port,
      close: async () => {
        try {
          await server.close();
        } finally {
          await afterwards.stop();
          await workers.stop().finally(() => store.close());
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

const gatewayHook = (events: GatewayEvents, services: Services, renewals: Renewals, log: Log): Hook => ({
  path: '/webhooks/stripe',
  signedIn: 'stripe-signature',
  take: async (message, signature) => {
    const event = events.read(message, signature);
    const brought = event.ok ? await hear(services, event.value, locale => firstProfileOf(locale, '')) : undefined;
    if (brought) {
      renewals.kept(brought.link, brought.card);
      await auditCard(services, brought.link, { type: 'done' });
    }
    if (!event.ok) log.warn('a webhook was not signed by Stripe, or too long ago');
    return event.ok;
  },
});

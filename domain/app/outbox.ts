import { paymentMethodOf } from '../billing/account';
import { type Invoice, invoiceNumber, noTax } from '../billing/invoice';
import { negate } from '../shared/money';
import type { OutboxEntry, SubscriptionRecord } from '../store/port';
import type { SubscriptionEvent } from '../subscription/events';
import type { Subscription } from '../subscription/subscription';
import type { Services } from './services';

/**
 * What an event obliges us to do outside the subscription; stored in the same write as the event. Operation
 * ids come from outside, so the subscription is part of the key: two cancellations are never one refund.
 */
export const owed = (event: SubscriptionEvent, { tenantId, id }: Subscription): readonly OutboxEntry[] =>
  event.type === 'SubscriptionCancelled' && event.refund.minor > 0
    ? [{ id: `${tenantId}:${id}:${event.operationId}:refund`, type: 'refund', amount: event.refund, at: event.at }]
    : [];

const BATCH = 100;

/**
 * Settles what subscriptions owe: asks the gateway for each refund and writes its credit invoice. Every step may be
 * repeated (after a crash, or by another replica) without a second refund or invoice. Returns how many were settled;
 * what the gateway could not answer stays and is tried at the next call.
 */
export const relayOutbox = async (services: Services): Promise<number> => {
  let settled = 0;
  for (const { state, version } of await services.store.subscriptions.withOutbox(BATCH)) {
    const done = new Set<string>();
    for (const entry of state.outbox) {
      if (await settle(services, state.subscription, entry)) done.add(entry.id);
    }
    if (done.size === 0) continue;
    await forget(services, { state, version }, done);
    settled += done.size;
  }
  return settled;
};

const settle = async (services: Services, subscription: Subscription, entry: OutboxEntry): Promise<boolean> => {
  const answer = await services.gateway.refund({ idempotencyKey: entry.id, amount: entry.amount });
  if (answer.type !== 'accepted') return false;
  await writeCredit(services, subscription, entry);
  return true;
};

const writeCredit = async (services: Services, subscription: Subscription, entry: OutboxEntry): Promise<void> => {
  const { tenantId, purchaserId, billingProfileId } = subscription;
  const account = (await services.store.accounts.load(tenantId, purchaserId))?.state;
  const profile = account?.billingProfiles.find(candidate => candidate.id === billingProfileId);
  const card = account && paymentMethodOf(account, billingProfileId);
  await addInvoice(services, {
    id: entry.id,
    tenantId,
    purchaserId,
    subscriptionId: subscription.id,
    kind: 'cancellation',
    issuedAt: entry.at,
    lines: [
      {
        productId: subscription.productId,
        quantity: subscription.total,
        amount: negate(entry.amount),
        from: entry.at,
        to: subscription.periodEnd,
      },
    ],
    tax: noTax(entry.amount.currency),
    billTo: profile?.billTo ?? '',
    paidWith: card ? { brand: card.brand, lastFour: card.lastFour } : null,
  });
};

/** Gives the invoice the tenant's next number of its year and stores it, unless its cause has an invoice already. */
export const addInvoice = async (
  services: Pick<Services, 'store'>,
  invoice: Omit<Invoice, 'number'>,
): Promise<void> => {
  const year = new Date(invoice.issuedAt).getUTCFullYear();
  for (;;) {
    const last = await services.store.invoices.lastNumber(invoice.tenantId, year);
    const next = last === undefined ? 1 : Number(last.slice(last.lastIndexOf('-') + 1)) + 1;
    const added = await services.store.invoices.add({ ...invoice, number: invoiceNumber(year, next) });
    if (added !== 'number_taken') return;
  }
};

/** Takes settled entries out of the outbox, whatever else has happened to the subscription meanwhile. */
const forget = async (
  services: Services,
  from: { state: SubscriptionRecord; version: number },
  done: ReadonlySet<string>,
): Promise<void> => {
  const { tenantId, id } = from.state.subscription;
  for (let current: typeof from | undefined = from; current; ) {
    const { state, version }: typeof from = current;
    const outbox = state.outbox.filter(entry => !done.has(entry.id));
    if (await services.store.subscriptions.save({ ...state, outbox }, version)) return;
    current = await services.store.subscriptions.load(tenantId, id);
  }
};

import type { Payer, PaymentMethod } from '../billing/account';
import { type Invoice, readInvoiceNumber } from '../billing/invoice';
import type { OperationId, ProductId, SubscriptionId } from '../shared/ids';
import { addMonths, type Instant } from '../shared/instant';
import { type Money, money, negate } from '../shared/money';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import type { ReactivateSubscription, SetLicenseTotal } from '../subscription/commands';
import { decide } from '../subscription/decide';
import type { Decided } from '../subscription/decision';
import { evolve } from '../subscription/evolve';
import type { Order } from '../subscription/history';
import type { Subscription } from '../subscription/subscription';
import { loadOwned } from './execute';
import { loadPayer } from './payer';
import type { Actor, Services } from './services';
import { taxFor } from './tax';

/** All that the actor bought and that is not deleted, oldest first. */
export const listSubscriptions = async (services: Services, actor: Actor): Promise<readonly Subscription[]> =>
  (await services.store.subscriptions.ofPurchaser(actor.tenantId, actor.personId)).map(
    found => found.state.subscription,
  );

export const showSubscription = async (
  services: Services,
  actor: Actor,
  id: SubscriptionId,
): Promise<Result<Subscription, Refusal>> => {
  const loaded = await loadOwned(services, actor, id);
  return loaded.ok ? ok(loaded.value.state.subscription) : loaded;
};

/**
 * What a typed "undo" means: the latest operation of the actor, over all subscriptions. When that very undo was done
 * before (the text was delivered twice), what it undid then. Refused where something else was done since, which is what
 * was meant and cannot be undone.
 */
export const findUndoable = async (
  services: Services,
  actor: Actor,
  operationId: OperationId | undefined,
): Promise<Result<{ readonly subscriptionId: SubscriptionId; readonly undoes: OperationId }, Refusal>> => {
  const records = await services.store.subscriptions.ofPurchaser(actor.tenantId, actor.personId);
  const done = records.flatMap(({ state }) =>
    state.receipts.map(receipt => ({ ...receipt, subscriptionId: state.subscription.id })),
  );
  const repeated = done.find(receipt => receipt.operationId === operationId);
  if (repeated?.undoes !== undefined) return ok({ subscriptionId: repeated.subscriptionId, undoes: repeated.undoes });
  const latest = done.sort((a, b) => a.at - b.at).at(-1);
  const person = await services.store.people.load(actor.tenantId, actor.personId);
  const { didOtherwiseAt = 0 } = person?.state ?? {};
  if (didOtherwiseAt > (latest?.at ?? 0)) return fail({ code: 'CANNOT_UNDO' });
  return latest
    ? ok({ subscriptionId: latest.subscriptionId, undoes: latest.operationId })
    : fail({ code: 'NOTHING_TO_UNDO' });
};

/** The subscription, if the latest that was done to it scheduled a reduction that still stands. */
export const justScheduled = async (
  services: Services,
  actor: Actor,
  id: SubscriptionId,
): Promise<Subscription | undefined> => {
  const loaded = await loadOwned(services, actor, id);
  if (!loaded.ok) return undefined;
  const { receipts, subscription } = loaded.value.state;
  const isLatest = receipts.at(-1)?.outcome.type === 'reduction_scheduled';
  return isLatest && subscription.scheduled ? subscription : undefined;
};

/** RULES, Invoices: the past 3 months unless told otherwise. */
export const INVOICE_MONTHS = 3;
/** A range with more is cut short, and it is said. */
const INVOICES_FOUND = 1_000;

export interface Range {
  readonly from: Instant;
  readonly to: Instant;
}

export interface InvoicesFound {
  /** Latest first, at most 1,000. */
  readonly invoices: readonly Invoice[];
  /** Whether the range holds older ones as well. */
  readonly more: boolean;
}

/** The actor's invoices of a range (the past 3 months unless told otherwise), all of them or those of some products. */
export const listInvoices = async (
  services: Pick<Services, 'store' | 'now'>,
  { tenantId, personId }: Actor,
  range?: Range,
  products?: readonly ProductId[],
): Promise<InvoicesFound> => {
  const now = services.now();
  const { from, to } = range ?? { from: addMonths(now, -INVOICE_MONTHS), to: now + 1 };
  const found = await services.store.invoices.ofPurchaser(tenantId, personId, { from, to, limit: INVOICES_FOUND + 1 });
  const invoices = found
    .slice(0, INVOICES_FOUND)
    .filter(({ lines }) => !products || lines.some(({ productId }) => products.includes(productId)));
  return { invoices, more: found.length > INVOICES_FOUND };
};

/** The latest of the actor's invoices, or of those of some products. */
export const latestInvoice = async (
  services: Pick<Services, 'store' | 'now'>,
  actor: Actor,
  products?: readonly ProductId[],
): Promise<Invoice | undefined> =>
  (await listInvoices(services, actor, { from: 0, to: services.now() + 1 }, products)).invoices[0];

/** One of the actor's own invoices, however many zeros its number was typed with. */
export const showInvoice = async (
  services: Services,
  actor: Actor,
  typed: string,
): Promise<Result<Invoice, Refusal>> => {
  const number = readInvoiceNumber(typed);
  const invoice = number && (await services.store.invoices.byNumber(actor.tenantId, actor.personId, number));
  return invoice ? ok(invoice) : fail({ code: 'INVOICE_NOT_FOUND', number: typed });
};

/** Who pays for one of the actor's subscriptions. */
export const payerFor = (
  services: Services,
  { tenantId, personId: purchaserId }: Actor,
  { billingProfileId }: Subscription,
): Promise<Payer | undefined> => loadPayer(services, { tenantId, purchaserId, billingProfileId });

/** The card that pays for one of the actor's subscriptions, if there is one. */
export const payingCard = async (
  services: Services,
  actor: Actor,
  subscription: Subscription,
): Promise<PaymentMethod | undefined> => (await payerFor(services, actor, subscription))?.method;

/** What a command would do now, and who would pay; nothing is done. */
export interface Preview {
  readonly decided: Decided;
  /** As it would be then. */
  readonly becomes: Subscription;
  readonly subscription: Subscription;
  readonly payer: Payer | undefined;
  /** What moves on top of the net amounts. */
  readonly tax: Money;
}

/** What a command would do, or why it would be refused. The card shows it before it is asked. */
export const previewCommand = async (
  services: Services,
  actor: Actor,
  command: SetLicenseTotal | ReactivateSubscription,
): Promise<Result<Preview, Refusal>> => {
  const loaded = await loadOwned(services, actor, command.subscriptionId);
  if (!loaded.ok) return loaded;
  const { state } = loaded.value;
  const { subscription, pending, receipts } = state;
  if (pending) return fail({ code: 'CHARGE_PENDING' });
  const payer = await loadPayer(services, subscription);
  const decision = decide(command, { now: services.now(), people: new Map(), receipts, payer }, subscription);
  if (!decision.ok) return decision;
  const becomes = decision.value.events.reduce(evolve, subscription);
  const { movement = { amount: money(0, subscription.unitPrice.currency) } } = decision.value;
  return ok({ decided: decision.value, becomes, subscription, payer, tax: taxFor(state, movement, payer) });
};

/** The tax that would come back with a refund. */
export const taxWithRefund = async (
  services: Services,
  actor: Actor,
  id: SubscriptionId,
  refund: Money,
): Promise<Money> => {
  const loaded = await loadOwned(services, actor, id);
  if (!loaded.ok) return money(0, refund.currency);
  return negate(taxFor(loaded.value.state, { amount: negate(refund) }, undefined));
};

/** The order history of one of the actor's subscriptions, latest first. */
export const orderHistory = async (
  services: Services,
  actor: Actor,
  id: SubscriptionId,
): Promise<Result<{ readonly subscription: Subscription; readonly orders: readonly Order[] }, Refusal>> => {
  const loaded = await loadOwned(services, actor, id);
  if (!loaded.ok) return loaded;
  const { subscription, history } = loaded.value.state;
  return ok({ subscription, orders: history.toReversed() });
};

import type { Payer } from '../billing/account';
import { taxOn } from '../billing/tax';
import { productById } from '../catalog/catalog';
import { policyOf } from '../catalog/policy';
import type { OperationId, SubscriptionId } from '../shared/ids';
import { type Money, money } from '../shared/money';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import { NEW, type SubscriptionRecord } from '../store/port';
import { buySubscription, type Sale, type SaleFacts } from '../subscription/buy-subscription';
import type { BuySubscription } from '../subscription/commands';
import { askedBy } from '../subscription/receipt';
import type { Subscription } from '../subscription/subscription';
import { after, chargeFor } from './after';
import { loadApproval, takeApproval } from './approvals';
import { CHARGE_LEASE, settleCharge } from './charge';
import { charged, type Executed } from './executed';
import { loadPayer } from './payer';
import { repeated } from './repeated';
import type { Actor, Services } from './services';
import { isTaxWorse, taxFor } from './tax';
import { untilFirst } from './until-first';

/** One operation buys one subscription. */
const idFor = (operationId: OperationId): SubscriptionId => `sub-${operationId}`;

/** What buying would come to now; nothing is stored. The card shows it before it is asked. */
export interface Quote {
  readonly sale: Result<Sale, Refusal>;
  readonly payer: Payer | undefined;
  /** On top of what the sale charges. */
  readonly tax: Money;
  /** Whether a trial of the product could be begun. */
  readonly offersTrial: boolean;
  /** What the actor has of the product. */
  readonly already: readonly Subscription[];
}

export const quote = async (
  services: Services,
  actor: Actor,
  command: Omit<BuySubscription, 'agreed'>,
): Promise<Quote> => {
  const { facts, already } = await saleFacts(services, actor, command);
  const sale = buySubscription(command, facts);
  const movement = sale.ok ? sale.value.movement : undefined;
  const tax = taxOn(movement?.amount ?? money(0, facts.currency), facts.payer?.taxRate ?? 0);
  return {
    already,
    payer: facts.payer,
    sale,
    tax,
    offersTrial: buySubscription({ ...command, plan: 'trial' }, facts).ok,
  };
};

interface Known {
  readonly facts: SaleFacts;
  readonly already: readonly Subscription[];
}

const saleFacts = async (
  services: Services,
  { tenantId, personId }: Actor,
  { operationId, productId }: BuySubscription,
): Promise<Known> => {
  const { currency } = services.catalog;
  const [[purchaser], policy, found, bought] = await Promise.all([
    services.directory.byIds(tenantId, [personId]),
    services.store.policies.load(tenantId, tenantId),
    loadPayer(services, { tenantId, purchaserId: personId }),
    services.store.subscriptions.ofPurchaser(tenantId, personId),
  ]);
  const already = bought
    .map(({ state }) => state.subscription)
    .filter(subscription => subscription.productId === productId);
  const value = policyOf(policy?.state, productId);
  const facts = {
    now: services.now(),
    tenantId,
    subscriptionId: idFor(operationId),
    purchaserId: personId,
    purchaser,
    currency,
    product: productById(services.catalog, productId),
    policy: value,
    approval: await loadApproval(services, { tenantId, personId }, productId, value),
    hasTrial: already.some(({ trial }) => trial),
    // Prices are in the currency of the catalog, and a profile pays in its own alone.
    payer: found?.profile.currency === currency ? found : undefined,
  };
  return { facts, already };
};

/** What was bought with this operation, if it was the actor who bought it. */
export const orderedBy = async (
  services: Services,
  { tenantId, personId }: Actor,
  operationId: OperationId,
): Promise<Subscription | undefined> => {
  const placed = (await services.store.subscriptions.load(tenantId, idFor(operationId)))?.state.subscription;
  return placed?.purchaserId === personId ? placed : undefined;
};

/**
 * Buys, once: the order is stored, charged, and becomes a subscription; refused, nothing is to be seen of it. Throws
 * only when the store or the directory cannot be reached.
 */
export const buy = (services: Services, actor: Actor, command: BuySubscription): Promise<Result<Executed, Refusal>> =>
  untilFirst(services, async () => {
    const placed = await services.store.subscriptions.load(actor.tenantId, idFor(command.operationId));
    if (placed?.state.subscription.purchaserId === actor.personId) {
      return (await repeated(services, placed, command)) ?? fail({ code: 'CARD_USED' });
    }
    return placed ? fail({ code: 'CARD_USED' }) : place(services, actor, command);
  });

/** Undefined when the same order was placed by somebody faster: another delivery, another replica. */
const place = async (
  services: Services,
  actor: Actor,
  command: BuySubscription,
): Promise<Result<Executed, Refusal> | undefined> => {
  const { facts } = await saleFacts(services, actor, command);
  const sale = buySubscription(command, facts);
  if (!sale.ok) return sale;
  const { subscription, events, outcome, movement, approvedBy } = sale.value;
  const at = facts.now;
  const { operationId } = command;
  const deed = { operationId, asked: askedBy(command), by: actor.personId, at, events, outcome };
  const ordered: SubscriptionRecord = { subscription, receipts: [], history: [], outbox: [] };
  if (!movement) {
    if (!(await takeApproval(services, ordered, { approvedBy, at }))) return fail({ code: 'APPROVAL_USED' });
    const bought = after(ordered, deed);
    if (!(await services.store.subscriptions.save(bought, NEW))) return undefined;
    return ok({ outcome, subscription: bought.subscription, replayed: false, changed: true });
  }
  const tax = taxFor(ordered, movement, facts.payer);
  if (isTaxWorse(tax, command.agreedTax)) return fail({ code: 'CONSEQUENCE_CHANGED' });
  const pending = chargeFor(ordered, { ...movement, tax }, facts.payer, {
    ...deed,
    ifRefused: [{ type: 'OrderRefused', at, operationId }],
    approvedBy,
  });
  const waiting = { ...ordered, pending, waitUntil: at + CHARGE_LEASE };
  if (!(await services.store.subscriptions.save(waiting, NEW))) return undefined;
  return charged(await settleCharge(services, { state: waiting, version: NEW + 1 }, pending), outcome, tax);
};

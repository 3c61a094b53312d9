import type { Payer } from '../billing/account';
import type { SubscriptionId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import type { SubscriptionRecord, Versioned } from '../store/port';
import type { SubscriptionCommand } from '../subscription/commands';
import { decide } from '../subscription/decide';
import type { Decided, Facts } from '../subscription/decision';
import { askedBy } from '../subscription/receipt';
import { after, chargeFor, refundOwed } from './after';
import { CHARGE_LEASE, settleCharge } from './charge';
import { charged, type Executed } from './executed';
import type { Taxed } from './invoices';
import { loadPayer } from './payer';
import { repeated } from './repeated';
import type { Actor, Services } from './services';
import { isTaxWorse, taxFor } from './tax';
import { untilFirst } from './until-first';

/**
 * Does what a purchaser asks of a subscription, once: authorise, load, replay a known receipt, decide, evolve, commit.
 * What costs money is charged between the decision and its effect. A refusal means that nothing changed. Throws only
 * when the store or the directory cannot be reached.
 */
export const execute = async (
  services: Services,
  actor: Actor,
  command: SubscriptionCommand,
): Promise<Result<Executed, Refusal>> => {
  const people = await namedPeople(services, actor, command);
  return untilFirst(services, async () => {
    const loaded = await loadOwned(services, actor, command.subscriptionId);
    return loaded.ok ? commit(services, command, people, loaded.value) : loaded;
  });
};

/** Assignments cost nothing, so they do not wait for a charge that is pending. */
const FREE: ReadonlySet<SubscriptionCommand['type']> = new Set(['assign_license', 'unassign_license']);

const MOVES_MONEY: ReadonlySet<SubscriptionCommand['type']> = new Set([
  'cancel_subscription',
  'set_license_total',
  'reactivate_subscription',
]);

/** Undefined when somebody else changed the subscription first, so that it has to be decided again. */
const commit = async (
  services: Services,
  command: SubscriptionCommand,
  people: Facts['people'],
  loaded: Versioned<SubscriptionRecord>,
): Promise<Result<Executed, Refusal> | undefined> => {
  const { state } = loaded;
  const known = await repeated(services, loaded, command);
  if (known) return known;
  if (state.pending && !FREE.has(command.type)) return fail({ code: 'CHARGE_PENDING' });

  const payer = MOVES_MONEY.has(command.type) ? await loadPayer(services, state.subscription) : undefined;
  const facts = { now: services.now(), people, receipts: state.receipts, payer, totalToCome: totalToCome(state) };
  const decision = decide(command, facts, state.subscription);
  if (!decision.ok) return decision;
  const { movement, ...decided } = decision.value;
  if (!movement) return carryOut(services, loaded, command, { ...decided, at: facts.now });
  const tax = taxFor(state, movement, payer);
  if ('agreedTax' in command && isTaxWorse(tax, command.agreedTax)) return fail({ code: 'CONSEQUENCE_CHANGED' });
  return carryOut(services, loaded, command, { ...decided, at: facts.now, moves: { ...movement, tax }, payer });
};

interface ToDo extends Omit<Decided, 'movement'> {
  readonly at: Instant;
  readonly moves?: Taxed;
  readonly payer?: Payer | undefined;
}

/** Charges for it first, or does it and gives back after. Undefined as above. */
const carryOut = async (
  services: Services,
  loaded: Versioned<SubscriptionRecord>,
  command: SubscriptionCommand,
  { events, outcome, at, moves, payer }: ToDo,
): Promise<Result<Executed, Refusal> | undefined> => {
  const { version, state } = loaded;
  const { subscription } = state;
  if (events.length === 0) return ok({ outcome, subscription, replayed: false, changed: false });

  const { operationId } = command;
  const undoes = command.type === 'undo' ? command.undoes : undefined;
  const deed = { operationId, asked: askedBy(command), by: subscription.purchaserId, at, events, outcome, undoes };
  if (moves && moves.amount.minor > 0) {
    const pending = chargeFor(state, moves, payer, { ...deed, ifRefused: [] });
    const waiting = { ...state, pending, waitUntil: at + CHARGE_LEASE, tries: undefined };
    if (!(await services.store.subscriptions.save(waiting, version))) return undefined;
    const settled = await settleCharge(services, { state: waiting, version: version + 1 }, pending);
    return charged(settled, outcome, moves.tax);
  }
  const owed = moves && refundOwed(state, moves, payer, deed);
  const done = after(state, { ...deed, invoice: owed?.invoice }, owed ? [owed] : []);
  if (!(await services.store.subscriptions.save(done, version))) return undefined;
  if (done.outbox.length > 0) services.lookAfterSoon();
  return ok({ outcome, subscription: done.subscription, replayed: false, changed: true, tax: moves?.tax });
};

/** A subscription of the tenant that the actor bought; somebody else may be told that it is not theirs, and no more. */
export const loadOwned = async (
  services: Services,
  actor: Actor,
  subscriptionId: SubscriptionId,
): Promise<Result<Versioned<SubscriptionRecord>, Refusal>> => {
  const loaded = await services.store.subscriptions.load(actor.tenantId, subscriptionId);
  const { status, purchaserId } = loaded?.state.subscription ?? {};
  if (!loaded || status === 'deleted' || status === 'ordered') return fail({ code: 'SUBSCRIPTION_NOT_FOUND' });
  if (purchaserId !== actor.personId) return fail({ code: 'NOT_PURCHASER' });
  return ok(loaded);
};

const namedPeople = async (
  services: Services,
  actor: Actor,
  command: SubscriptionCommand,
): Promise<Facts['people']> => {
  if (command.type !== 'assign_license') return new Map();
  const found = await services.directory.byIds(actor.tenantId, command.people);
  return new Map(found.map(person => [person.id, person]));
};

const totalToCome = ({ pending }: SubscriptionRecord): number | undefined =>
  pending?.events.flatMap(event => (event.type === 'SubscriptionRenewed' ? event.total : []))[0];

import type { Account } from '../billing/account';
import type { SubscriptionId } from '../shared/ids';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import type { SubscriptionRecord, Versioned } from '../store/port';
import type { SubscriptionCommand } from '../subscription/commands';
import { decide } from '../subscription/decide';
import type { Facts } from '../subscription/decision';
import { evolve } from '../subscription/evolve';
import type { Outcome } from '../subscription/outcome';
import { askedBy, remember } from '../subscription/receipt';
import type { Subscription } from '../subscription/subscription';
import { owed, owing } from './outbox';
import type { Actor, Services } from './services';

export interface Executed {
  readonly outcome: Outcome;
  readonly subscription: Subscription;
  /** True: this operation was done before, and nothing was done now. */
  readonly replayed: boolean;
  /** Whether this operation changed anything, now or when it was first done. */
  readonly changed: boolean;
}

/** Colliding writers try again for this long, in milliseconds, and then say that the bot is busy. */
const PATIENCE = 3_000;
const FIRST_PAUSE = 5;
const LONGEST_PAUSE = 200;

/**
 * Does what a purchaser asks of a subscription, once: authorise, load, replay a known receipt, decide, evolve, commit.
 * A refusal means that nothing changed. Throws only when the store or the directory cannot be reached.
 */
export const execute = async (
  services: Services,
  actor: Actor,
  command: SubscriptionCommand,
): Promise<Result<Executed, Refusal>> => {
  const known = { people: await namedPeople(services, actor, command), account: await payer(services, actor, command) };
  const deadline = services.now() + PATIENCE;
  for (let attempt = 0; ; attempt++) {
    const loaded = await loadOwned(services, actor, command.subscriptionId);
    if (!loaded.ok) return loaded;
    const done = await commit(services, command, known, loaded.value);
    if (done) return done;
    if (services.now() >= deadline) return fail({ code: 'BUSY' });
    await services.pause(services.random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt));
  }
};

/** What is known besides the subscription, from elsewhere in the store and outside. */
interface Known {
  readonly people: Facts['people'];
  /** Only for what moves money. */
  readonly account: Account | undefined;
}

/** Undefined when somebody else changed the subscription first, so that it has to be decided again. */
const commit = async (
  services: Services,
  command: SubscriptionCommand,
  { people, account }: Known,
  { version, state }: Versioned<SubscriptionRecord>,
): Promise<Result<Executed, Refusal> | undefined> => {
  const { operationId } = command;
  const known = state.receipts.find(receipt => receipt.operationId === operationId);
  if (known && known.asked !== askedBy(command)) return fail({ code: 'CARD_USED' });
  if (known) return ok({ outcome: known.outcome, subscription: state.subscription, replayed: true, changed: true });

  const at = services.now();
  const decision = decide(command, { now: at, people, receipts: state.receipts }, state.subscription);
  if (!decision.ok) return decision;
  const { events, outcome } = decision.value;
  const subscription = events.reduce(evolve, state.subscription);
  if (events.length === 0) return ok({ outcome, subscription, replayed: false, changed: false });

  const record: SubscriptionRecord = {
    subscription,
    receipts: remember(state.receipts, {
      ...{ operationId, at, asked: askedBy(command), outcome },
      ...(command.type === 'undo' ? { undoes: command.undoes } : {}),
    }),
    ...owing(state, owed(events, subscription, account), at),
  };
  if (!(await services.store.subscriptions.save(record, version))) return undefined;
  if (record.dueAt === at) services.settleSoon();
  return ok({ outcome, subscription, replayed: false, changed: true });
};

/** A subscription of the tenant that the actor bought; somebody else may be told that it is not theirs, and no more. */
export const loadOwned = async (
  services: Services,
  actor: Actor,
  subscriptionId: SubscriptionId,
): Promise<Result<Versioned<SubscriptionRecord>, Refusal>> => {
  const loaded = await services.store.subscriptions.load(actor.tenantId, subscriptionId);
  if (!loaded || loaded.state.subscription.status === 'deleted') return fail({ code: 'SUBSCRIPTION_NOT_FOUND' });
  if (loaded.state.subscription.purchaserId !== actor.personId) return fail({ code: 'NOT_PURCHASER' });
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

const payer = async (services: Services, actor: Actor, command: SubscriptionCommand): Promise<Account | undefined> =>
  command.type === 'cancel_subscription'
    ? (await services.store.accounts.load(actor.tenantId, actor.personId))?.state
    : undefined;

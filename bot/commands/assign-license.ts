import { z } from 'zod';
import type { Owned } from '../../cards/owned';
import type { Press } from '../../cards/press';
import { assignedScreen, assignScreen, nobodyScreen } from '../../cards/screens';
import { carriedOn, countLater, type LaterPeople } from '../../cards/views/later';
import { execute } from '../../domain/app/execute';
import type { Refusal } from '../../domain/shared/refusal';
import { PEOPLE_AT_ONCE } from '../../domain/subscription/assign-license';
import { stillStands } from '../../domain/subscription/outcome';
import { firstBatch, nextBatch } from './batches';
import { asOperation, defineCommand, ofPeople, onSubscription, waitingPeople } from './command-file';
import { personOption, subscriptionOption } from './options';
import { countNamed, labelled, type Nobody, type People, whichPeople } from './people';
import { refused } from './refused';
import { doneBefore } from './show-subscription';
import { whichSubscription } from './subscriptions';
import type { Reply, Turn } from './turn';

const schema = z.object({
  type: z.literal('assign_license'),
  ...onSubscription,
  ...ofPeople,
  ...waitingPeople,
  ...asOperation,
  /** "Assign 4 licenses to Ana": one person holds at most one, so the card asks what was meant. */
  quantity: z.number().optional(),
});
type AssignLicense = z.infer<typeof schema>;

/** Gives people a license at once when everything is clear; else one card asks for all that is not. */
export const assignLicense = defineCommand({
  schema,
  answer: async (command, turn) => {
    const which = await whichSubscription(turn, command);
    if (!which.ok) return refused(turn, which.error);
    const owned = 'one' in which.value ? which.value.one : undefined;
    const choices = 'several' in which.value ? which.value.several : [];
    const status = owned?.subscription.status;
    if (status === 'disabled' || status === 'deleted') return refused(turn, { code: 'SUBSCRIPTION_ENDED', status });

    const tooMany = countNamed(command) > PEOPLE_AT_ONCE;
    const { now, later } = firstBatch(command);
    const people = await whichPeople(turn, now);
    const [nobody] = people.nobody;
    if (owned && nobody && countPeople(people) === 1) return askWhoInstead(turn, owned, nobody);
    if (owned && !tooMany && isClear(command, people, turn)) {
      return assign(turn, { owned, people, later, operationId: command.operationId ?? turn.newId() });
    }
    const problem = tooMany ? 'too_many' : isEmptyForm(command, turn) ? 'nobody_named' : undefined;
    return ask(turn, { owned, choices, people, later, problem });
  },
});

/** Somebody is named, each name is one person or nobody, and nothing was guessed. */
const isClear = (command: AssignLicense, people: People, turn: Turn): boolean =>
  countPeople(people) > 0 && people.ambiguous.length === 0 && !turn.guessed && command.quantity === undefined;

const countPeople = ({ found, outside, ambiguous, nobody }: People): number =>
  found.length + outside.length + ambiguous.length + nobody.length;

/** RULES, Assigning: with too few licenses, the difference can be bought, or fewer people chosen. */
const wayOn = ({ subscription }: Owned, refusal: Refusal): readonly Press[] => {
  const { id: subscriptionId, total } = subscription;
  const missing = refusal.code === 'TOO_FEW_LICENSES' ? refusal.needed - refusal.free : 0;
  return [
    ...(missing > 0 ? [{ type: 'set_license_total' as const, subscriptionId, quantity: total + missing }] : []),
    { type: 'assign_license', subscriptionId },
    { type: 'unassign_license', subscriptionId },
    { type: 'show_subscription', subscriptionId },
  ];
};

const isEmptyForm = (command: AssignLicense, turn: Turn): boolean =>
  turn.said === 'press' && command.operationId !== undefined && countNamed(command) === 0;

const askWhoInstead = (turn: Turn, owned: Owned, nobody: Nobody): Reply => {
  const command = { type: 'assign_license', subscriptionId: owned.subscription.id, operationId: turn.newId() } as const;
  return {
    screen: nobodyScreen(turn.words, { name: nobody.name, near: nobody.near, press: command }),
    pending: { command, choice: { field: 'given', options: nobody.near.map(personOption) } },
  };
};

interface Open {
  readonly owned: Owned | undefined;
  readonly choices: readonly Owned[];
  readonly people: People;
  readonly later: LaterPeople;
  readonly problem: 'nobody_named' | 'too_many' | undefined;
}

const ask = (turn: Turn, { owned, choices, people, later, problem }: Open): Reply => {
  const operationId = turn.newId();
  const settled = people.found;
  const [ambiguous] = people.ambiguous;
  const names = people.nobody.map(nobody => nobody.name);
  const command = {
    type: 'assign_license',
    ...(owned ? { subscriptionId: owned.subscription.id } : {}),
    given: settled.map(person => person.id).join(','),
    names: [...people.ambiguous.slice(1).map(other => other.name), ...names],
    ...carriedOn(later),
    // Without anybody named yet the answer still opens the form.
    ...(countPeople(people) > 0 ? { operationId } : {}),
  };
  const choice = owned
    ? ambiguous && { field: 'given' as const, options: ambiguous.candidates.map(personOption) }
    : { field: 'subscriptionId' as const, options: choices.map(subscriptionOption) };
  const open = owned ? command : { ...command, names: [...people.ambiguous.map(other => other.name), ...names] };
  return {
    screen: assignScreen(turn.words, {
      owned,
      choices,
      operationId,
      guessed: turn.guessed,
      people: settled,
      ambiguous: people.ambiguous,
      unknown: names,
      later,
      askPeople: countPeople(people) === 0,
      ...(problem ? { problem } : {}),
    }),
    pending: { command: open, ...(choice ? { choice } : {}) },
  };
};

interface Settled {
  readonly owned: Owned;
  readonly people: People;
  readonly later: LaterPeople;
  readonly operationId: string;
}

const assign = async (turn: Turn, { owned, people, later, operationId }: Settled): Promise<Reply> => {
  const ids = [...people.found.map(person => person.id), ...people.outside];
  const unknown = people.nobody.map(({ name, near }) => ({ label: name, result: 'unknown' as const, near }));
  if (ids.length === 0) {
    return answered(turn, { owned, answers: unknown, undo: undefined }, later);
  }
  const { id: subscriptionId } = owned.subscription;
  const done = await execute(turn.services, turn.actor, {
    type: 'assign_license',
    subscriptionId,
    people: ids,
    operationId,
  });
  if (!done.ok) return refused(turn, done.error, wayOn(owned, done.error));
  const { outcome, subscription } = done.value;
  if (done.value.replayed && !stillStands(outcome, subscription)) return doneBefore(turn, subscriptionId);
  const answers = outcome.type === 'assigned' ? await labelled(turn, outcome.people) : [];
  const gained = answers.some(answer => answer.result === 'assigned');
  const assigned: Assigned = {
    owned: { ...owned, subscription },
    answers: [...answers, ...unknown],
    undo: gained ? { undoes: operationId, operationId: turn.newId() } : undefined,
  };
  return answered(turn, assigned, later);
};

type Assigned = Omit<Parameters<typeof assignedScreen>[1], 'next'>;

/** Who got a license and who did not, and the way to go on with whoever waits. */
const answered = (turn: Turn, assigned: Assigned, waiting: LaterPeople): Reply => {
  if (countLater(waiting) === 0) return { screen: assignedScreen(turn.words, assigned) };
  const { now, later } = nextBatch(waiting, assigned.answers.length);
  const press = {
    type: 'assign_license',
    subscriptionId: assigned.owned.subscription.id,
    given: now.given.join(','),
    names: now.names.join(','),
    ...carriedOn(later),
    operationId: turn.newId(),
  } as const;
  const count = now.given.length + now.names.length;
  const next = { press, count, done: later.before, of: later.before + count + countLater(later) };
  return { screen: assignedScreen(turn.words, { ...assigned, next }), pending: { command: press } };
};

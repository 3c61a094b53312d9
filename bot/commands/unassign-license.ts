import { z } from 'zod';
import { chooseScreen } from '../../cards/views/choose';
import { nobodyScreen } from '../../cards/views/nobody';
import type { Owned } from '../../cards/views/owned';
import { unassignScreen } from '../../cards/views/unassign';
import { execute } from '../../domain/app/execute';
import type { Person } from '../../domain/shared/person';
import { asOperation, defineCommand, ofPeople, onSubscription } from './command-file';
import { personOption, subscriptionOption } from './options';
import { type Ambiguous, holdersOf, whichPeople } from './people';
import { refused } from './refused';
import { whichSubscription } from './subscriptions';
import type { Reply, Turn } from './turn';
import { unassigned } from './unassigned';

const schema = z.object({
  type: z.literal('unassign_license'),
  ...onSubscription,
  ...ofPeople,
  ...asOperation,
});

/** Takes licenses back. It takes something away, so a typed wish is asked about before it is done. */
export const unassignLicense = defineCommand({
  schema,
  answer: async (command, turn) => {
    const which = await whichSubscription(turn, command);
    if (!which.ok) return refused(turn, which.error);
    if ('several' in which.value) return askWhich(turn, which.value.several, command.names);
    const owned = which.value.one;
    const holders = await holdersOf(turn, owned.subscription);
    const people = await whichPeople(turn, command, holders);
    const [ambiguous] = people.ambiguous;
    if (ambiguous) return askWho(turn, owned, people.found, ambiguous);
    const [nobody] = people.nobody;
    if (nobody && people.found.length === 0) return askWhoInstead(turn, owned, nobody.name, nobody.near);
    const pressed = turn.said === 'press' && command.operationId !== undefined;
    const ids = [...people.found.map(person => person.id), ...people.outside];
    if (pressed && ids.length > 0) return unassign(turn, owned, ids, command.operationId ?? turn.newId());
    return ask(turn, { owned, holders, people: people.found, empty: pressed });
  },
});

const askWhich = (turn: Turn, choices: readonly Owned[], names: readonly string[]): Reply => ({
  screen: chooseScreen(turn.words, { purpose: 'unassign_license', choices, names: names.join(',') }),
  pending: {
    command: { type: 'unassign_license', names },
    choice: { field: 'subscriptionId', options: choices.map(subscriptionOption) },
  },
});

const askWhoInstead = (turn: Turn, owned: Owned, name: string, near: readonly Person[]): Reply => {
  const command = { type: 'unassign_license', subscriptionId: owned.subscription.id } as const;
  return {
    screen: nobodyScreen(turn.words, { name, near, press: command }),
    pending: { command, choice: { field: 'given', options: near.map(personOption) } },
  };
};

/** Several fit a name: they are ticked, beside those who are settled already. */
const askWho = (turn: Turn, owned: Owned, found: readonly Person[], ambiguous: Ambiguous): Reply => {
  const operationId = turn.newId();
  const given = found.map(person => person.id).join(',');
  const command = { type: 'unassign_license', subscriptionId: owned.subscription.id, given } as const;
  const holders = [...found, ...ambiguous.candidates];
  return {
    screen: unassignScreen(turn.words, { owned, people: [], holders, operationId }),
    pending: { command, choice: { field: 'given', options: ambiguous.candidates.map(personOption) } },
  };
};

interface Question {
  readonly owned: Owned;
  readonly holders: readonly Person[];
  readonly people: readonly Person[];
  readonly empty: boolean;
}

const ask = (turn: Turn, { owned, holders, people, empty }: Question): Reply => {
  const operationId = turn.newId();
  const { id: subscriptionId } = owned.subscription;
  const given = people.map(person => person.id).join(',');
  return {
    screen: unassignScreen(turn.words, {
      ...{ owned, people, operationId, holders: people.length > 0 ? [] : holders },
      ...(empty ? { problem: 'nobody_named' as const } : {}),
    }),
    ...(people.length > 0
      ? { pending: { command: { type: 'unassign_license', subscriptionId, given, operationId } } }
      : {}),
  };
};

const unassign = async (turn: Turn, owned: Owned, people: readonly string[], operationId: string): Promise<Reply> => {
  const { id: subscriptionId } = owned.subscription;
  const done = await execute(turn.services, turn.actor, {
    ...{ type: 'unassign_license', subscriptionId, people, operationId },
  });
  if (!done.ok) return refused(turn, done.error, [{ type: 'show_subscription', subscriptionId }]);
  return unassigned(turn, { ...owned, subscription: done.value.subscription }, done.value.outcome, false);
};

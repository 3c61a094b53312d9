import { z } from 'zod';
import type { Owned } from '../../cards/owned';
import { chooseScreen, nobodyScreen, unassignScreen } from '../../cards/screens';
import { execute } from '../../domain/app/execute';
import type { Person } from '../../domain/shared/person';
import { holds } from '../../domain/subscription/subscription';
import { asOperation, defineCommand, ofPeople, onSubscription } from './command-file';
import { personOption, subscriptionOption } from './options';
import { type Ambiguous, countNamed, holdersOf, type Nobody, whichPeople } from './people';
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
type UnassignLicense = z.infer<typeof schema>;

/** Takes licenses back. It takes something away, so a typed wish is asked about before it is done. */
export const unassignLicense = defineCommand({
  schema,
  answer: async (command, turn) => {
    const which = await whichSubscription(turn, command);
    if (!which.ok) return refused(turn, which.error);
    const narrowed = 'several' in which.value ? await narrow(turn, which.value.several, command) : undefined;
    const owned =
      'one' in which.value ? which.value.one : narrowed?.choices.length === 1 ? narrowed.choices[0] : undefined;
    if (!owned) return narrowed ? askWhich(turn, narrowed) : refused(turn, { code: 'SUBSCRIPTION_NOT_FOUND' });
    const people = await whichPeople(turn, command, person => holds(owned.subscription, person.id));
    const [ambiguous] = people.ambiguous;
    if (ambiguous) return askWho(turn, owned, people.found, ambiguous);
    const [nobody] = people.nobody;
    if (nobody && people.found.length === 0) return askWhoInstead(turn, owned, nobody);
    const pressed = turn.said === 'press' && command.operationId !== undefined;
    const ids = [...people.found.map(person => person.id), ...people.outside];
    if (pressed && ids.length > 0) return unassign(turn, owned, ids, command.operationId ?? turn.newId());
    return ask(turn, owned, people.found, pressed);
  },
});

/** Several subscriptions fit: those that the named people hold a license of come first, and alone when it is one. */
const narrow = async (turn: Turn, choices: readonly Owned[], command: UnassignLicense): Promise<Narrowed> => {
  if (countNamed(command) === 0) return { choices, given: [] };
  const holdsAny = (person: Person) => choices.some(({ subscription }) => holds(subscription, person.id));
  const { found } = await whichPeople(turn, command, holdsAny);
  const held = choices.filter(({ subscription }) => found.some(person => holds(subscription, person.id)));
  return { choices: held.length > 0 ? held : choices, given: found };
};

interface Narrowed {
  readonly choices: readonly Owned[];
  readonly given: readonly Person[];
}

const askWhich = (turn: Turn, { choices, given }: Narrowed): Reply => {
  const ids = idsOf(given);
  return {
    screen: chooseScreen(turn.words, { purpose: 'unassign_license', choices, given: ids }),
    pending: {
      command: { type: 'unassign_license', given: ids },
      choice: { field: 'subscriptionId', options: choices.map(subscriptionOption) },
    },
  };
};

const idsOf = (people: readonly Person[]): string => people.map(person => person.id).join(',');

const askWhoInstead = (turn: Turn, owned: Owned, { name, near }: Nobody): Reply => {
  const command = { type: 'unassign_license', subscriptionId: owned.subscription.id } as const;
  return {
    screen: nobodyScreen(turn.words, { name, near, press: command }),
    pending: { command, choice: { field: 'given', options: near.map(personOption) } },
  };
};

/** Several fit a name: they are ticked, beside those who are settled already. */
const askWho = (turn: Turn, owned: Owned, found: readonly Person[], ambiguous: Ambiguous): Reply => {
  const operationId = turn.newId();
  const given = idsOf(found);
  const command = { type: 'unassign_license', subscriptionId: owned.subscription.id, given } as const;
  const holders = [...found, ...ambiguous.candidates];
  return {
    screen: unassignScreen(turn.words, { owned, people: [], holders, others: 0, operationId }),
    pending: { command, choice: { field: 'given', options: ambiguous.candidates.map(personOption) } },
  };
};

/** As many as a card lists; the others are typed. */
const HOLDERS_LISTED = 100;

const ask = async (turn: Turn, owned: Owned, people: readonly Person[], empty: boolean): Promise<Reply> => {
  const operationId = turn.newId();
  const { id: subscriptionId } = owned.subscription;
  if (people.length > 0) {
    return {
      screen: unassignScreen(turn.words, { owned, people, holders: [], operationId }),
      pending: { command: { type: 'unassign_license', subscriptionId, given: idsOf(people), operationId } },
    };
  }
  const holders = await holdersOf(turn, owned.subscription, HOLDERS_LISTED);
  const problem = empty ? ('nobody_named' as const) : undefined;
  return { screen: unassignScreen(turn.words, { owned, people, holders, operationId, problem }) };
};

const unassign = async (turn: Turn, owned: Owned, people: readonly string[], operationId: string): Promise<Reply> => {
  const { id: subscriptionId } = owned.subscription;
  const done = await execute(turn.services, turn.actor, {
    ...{ type: 'unassign_license', subscriptionId, people, operationId },
  });
  if (!done.ok) return refused(turn, done.error, [{ type: 'show_subscription', subscriptionId }]);
  return unassigned(turn, { ...owned, subscription: done.value.subscription }, done.value.outcome, false);
};

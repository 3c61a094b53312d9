import { z } from 'zod';
import type { Owned } from '../../cards/owned';
import { nobodyScreen, unassignedScreen, unassignScreen } from '../../cards/screens';
import { execute } from '../../domain/app/execute';
import type { Person } from '../../domain/shared/person';
import { stillStands } from '../../domain/subscription/outcome';
import { holds } from '../../domain/subscription/subscription';
import { askWhichSubscription } from './choose-subscription';
import { asOperation, defineCommand, ofPeople, onSubscription } from './command-file';
import { personOption } from './options';
import { countNamed, holdersOf, type Nobody, type People, tooManyNamed, whichPeople } from './people';
import { refused } from './refused';
import { doneBefore } from './show-subscription';
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
    const tooMany = tooManyNamed(command);
    if (tooMany) return refused(turn, tooMany);
    const which = await whichSubscription(turn, command);
    if (!which.ok) return refused(turn, which.error);
    const narrowed = 'several' in which.value ? await narrow(turn, which.value.several, command) : undefined;
    if (narrowed && 'nobody' in narrowed) return askWhoInstead(turn, undefined, narrowed.nobody);
    const owned = 'one' in which.value ? which.value.one : onlyOne(narrowed?.choices);
    if (!owned) return narrowed ? askWhich(turn, narrowed) : refused(turn, { code: 'SUBSCRIPTION_NOT_FOUND' });
    const people = await whichPeople(turn, command, person => holds(owned.subscription, person.id));
    const pressed = turn.said === 'press' && command.operationId !== undefined;
    const ids = [...people.found.map(person => person.id), ...people.outside];
    if (pressed && ids.length > 0 && people.ambiguous.length + people.nobody.length === 0) {
      return unassign(turn, owned, ids, command.operationId ?? turn.newId());
    }
    return askAbout(turn, owned, people, pressed);
  },
});

const onlyOne = (choices: readonly Owned[] | undefined): Owned | undefined =>
  choices?.length === 1 ? choices[0] : undefined;

/** Asks about those who hold a license, and says who was named and holds none. */
const askAbout = (turn: Turn, owned: Owned, people: People, pressed: boolean): Promise<Reply> | Reply => {
  const holdsOne = (person: Person) => holds(owned.subscription, person.id);
  const holding = people.found.filter(holdsOne);
  const choosable = people.ambiguous.filter(({ candidates }) => candidates.some(holdsOne));
  const without = [
    ...people.found.filter(person => !holdsOne(person)).map(person => person.displayName),
    ...people.ambiguous.filter(each => !choosable.includes(each)).map(({ name }) => name),
    ...people.nobody.map(({ name }) => name),
  ];
  if (choosable.length > 0)
    return askWho(
      turn,
      owned,
      holding,
      choosable.flatMap(each => each.candidates.filter(holdsOne)),
      without,
    );
  const [nobody] = people.nobody;
  if (holding.length === 0 && nobody && without.length === 1) return askWhoInstead(turn, owned, nobody);
  if (holding.length === 0 && without.length > 0) {
    const answers = without.map(label => ({ label, result: 'not_assigned' as const }));
    return { screen: unassignedScreen(turn.words, { owned, answers, undone: false }) };
  }
  return ask(turn, owned, holding, { empty: pressed, leftOut: without });
};

/** Several subscriptions fit: those that the named people hold a license of come first, and alone when it is one. */
const narrow = async (
  turn: Turn,
  choices: readonly Owned[],
  command: UnassignLicense,
): Promise<Narrowed | { readonly nobody: Nobody; readonly choices?: undefined }> => {
  if (countNamed(command) === 0) return { choices, given: [] };
  const holdsAny = (person: Person) => choices.some(({ subscription }) => holds(subscription, person.id));
  const { found, ambiguous, nobody } = await whichPeople(turn, command, holdsAny);
  const [first] = nobody;
  if (first && found.length + ambiguous.length === 0) return { nobody: first };
  const held = choices.filter(({ subscription }) => found.some(person => holds(subscription, person.id)));
  return { choices: held.length > 0 ? held : choices, given: found };
};

interface Narrowed {
  readonly choices: readonly Owned[];
  readonly given: readonly Person[];
}

const askWhich = (turn: Turn, { choices, given }: Narrowed): Reply => {
  const ids = idsOf(given);
  return askWhichSubscription(turn, 'unassign_license', choices, {
    type: 'unassign_license',
    ...(ids ? { given: ids } : {}),
  });
};

const idsOf = (people: readonly Person[]): string => people.map(person => person.id).join(',');

const askWhoInstead = (turn: Turn, owned: Owned | undefined, { name, near }: Nobody): Reply => {
  const command = { type: 'unassign_license', ...(owned ? { subscriptionId: owned.subscription.id } : {}) } as const;
  return {
    screen: nobodyScreen(turn.words, { name, near, press: command }),
    pending: { command, choice: { field: 'given', options: near.map(personOption) } },
  };
};

/** Several fit a name: they are ticked, beside those who are settled already. */
const askWho = (
  turn: Turn,
  owned: Owned,
  settled: readonly Person[],
  candidates: readonly Person[],
  leftOut: readonly string[],
): Reply => {
  const command = { type: 'unassign_license', subscriptionId: owned.subscription.id, given: idsOf(settled) } as const;
  const holders = [...settled, ...candidates];
  return {
    screen: unassignScreen(turn.words, { owned, people: [], holders, others: 0, leftOut, operationId: turn.newId() }),
    pending: { command, choice: { field: 'given', options: candidates.map(personOption) } },
  };
};

/** As many as a card lists; the others are typed. */
const HOLDERS_LISTED = 100;

const ask = async (
  turn: Turn,
  owned: Owned,
  people: readonly Person[],
  { empty, leftOut }: { readonly empty: boolean; readonly leftOut: readonly string[] },
): Promise<Reply> => {
  const operationId = turn.newId();
  const { id: subscriptionId } = owned.subscription;
  if (people.length > 0) {
    return {
      screen: unassignScreen(turn.words, { owned, people, holders: [], leftOut, operationId }),
      pending: { command: { type: 'unassign_license', subscriptionId, given: idsOf(people), operationId } },
    };
  }
  const holders = await holdersOf(turn, owned.subscription, HOLDERS_LISTED);
  const problem = empty ? ('nobody_named' as const) : undefined;
  return {
    screen: unassignScreen(turn.words, { owned, people, holders, operationId, problem }),
    pending: { command: { type: 'unassign_license', subscriptionId } },
  };
};

const unassign = async (turn: Turn, owned: Owned, people: readonly string[], operationId: string): Promise<Reply> => {
  const { id: subscriptionId } = owned.subscription;
  const done = await execute(turn.services, turn.actor, {
    type: 'unassign_license',
    subscriptionId,
    people,
    operationId,
  });
  if (!done.ok) return refused(turn, done.error, [{ type: 'show_subscription', subscriptionId }]);
  const { outcome, subscription } = done.value;
  if (done.value.replayed && !stillStands(outcome, subscription)) return doneBefore(turn, subscriptionId);
  return unassigned(turn, { ...owned, subscription: done.value.subscription }, done.value.outcome, false);
};

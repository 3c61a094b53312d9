import { z } from 'zod';
import type { Owned } from '../../cards/owned';
import { PAGE, pageOf } from '../../cards/paging';
import { holdersScreen, holdingsScreen, nobodyScreen } from '../../cards/screens';
import { type Assignment, holds } from '../../domain/subscription/subscription';
import { askWhichSubscription } from './choose-subscription';
import { defineCommand, filled, ofPeople, onPage, onSubscription } from './command-file';
import { nextPage } from './next-page';
import { personsOf, tooManyNamed, whichPeople } from './people';
import { refused } from './refused';
import { ownedBy, whichSubscription } from './subscriptions';
import type { Reply, Turn } from './turn';

const LONGEST_SEARCH = 200;

const schema = z.object({
  ...{ type: z.literal('list_assignments'), find: filled(z.string().max(LONGEST_SEARCH).optional()) },
  ...onPage,
  ...onSubscription,
  ...ofPeople,
});
type ListAssignments = z.infer<typeof schema>;

/** "Who has Visio?" lists its holders; "what does Ana have?" the subscriptions she holds a license of. */
export const listAssignments = defineCommand({
  schema,
  answer: async (command, turn) => {
    if (command.names.length > 0) return holdingsOf(command, turn);
    const which = await whichSubscription(turn, command);
    if (!which.ok) return refused(turn, which.error);
    return 'one' in which.value
      ? holders(turn, which.value.one, command)
      : askWhichSubscription(turn, 'show_subscription', which.value.several, { type: 'list_assignments' });
  },
});

const holders = async (turn: Turn, owned: Owned, { find = '', page = 1 }: ListAssignments): Promise<Reply> => {
  const fitting = await fittingOf(turn, owned.subscription.assignments, find.trim());
  const { page: shown, skip } = pageOf(fitting.length, page);
  const assignments = fitting.slice(skip, skip + PAGE);
  const people = await personsOf(
    turn,
    assignments.map(({ personId }) => personId),
  );
  const subscriptionId = owned.subscription.id;
  const held = people.map((person, at) => ({ person, since: assignments[at]?.at ?? owned.subscription.purchasedAt }));
  return {
    screen: holdersScreen(turn.words, { owned, holders: held, count: fitting.length, page: shown, find: find.trim() }),
    ...nextPage(fitting.length, page, { type: 'list_assignments', subscriptionId, ...(find ? { find } : {}) }),
  };
};

/** The directory says whom a name fits: the names of 10,000 holders are not fetched to look through them. */
const fittingOf = async (
  { services, actor }: Turn,
  assignments: readonly Assignment[],
  find: string,
): Promise<readonly Assignment[]> => {
  if (find === '') return assignments;
  const found = await services.directory.search(actor.tenantId, find);
  const ids = new Set(found.map(({ person }) => person.id));
  return assignments.filter(({ personId }) => ids.has(personId));
};

const holdingsOf = async (command: ListAssignments, turn: Turn): Promise<Reply> => {
  const tooMany = tooManyNamed(command);
  if (tooMany) return refused(turn, tooMany);
  const { found, ambiguous, nobody } = await whichPeople(turn, command);
  const people = [...found, ...ambiguous.flatMap(({ candidates }) => candidates)];
  const [unknown] = nobody;
  if (people.length === 0 && unknown) {
    return { screen: nobodyScreen(turn.words, { name: unknown.name, near: [], press: { type: 'help' } }) };
  }
  const owned = await ownedBy(turn);
  const meant = owned.filter(
    ({ product }) => !command.product || [product.name, product.family].includes(command.product),
  );
  const held = (meant.length > 0 ? meant : owned).filter(({ subscription }) =>
    people.some(person => holds(subscription, person.id)),
  );
  const name = turn.words.list(people.map(person => person.displayName));
  return { screen: holdingsScreen(turn.words, { name, items: held, now: turn.now }) };
};

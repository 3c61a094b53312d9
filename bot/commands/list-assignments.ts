import { z } from 'zod';
import type { Owned } from '../../cards/owned';
import { holdersScreen, holdingsOfEachScreen, holdingsScreen, nobodyScreen } from '../../cards/screens';
import { PEOPLE_AT_ONCE } from '../../domain/subscription/assign-license';
import { holds } from '../../domain/subscription/subscription';
import { askWhichSubscription } from './choose-subscription';
import { defineCommand, ofPeople, onSubscription } from './command-file';
import { holdersOf, ofHolders } from './holders';
import { nextPage } from './next-page';
import { tooManyNamed, whichPeople } from './people';
import { refused } from './refused';
import { ownedBy, whichSubscription } from './subscriptions';
import type { Reply, Turn } from './turn';

const schema = z.object({
  type: z.literal('list_assignments'),
  ...ofHolders,
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

const holders = async (turn: Turn, owned: Owned, asked: ListAssignments): Promise<Reply> => {
  const held = await holdersOf(turn, owned.subscription, asked);
  const { find } = held;
  const command = { type: 'list_assignments', subscriptionId: owned.subscription.id, ...(find ? { find } : {}) };
  return { screen: holdersScreen(turn.words, { owned, ...held }), ...nextPage(held.count, held.page, command) };
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
  const { product: wanted } = command;
  const meant = owned.filter(({ product }) => !wanted || [product.name, product.family].includes(wanted));
  const holdings = people.slice(0, PEOPLE_AT_ONCE).map(({ id, displayName: name }) => ({
    name,
    items: meant.filter(({ subscription }) => holds(subscription, id)),
  }));
  const [only, ...others] = holdings;
  return only && others.length === 0
    ? { screen: holdingsScreen(turn.words, { ...only, product: wanted, now: turn.now }) }
    : { screen: holdingsOfEachScreen(turn.words, { holdings, product: wanted }) };
};

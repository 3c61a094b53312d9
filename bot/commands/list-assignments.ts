import { z } from 'zod';
import { holdingsScreen, nobodyScreen } from '../../cards/screens';
import { holds } from '../../domain/subscription/subscription';
import { defineCommand, ofPeople, onSubscription } from './command-file';
import { tooManyNamed, whichPeople } from './people';
import { refused } from './refused';
import { show } from './show-subscription';
import { ownedBy } from './subscriptions';

/** "Who has Visio?" shows that subscription; "what does Ana have?" the subscriptions she holds a license of. */
export const listAssignments = defineCommand({
  schema: z.object({ type: z.literal('list_assignments'), ...onSubscription, ...ofPeople }),
  answer: async (command, turn) => {
    if (command.names.length === 0) return show(turn, command);
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
  },
});

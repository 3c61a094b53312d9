import { z } from 'zod';
import { subscriptionsScreen } from '../../cards/screens';
import { holds } from '../../domain/subscription/subscription';
import { defineCommand, ofPeople, onSubscription } from './command-file';
import { whichPeople } from './people';
import { show } from './show-subscription';
import { ownedBy } from './subscriptions';

/** "Who has Visio?" shows that subscription; "what does Ana have?" the subscriptions she holds a license of. */
export const listAssignments = defineCommand({
  schema: z.object({ type: z.literal('list_assignments'), ...onSubscription, ...ofPeople }),
  answer: async (command, turn) => {
    if (command.names.length === 0) return show(turn, command);
    const { found, ambiguous } = await whichPeople(turn, command);
    const people = [...found, ...ambiguous.flatMap(({ candidates }) => candidates)];
    const held = (await ownedBy(turn)).filter(({ subscription }) =>
      people.some(person => holds(subscription, person.id)),
    );
    return { screen: subscriptionsScreen(turn.words, { items: held, now: turn.now }) };
  },
});

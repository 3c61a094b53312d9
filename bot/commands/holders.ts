import { z } from 'zod';
import { PAGE, pageOf } from '../../cards/paging';
import type { Holders } from '../../cards/views/holders';
import type { Assignment, Subscription } from '../../domain/subscription/subscription';
import { filled, onPage } from './command-file';
import { personsOf } from './people';
import type { Turn } from './turn';

const LONGEST_SEARCH = 200;

/** Which of those who have a license are to be seen. */
export const ofHolders = { find: filled(z.string().max(LONGEST_SEARCH).optional()), ...onPage };

interface Asked {
  readonly find?: string | undefined;
  readonly page?: number | undefined;
}

/** A page of who has a license of a subscription, whoever may see it. */
export const holdersOf = async (
  turn: Turn,
  subscription: Subscription,
  { find = '', page = 1 }: Asked,
): Promise<Pick<Holders, 'holders' | 'count' | 'page' | 'find'>> => {
  const fitting = await fittingOf(turn, subscription.assignments, find.trim());
  const { page: shown, skip } = pageOf(fitting.length, page);
  const assignments = fitting.slice(skip, skip + PAGE);
  const people = await personsOf(
    turn,
    assignments.map(({ personId }) => personId),
  );
  const holders = people.map((person, at) => ({ person, since: assignments[at]?.at ?? subscription.purchasedAt }));
  return { holders, count: fitting.length, page: shown, find: find.trim() };
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

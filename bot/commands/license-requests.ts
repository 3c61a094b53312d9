import { z } from 'zod';
import { PAGE, pageOf } from '../../cards/paging';
import { requestScreen, requestsScreen } from '../../cards/screens';
import { isAdmin } from '../../domain/app/admin';
import { myRequests, openRequests, showRequest } from '../../domain/app/license-requests';
import type { RequestId } from '../../domain/shared/ids';
import { defineCommand, id, onPage } from './command-file';
import { nextPage } from './next-page';
import { refused } from './refused';
import { allRequested, requested } from './requested';
import type { Reply, Turn } from './turn';

/** For admins the requests that wait for an answer, for all others their own, as `mine` are for everybody. */
export const listLicenseRequests = defineCommand({
  schema: z.object({ type: z.literal('list_license_requests'), mine: z.boolean().default(false), ...onPage }),
  answer: async ({ mine: asked, page }, turn) => {
    const { services, actor, words } = turn;
    const isOfAdmin = await isAdmin(services, actor);
    const mine = asked || !isOfAdmin;
    const found = mine
      ? ({ ok: true, value: await myRequests(services, actor) } as const)
      : await openRequests(services, actor);
    if (!found.ok) return refused(turn, found.error);
    const count = found.value.length;
    const { skip } = pageOf(count, page);
    const requests = await allRequested(turn, found.value.slice(skip, skip + PAGE));
    return {
      screen: requestsScreen(words, { requests, count, mine, isAdmin: isOfAdmin, page }),
      ...nextPage(count, page ?? 1, { type: 'list_license_requests', ...(mine ? { mine } : {}) }),
    };
  },
});

/** One of one's own, or for an admin anybody's, to be answered. */
export const showLicenseRequest = defineCommand({
  schema: z.object({ type: z.literal('show_license_request'), requestId: id }),
  answer: ({ requestId }, turn) => shownTo(turn, requestId),
});

/** The request as it stands, for the actor; `note` says why it is shown. */
export const shownTo = async (turn: Turn, requestId: RequestId, note?: string): Promise<Reply> => {
  const found = await showRequest(turn.services, turn.actor, requestId);
  if (!found.ok) return refused(turn, found.error, [{ type: 'list_license_requests' }]);
  const viewer = found.value.personId === turn.actor.personId ? 'asker' : 'admin';
  const went = note === undefined ? undefined : 'unchanged';
  return { screen: requestScreen(turn.words, { ...(await requested(turn, found.value)), viewer, note, went }) };
};

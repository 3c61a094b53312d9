import { refused } from './refused';
import type { Reply, Turn } from './turn';

/** RULES, Buying: guests may not. They are told before they are shown what there is, and not only when they press Buy. */
export const refusedGuest = async (turn: Turn): Promise<Reply | undefined> => {
  const { services, actor } = turn;
  const [person] = await services.directory.byIds(actor.tenantId, [actor.personId]);
  return person?.userType === 'guest' ? refused(turn, { code: 'GUEST_CANNOT_BUY' }) : undefined;
};

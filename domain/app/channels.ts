import type { TenantId } from '../shared/ids';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import { NEW } from '../store/port';
import { onlyAdmins } from './admin';
import type { Actor, Services } from './services';
import { untilFirst } from './until-first';

/** A conversation, and how what is said in it later gets there. */
export interface Place {
  readonly conversationId: string;
  /** As the channel has it; none: nothing can be said there later. */
  readonly reference: unknown;
  readonly locale: string;
  readonly timeZone?: string | undefined;
}

/** Has admins' notices sent to a conversation as well, or no more. Refusals: NOT_ADMIN, NOWHERE_TO_SEND, BUSY. */
export const chooseChannel = (
  services: Services,
  actor: Actor,
  { conversationId: id, reference, locale, timeZone }: Place,
  on: boolean,
): Promise<Result<true, Refusal>> =>
  onlyAdmins(services, actor, async () => {
    if (reference === undefined) return fail({ code: 'NOWHERE_TO_SEND' });
    return untilFirst(services, async () => {
      const { tenantId, personId: by } = actor;
      const known = await services.store.channels.load(tenantId, id);
      const chosen = { tenantId, id, by, at: services.now(), reach: { reference, locale, timeZone } };
      const isSaved = await services.store.channels.save(
        { ...chosen, ...(on ? {} : { off: true }) },
        known?.version ?? NEW,
      );
      return isSaved ? ok(true as const) : undefined;
    });
  });

/**
 * Somebody spoke in a conversation: where admins are told in it, that is how it is reached from now on, also when the
 * channel would not have the bot there before.
 */
export const renewChannel = async (
  { store }: Pick<Services, 'store'>,
  tenantId: TenantId,
  id: string,
  reference: unknown,
): Promise<void> => {
  if (reference === undefined) return;
  const known = await store.channels.load(tenantId, id);
  if (!known || known.state.off) return;
  const { reach } = known.state;
  if (!reach.blocked && JSON.stringify(reach.reference) === JSON.stringify(reference)) return;
  // Somebody who speaks at the same moment says the same.
  await store.channels.save({ ...known.state, reach: { ...reach, reference, blocked: undefined } }, known.version);
};

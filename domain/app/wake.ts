import { toPerson } from './post';
import type { Actor, Services } from './services';

/** Of more than these, the rest comes when it would have been tried anyway. */
const MOST = 200;

/**
 * Somebody can be reached who could not be before: what waits for them, ever more rarely looked after, is due.
 * A notice that is being sent at this moment is left alone.
 */
export const wake = async (services: Services, { tenantId, personId }: Actor): Promise<void> => {
  const { store, now, deliverSoon } = services;
  const known = await store.notices.ofRecipient(tenantId, toPerson(personId), MOST);
  const waiting = known.filter(({ dueAt, tries }) => tries > 0 && dueAt !== undefined && dueAt > now());
  for (const { id } of waiting) {
    const found = await store.notices.load(tenantId, id);
    if (found?.state.dueAt === undefined) continue;
    // Long due, so that they come in the order in which it happened.
    await store.notices.save({ ...found.state, dueAt: found.state.at }, found.version);
  }
  if (waiting.length > 0) deliverSoon();
};

import type { Actor, Services } from './services';

/**
 * The channel says that somebody does not take what the bot sends: nothing more is sent until they speak with it again.
 * Somebody who does that right now is faster, and right.
 */
export const blockReach = async ({ store }: Pick<Services, 'store'>, { tenantId, personId }: Actor): Promise<void> => {
  const person = await store.people.load(tenantId, personId);
  if (!person?.state.reach) return;
  await store.people.save({ ...person.state, reach: { ...person.state.reach, blocked: true } }, person.version);
};

import { ok } from '../shared/result';
import type { Actor, Services } from './services';
import { untilFirst } from './until-first';

/** Remembers that somebody did something that is no operation on a subscription, so that "undo" does not reach behind it. */
export const didOtherwise = async (services: Services, { tenantId, personId }: Actor): Promise<void> => {
  await untilFirst(services, async () => {
    const found = await services.store.people.load(tenantId, personId);
    if (!found) return ok(undefined);
    const changed = { ...found.state, didOtherwiseAt: services.now() };
    return (await services.store.people.save(changed, found.version)) ? ok(undefined) : undefined;
  });
};

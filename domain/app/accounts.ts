import { type Account, emptyAccount } from '../billing/account';
import type { Refusal } from '../shared/refusal';
import { ok, type Result } from '../shared/result';
import { NEW } from '../store/port';
import type { Actor, Services } from './services';
import { untilFirst } from './until-first';

/** The actor's billing profiles and payment methods; empty when there are none yet. */
export const loadAccount = async (services: Pick<Services, 'store'>, actor: Actor): Promise<Account> =>
  (await services.store.accounts.load(actor.tenantId, actor.personId))?.state ??
  emptyAccount(actor.tenantId, actor.personId);

/**
 * Changes the actor's own account as `decide` says, decided anew whenever somebody else changed it first. A refusal
 * means that nothing changed; an account that is decided to stay as it is is not written.
 */
export const changeAccount = (
  services: Services,
  actor: Actor,
  decide: (account: Account) => Result<Account, Refusal>,
): Promise<Result<Account, Refusal>> =>
  untilFirst(services, async () => {
    const loaded = await services.store.accounts.load(actor.tenantId, actor.personId);
    const account = loaded?.state ?? emptyAccount(actor.tenantId, actor.personId);
    const decided = decide(account);
    if (!decided.ok || decided.value === account) return decided;
    return (await services.store.accounts.save(decided.value, loaded?.version ?? NEW)) ? ok(decided.value) : undefined;
  });

import { type Account, expiresAt, expiringCards, type PaymentMethod } from '../billing/account';
import { afterForgetting, type Told, toForget } from '../billing/forgetting';
import { DAY } from '../shared/instant';
import type { Versioned } from '../store/port';
import { type LookedAfter, NOTHING_DONE, plus } from './looked-after';
import { postTo, toPerson } from './post';
import type { Services } from './services';
import { waitAfter } from './wait';

const BATCH = 100;

/**
 * What is due of accounts: notices of cards that expire, and cards that the gateway is to forget. Either may be done
 * twice and is done once by it. Throws only when what is due cannot be read.
 */
export const lookAfterAccounts = async (services: Services, ending?: AbortSignal): Promise<LookedAfter> => {
  let sum = NOTHING_DONE;
  for (;;) {
    const due = await services.store.accounts.due(services.now(), BATCH);
    for (const found of due) {
      if (ending?.aborted) return sum;
      sum = plus(sum, await attempt(services, found));
    }
    if (due.length < BATCH || sum.faults.length > 0) return sum;
  }
};

const attempt = async (services: Services, found: Versioned<Account>): Promise<LookedAfter> => {
  try {
    return await lookAfterAccount(services, found);
  } catch (fault) {
    return { ...NOTHING_DONE, faults: [fault] };
  }
};

const lookAfterAccount = async (services: Services, found: Versioned<Account>): Promise<LookedAfter> => {
  const told = await postExpiries(services, found.state);
  const forgotten = await forget(services, found.state);
  const paymentMethods = found.state.paymentMethods.map(method =>
    told.has(method.id) ? { ...method, expiryTold: true } : method,
  );
  const next = { ...found.state, paymentMethods, ...afterForgetting(found.state, forgotten) };
  // When somebody changed it meanwhile it is still due, and is found again.
  const isWritten = await services.store.accounts.save(next, found.version);
  const done = isWritten ? Math.sign(told.size) + forgotten.asked.length - forgotten.left.length : 0;
  return { done, refused: forgotten.refused, faults: [] };
};

/** The cards whose owner was told that they expire. */
const postExpiries = async (services: Services, account: Account): Promise<ReadonlySet<PaymentMethod['id']>> => {
  const { tenantId, purchaserId: personId } = account;
  const expiring = expiringCards(account, services.now());
  for (const method of expiring) {
    const { id: paymentMethodId, brand, lastFour } = method;
    const notice = { type: 'card_expiring', paymentMethodId, brand, lastFour, expiresAt: expiresAt(method) } as const;
    const id = `card_expiring:${paymentMethodId}:${notice.expiresAt}:${personId}`;
    await postTo(services, { tenantId, id, to: toPerson(personId), notice, at: services.now() });
  }
  if (expiring.length > 0) services.deliverSoon();
  return new Set(expiring.map(({ id }) => id));
};

interface Forgotten extends Told {
  readonly refused: readonly string[];
}

const forget = async (services: Services, account: Account): Promise<Forgotten> => {
  const { tenantId, purchaserId, forgetting = [], tries = 0 } = account;
  const cards = toForget(account, services.now());
  const left: string[] = [];
  const refused: string[] = [];
  for (const paymentMethodId of cards) {
    const { type } = await services.gateway.forget({ tenantId, purchaserId, paymentMethodId });
    if (type !== 'accepted') left.push(paymentMethodId);
    if (type === 'refused') refused.push(paymentMethodId);
  }
  const isWaiting = cards.length === 0 && (account.waitUntil ?? 0) > services.now();
  const wait = refused.length > 0 ? DAY : waitAfter(tries + 1);
  return { asked: isWaiting ? [] : forgetting, left, refused, waitUntil: services.now() + wait };
};

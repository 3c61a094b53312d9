import { type Account, expiresAt, expiringCards } from '../billing/account';
import type { PersonId } from '../shared/ids';
import { NEW, type NoticeRecord, type OwedNotice, type Versioned } from '../store/port';
import type { Audience } from '../subscription/notice';
import type { Subscription } from '../subscription/subscription';
import type { Services } from './services';

/** Makes one notice for each person that something owed is for; done again, it makes none. */
export const post = async (services: Services, subscription: Subscription, owed: OwedNotice): Promise<void> => {
  const { tenantId, id: subscriptionId, purchaserId } = subscription;
  const { notice, to = 'purchaser' } = owed;
  for (const personId of recipientsOf(subscription, to)) {
    // Whoever gave themselves a license knows.
    if (to !== 'purchaser' && personId === purchaserId) continue;
    await add(services, { tenantId, id: `${subscriptionId}:${owed.id}:${personId}`, personId, subscriptionId, notice });
  }
  services.deliverSoon();
};

const recipientsOf = ({ purchaserId, assignments }: Subscription, to: Audience): readonly PersonId[] => {
  if (to === 'purchaser') return [purchaserId];
  return to === 'holders' ? assignments.map(({ personId }) => personId) : to.people;
};

const add = async (
  { store, now }: Services,
  notice: Pick<NoticeRecord, 'tenantId' | 'id' | 'personId' | 'subscriptionId' | 'notice'>,
): Promise<void> => {
  const at = now();
  await store.notices.save({ ...notice, at, dueAt: at, tries: 0 }, NEW);
};

const BATCH = 100;

/** Makes the notices of cards that expire; resolves to how many accounts had one. */
export const postExpiries = async (services: Services, ending?: AbortSignal): Promise<number> => {
  for (let done = 0; ; ) {
    const due = await services.store.accounts.due(services.now(), BATCH);
    for (const account of due) {
      if (ending?.aborted) return done;
      done += await postExpiry(services, account);
    }
    if (due.length < BATCH) return done;
  }
};

/** 0: somebody changed it meanwhile, so it is still due and is found again. */
const postExpiry = async (services: Services, { state, version }: Versioned<Account>): Promise<0 | 1> => {
  const { tenantId, purchaserId: personId, paymentMethods } = state;
  const expiring = new Set(expiringCards(state, services.now()));
  for (const method of expiring) {
    const { id: paymentMethodId, brand, lastFour } = method;
    const notice = { type: 'card_expiring', paymentMethodId, brand, lastFour, expiresAt: expiresAt(method) } as const;
    const id = `card_expiring:${paymentMethodId}:${notice.expiresAt}:${personId}`;
    await add(services, { tenantId, id, personId, notice });
  }
  services.deliverSoon();
  const told = paymentMethods.map(method => (expiring.has(method) ? { ...method, expiryTold: true } : method));
  return (await services.store.accounts.save({ ...state, paymentMethods: told }, version)) ? 1 : 0;
};

import type { PersonId, TenantId } from '../shared/ids';
import { nextMorning } from '../shared/instant';
import { NEW, type NoticeRecord, type OwedNotice, type Recipient } from '../store/port';
import { type Audience, isStoppable, isToAdmins, kindOf } from '../subscription/notice';
import type { Subscription } from '../subscription/subscription';
import { adminsOf } from './admin';
import type { Services } from './services';

/** Makes one notice for each person and channel that something owed is for; done again, it makes none. */
export const post = async (services: Services, subscription: Subscription, owed: OwedNotice): Promise<void> => {
  const { tenantId, id: subscriptionId, purchaserId } = subscription;
  const { notice, to = 'purchaser', at = services.now() } = owed;
  for (const recipient of await recipientsOf(services, subscription, to)) {
    const id = `${subscriptionId}:${owed.id}:${recipient.type === 'person' ? recipient.personId : recipient.channelId}`;
    // Whoever gave themselves a license knows.
    const knows = recipient.type === 'person' && recipient.personId === purchaserId && isStoppable(notice);
    if (!knows) await postTo(services, { tenantId, id, to: recipient, subscriptionId, notice, at });
  }
  services.deliverSoon();
};

const recipientsOf = async (
  services: Services,
  { tenantId, purchaserId, assignments }: Subscription,
  to: Audience,
): Promise<readonly Recipient[]> => {
  if (to === 'purchaser') return [toPerson(purchaserId)];
  if (to === 'holders') return assignments.map(({ personId }) => toPerson(personId));
  return to === 'admins' ? allAdmins(services, tenantId) : to.people.map(toPerson);
};

/** Whoever is an admin now, and the channels they chose. */
export const allAdmins = async (services: Services, tenantId: TenantId): Promise<readonly Recipient[]> => {
  const channels = await services.store.channels.ofTenant(tenantId);
  return [
    ...(await adminsOf(services, tenantId)).map(toPerson),
    ...channels.map(({ id: channelId }) => ({ type: 'channel' as const, channelId })),
  ];
};

export const toPerson = (personId: PersonId): Recipient => ({ type: 'person', personId });

/** One notice to one recipient; one of that id there is already stays as it is. */
export const postTo = async (
  services: Services,
  notice: Pick<NoticeRecord, 'tenantId' | 'id' | 'to' | 'subscriptionId' | 'notice' | 'at'>,
): Promise<void> => {
  const when = await whenTold(services, notice);
  await services.store.notices.save({ ...notice, tries: 0, ...when }, NEW);
};

/** At once, unless an admin chose otherwise for this kind. */
const whenTold = async (
  { store }: Services,
  { tenantId, to, notice, at }: Pick<NoticeRecord, 'tenantId' | 'to' | 'notice' | 'at'>,
): Promise<Pick<NoticeRecord, 'dueAt' | 'digest' | 'ended'>> => {
  if (to.type === 'channel' || !isToAdmins(notice)) return { dueAt: at };
  const { adminNotices, reach } = (await store.people.load(tenantId, to.personId))?.state ?? {};
  switch (adminNotices?.[kindOf(notice)] ?? 'now') {
    case 'now':
      return { dueAt: at };
    case 'daily':
      return { dueAt: nextMorning(at, reach?.timeZone), digest: true };
    case 'off':
      return { ended: { type: 'not_sent', at, why: 'stopped' } };
  }
};

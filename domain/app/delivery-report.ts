import type { PersonId, SubscriptionId, TenantId } from '../shared/ids';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import type { NoticeRecord, Recipient } from '../store/port';
import type { Course, Standing } from '../subscription/delivery';
import type { Subscription } from '../subscription/subscription';
import { isAdmin, onlyAdmins } from './admin';
import { toPerson } from './post';
import type { Actor, Services } from './services';

export interface Reported {
  readonly record: NoticeRecord;
  /** What it is about; none: not about a subscription. */
  readonly subscription: Subscription | undefined;
  readonly course: Course;
}

const LATEST = 8;

export interface PersonReport {
  readonly standing: Standing;
  /** Whether they are told what others do. */
  readonly isAdmin: boolean;
  /** Latest first. */
  readonly notices: readonly Reported[];
}

/** What a person of the tenant was to be told of late, and what became of it. Refusals: NOT_ADMIN. */
export const reportOfPerson = (
  services: Services,
  actor: Actor,
  personId: PersonId,
): Promise<Result<PersonReport, Refusal>> =>
  onlyAdmins(services, actor, async () => {
    const { tenantId } = actor;
    const to = toPerson(personId);
    const [records, standing, isTold] = await Promise.all([
      services.store.notices.ofRecipient(tenantId, to, LATEST),
      standingOf(services, tenantId, to),
      isAdmin(services, { tenantId, personId }),
    ]);
    return ok({ standing, isAdmin: isTold, notices: await reported(services, tenantId, records) });
  });

export interface PurchaseReport {
  readonly subscription: Subscription;
  readonly notices: readonly Reported[];
}

/** Whom something of a purchase was to be told of late. Refusals: NOT_ADMIN, SUBSCRIPTION_NOT_FOUND. */
export const reportOfPurchase = (
  services: Services,
  actor: Actor,
  id: SubscriptionId,
): Promise<Result<PurchaseReport, Refusal>> =>
  onlyAdmins(services, actor, async () => {
    const { tenantId } = actor;
    const found = await services.store.subscriptions.load(tenantId, id);
    if (!found) return fail({ code: 'SUBSCRIPTION_NOT_FOUND' });
    const records = await services.store.notices.ofSubscription(tenantId, id, LATEST);
    return ok({ subscription: found.state.subscription, notices: await reported(services, tenantId, records) });
  });

const reported = (
  services: Services,
  tenantId: TenantId,
  records: readonly NoticeRecord[],
): Promise<readonly Reported[]> =>
  Promise.all(
    records.map(async record => {
      const { subscriptionId, to } = record;
      const found = subscriptionId && (await services.store.subscriptions.load(tenantId, subscriptionId));
      const standing = await standingOf(services, tenantId, to);
      return { record, subscription: found ? found.state.subscription : undefined, course: courseOf(record, standing) };
    }),
  );

const standingOf = async ({ store }: Services, tenantId: TenantId, to: Recipient): Promise<Standing> => {
  if (to.type === 'channel') {
    const channel = (await store.channels.load(tenantId, to.channelId))?.state;
    return { reach: channel && !channel.off ? 'open' : 'off', stopsLicenseNotices: false, adminNotices: {} };
  }
  const {
    reach,
    stopsLicenseNotices = false,
    adminNotices = {},
  } = (await store.people.load(tenantId, to.personId))?.state ?? {};
  return { reach: reach ? (reach.blocked ? 'blocked' : 'open') : 'nowhere', stopsLicenseNotices, adminNotices };
};

const courseOf = (record: NoticeRecord, { reach }: Standing): Course => {
  const { ended, dueAt, at, tries } = record;
  if (ended) return ended;
  return { type: 'waiting', why: reach === 'nowhere' ? 'nowhere' : whyWaiting(record), until: dueAt ?? at, tries };
};

/** Of somebody who could be sent something. */
const whyWaiting = ({ waitsFor, digest }: NoticeRecord) => {
  switch (waitsFor) {
    case 'recipient':
      return 'met';
    case 'channel':
      return 'busy';
    case 'directory':
      return 'directory';
    case undefined:
      return digest ? 'digest' : 'due';
  }
};

import { addDays, type Instant, MINUTE } from '../shared/instant';
import type { NoticeEnd, NoticeRecord, PersonRecord, Reach } from '../store/port';
import { isStoppable, isToAdmins, type Notice } from '../subscription/notice';
import { isAdmin } from './admin';
import type { Services } from './services';

/** Who never spoke with the bot is looked for so long, ever more rarely. */
const KEPT_DAYS = 30;
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 30 * MINUTE;

/** What the channel made of it. `later`: it may take it yet, not before `wait` milliseconds where it says so. */
export type Sent =
  | { readonly type: 'sent' }
  | { readonly type: 'later'; readonly wait?: number | undefined }
  | { readonly type: 'never'; readonly why: 'blocked' | 'refused'; readonly status?: number | undefined };

/** A person or a conversation, as far as sending to it goes. */
export type Addressee = Pick<PersonRecord, 'reach' | 'stopsLicenseNotices'> & { readonly off?: boolean | undefined };

export type Readiness =
  | { readonly type: 'send'; readonly reach: Reach }
  | { readonly type: 'never'; readonly why: 'stopped' | 'blocked' | 'nowhere' | 'not_admin' }
  | { readonly type: 'later'; readonly waitsFor: 'recipient' | 'directory' };

export type Unready = Exclude<Readiness, { readonly type: 'send' }>;

/** Whether a notice can be sent now, or why not. */
export const readiness = (recipient: Addressee | undefined, { notice, at }: NoticeRecord, now: Instant): Readiness => {
  const { reach, stopsLicenseNotices, off } = recipient ?? {};
  if (off || (isStoppable(notice) && stopsLicenseNotices)) return { type: 'never', why: 'stopped' };
  if (reach?.blocked) return { type: 'never', why: 'blocked' };
  if (reach) return { type: 'send', reach };
  return now < addDays(at, KEPT_DAYS) ? { type: 'later', waitsFor: 'recipient' } : { type: 'never', why: 'nowhere' };
};

/** Why somebody whom it could be sent to is not to have it: what was for admins is not for those who were one. */
export const stillFor = async (
  services: Services,
  { tenantId, to, notice }: NoticeRecord,
): Promise<Unready | undefined> => {
  if (to.type === 'channel' || !isForAdmins(notice)) return undefined;
  try {
    const isStill = await isAdmin(services, { tenantId, personId: to.personId });
    return isStill ? undefined : { type: 'never', why: 'not_admin' };
  } catch {
    // Everybody else is told meanwhile, and the report says what it waits for.
    return { type: 'later', waitsFor: 'directory' };
  }
};

const isForAdmins = (notice: Notice): boolean => isToAdmins(notice) || notice.type === 'support_asked';

type Chance = Pick<Services, 'now' | 'random'>;

/** The notice that is not sent now. */
export const without = (by: Chance, unready: Unready, notice: NoticeRecord): NoticeRecord => {
  if (unready.type === 'never') return endedWith(notice, { type: 'not_sent', at: by.now(), why: unready.why });
  if (unready.waitsFor === 'directory') return putOff(by, notice, 'directory');
  const tried = triedOnce(notice, 'recipient');
  return { ...tried, dueAt: addDays(by.now(), 2 ** (tried.tries - 1)) };
};

const endedWith = (notice: NoticeRecord, ended: NoticeEnd): NoticeRecord => ({ ...notice, dueAt: undefined, ended });

/** What becomes of a notice by the channel's answer. */
export const after = (by: Chance, notice: NoticeRecord, sent: Sent): NoticeRecord => {
  if (sent.type === 'sent') return endedWith(notice, { type: 'sent', at: by.now() });
  if (sent.type === 'never') {
    return endedWith(notice, { type: 'not_sent', at: by.now(), why: sent.why, status: sent.status });
  }
  return putOff(by, notice, 'channel', sent.wait);
};

/** Ever more rarely. Those who failed together are not to come together again. */
const putOff = (
  { now, random }: Chance,
  notice: NoticeRecord,
  waitsFor: 'channel' | 'directory',
  atLeast = 0,
): NoticeRecord => {
  const tried = triedOnce(notice, waitsFor);
  const wait = Math.max(atLeast, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(tried.tries - 1, 10)));
  return { ...tried, dueAt: now() + wait + Math.floor(random() * wait * 0.2) };
};

/** How often the channel was asked says nothing of how often nobody was there to be asked for. */
const triedOnce = (notice: NoticeRecord, waitsFor: NonNullable<NoticeRecord['waitsFor']>): NoticeRecord => ({
  ...notice,
  waitsFor,
  tries: waitsFor === (notice.waitsFor ?? waitsFor) ? notice.tries + 1 : 1,
});

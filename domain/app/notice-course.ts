import { addDays, type Instant, MINUTE } from '../shared/instant';
import type { NoticeEnd, NoticeRecord, PersonRecord, Reach } from '../store/port';
import { isStoppable } from '../subscription/notice';
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
  | { readonly type: 'never'; readonly why: 'stopped' | 'blocked' | 'nowhere' }
  | { readonly type: 'later' };

/** Whether a notice can be sent now, or why not. */
export const readiness = (recipient: Addressee | undefined, { notice, at }: NoticeRecord, now: Instant): Readiness => {
  const { reach, stopsLicenseNotices, off } = recipient ?? {};
  if (off || (isStoppable(notice) && stopsLicenseNotices)) return { type: 'never', why: 'stopped' };
  if (reach?.blocked) return { type: 'never', why: 'blocked' };
  if (reach) return { type: 'send', reach };
  return now < addDays(at, KEPT_DAYS) ? { type: 'later' } : { type: 'never', why: 'nowhere' };
};

/** The notice that is not sent now. */
export const without = (
  ready: Exclude<Readiness, { type: 'send' }>,
  notice: NoticeRecord,
  at: Instant,
): NoticeRecord =>
  ready.type === 'later'
    ? { ...notice, tries: notice.tries + 1, dueAt: addDays(at, 2 ** notice.tries) }
    : endedWith(notice, { type: 'not_sent', at, why: ready.why });

const endedWith = (notice: NoticeRecord, ended: NoticeEnd): NoticeRecord => ({ ...notice, dueAt: undefined, ended });

/** What becomes of a notice by the channel's answer. */
export const after = ({ now, random }: Services, notice: NoticeRecord, sent: Sent): NoticeRecord => {
  if (sent.type === 'sent') return endedWith(notice, { type: 'sent', at: now() });
  if (sent.type === 'never') {
    return endedWith(notice, { type: 'not_sent', at: now(), why: sent.why, status: sent.status });
  }
  const tries = notice.tries + 1;
  const wait = Math.max(sent.wait ?? 0, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(tries - 1, 10)));
  // Those who failed together are not to come together again.
  return { ...notice, tries, dueAt: now() + wait + Math.floor(random() * wait * 0.2) };
};

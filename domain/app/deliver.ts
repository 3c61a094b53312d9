import { addDays, type Instant, MINUTE } from '../shared/instant';
import type { NoticeEnd, NoticeRecord, PersonRecord, Reach, Versioned } from '../store/port';
import { isStoppable, type Notice } from '../subscription/notice';
import type { Subscription } from '../subscription/subscription';
import { loadPayer } from './payer';
import type { Services } from './services';

/** A notice as it is sent: where to, what happened, and what to; none: it is not about a subscription. */
export interface Letter {
  readonly reach: Reach;
  readonly notice: Notice;
  readonly subscription: Subscription | undefined;
  /** What the purchaser is called, where the recipient is somebody else. */
  readonly purchaser: string | undefined;
  /** Of the tax that is charged with renewals; none: no tax. */
  readonly taxRate?: number | undefined;
}

/** What the channel made of it. `later`: it may take it yet, not before `wait` milliseconds where it says so. */
export type Sent =
  | { readonly type: 'sent' }
  | { readonly type: 'later'; readonly wait?: number | undefined }
  | { readonly type: 'never'; readonly why: 'blocked' | 'refused'; readonly status?: number | undefined };

/** Never throws for want of a channel. */
export type Send = (letter: Letter) => Promise<Sent>;

export interface Delivered {
  /** Notices that were brought to an end. */
  readonly done: number;
  /** What went wrong; it is tried again later. */
  readonly faults: readonly unknown[];
}

const BATCH = 100;
const AT_ONCE = 10;
/** Whoever sends a notice has so long for it; then it is due again, so after a crash within half a minute. */
const LEASE = 20_000;
/** Who never spoke with the bot is looked for so long, ever more rarely. */
const KEPT_DAYS = 30;
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 30 * MINUTE;

/**
 * Sends the notices that are due. Each is claimed in the store first, so that replicas share the work and do not send
 * the same. What the channel does not take now is sent later, ever more rarely; what it will never take ends. Once
 * `ending` is aborted nothing else is begun. Throws only when what is due cannot be read.
 */
export const deliver = async (services: Services, send: Send, ending?: AbortSignal): Promise<Delivered> => {
  let done = 0;
  for (;;) {
    const due = await services.store.notices.due(services.now(), BATCH);
    const faults: unknown[] = [];
    const waiting = [...due];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next && !ending?.aborted; next = waiting.shift()) {
        await deliverOne(services, send, next).then(
          isDone => {
            done += isDone ? 1 : 0;
          },
          fault => faults.push(fault),
        );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (due.length < BATCH || faults.length > 0 || ending?.aborted) return { done, faults };
  }
};

/** Whether it came to an end. */
const deliverOne = async (services: Services, send: Send, found: Versioned<NoticeRecord>): Promise<boolean> => {
  const { notices, people, subscriptions } = services.store;
  const { tenantId, personId, subscriptionId, notice } = found.state;
  const person = (await people.load(tenantId, personId))?.state;
  const at = services.now();
  const ready = readiness(person, found.state, at);
  if (ready.type !== 'send') return notices.save(without(ready, found.state, at), found.version);
  const claimed = { ...found.state, dueAt: at + LEASE };
  if (!(await notices.save(claimed, found.version))) return false;
  const loaded = subscriptionId === undefined ? undefined : await subscriptions.load(tenantId, subscriptionId);
  const subscription = loaded?.state.subscription;
  const purchaser = isStoppable(notice) && subscription ? await nameOf(services, subscription) : undefined;
  const taxRate = subscription && (await loadPayer(services, subscription))?.taxRate;
  const sent = await send({ reach: ready.reach, subscription, purchaser, taxRate, notice });
  if (sent.type === 'never' && sent.why === 'blocked') await block(services, claimed);
  await notices.save(after(services, claimed, sent), found.version + 1);
  return sent.type !== 'later';
};

type Readiness =
  | { readonly type: 'send'; readonly reach: Reach }
  | { readonly type: 'never'; readonly why: 'stopped' | 'blocked' | 'nowhere' }
  | { readonly type: 'later' };

const readiness = (person: PersonRecord | undefined, { notice, at }: NoticeRecord, now: Instant): Readiness => {
  const { reach, stopsLicenseNotices } = person ?? {};
  if (isStoppable(notice) && stopsLicenseNotices) return { type: 'never', why: 'stopped' };
  if (reach?.blocked) return { type: 'never', why: 'blocked' };
  if (reach) return { type: 'send', reach };
  return now < addDays(at, KEPT_DAYS) ? { type: 'later' } : { type: 'never', why: 'nowhere' };
};

/** The notice that is not sent now. */
const without = (ready: Exclude<Readiness, { type: 'send' }>, notice: NoticeRecord, at: Instant): NoticeRecord =>
  ready.type === 'later'
    ? { ...notice, tries: notice.tries + 1, dueAt: addDays(at, 2 ** notice.tries) }
    : endedWith(notice, { type: 'not_sent', at, why: ready.why });

/** A name is not worth a notice. */
const nameOf = async ({ directory }: Services, { tenantId, purchaserId }: Subscription): Promise<string | undefined> =>
  (await directory.byIds(tenantId, [purchaserId]).catch(() => []))[0]?.displayName;

const endedWith = (notice: NoticeRecord, ended: NoticeEnd): NoticeRecord => ({ ...notice, dueAt: undefined, ended });

const after = ({ now, random }: Services, notice: NoticeRecord, sent: Sent): NoticeRecord => {
  if (sent.type === 'sent') return endedWith(notice, { type: 'sent', at: now() });
  if (sent.type === 'never') {
    return endedWith(notice, { type: 'not_sent', at: now(), why: sent.why, status: sent.status });
  }
  const tries = notice.tries + 1;
  const wait = Math.max(sent.wait ?? 0, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(tries - 1, 10)));
  // Those who failed together are not to come together again.
  return { ...notice, tries, dueAt: now() + wait + Math.floor(random() * wait * 0.2) };
};

/** Until they speak with the bot again. Somebody who does that right now is faster, and right. */
const block = async ({ store }: Services, { tenantId, personId }: NoticeRecord): Promise<void> => {
  const person = await store.people.load(tenantId, personId);
  if (!person?.state.reach) return;
  await store.people.save({ ...person.state, reach: { ...person.state.reach, blocked: true } }, person.version);
};

import type { NoticeRecord, Recipient, Versioned } from '../store/port';
import { blockReach } from './block-reach';
import { type Letter, newsOf } from './news';
import { type Addressee, after, readiness, type Sent, without } from './notice-course';
import type { Pace } from './pace';
import type { Services } from './services';
import { type SendersTurn, takeTurn } from './take-turns';

/** Never throws for want of a channel. */
export type Send = (letter: Letter) => Promise<Sent>;

/** How notices go out. */
export interface Outlet {
  /** Who sends; another one for each process. */
  readonly sender: string;
  readonly send: Send;
  readonly pace: Pace;
}

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
/** A conversation that may be sent nothing for longer does not hold up the others. */
const WORTH_WAITING = 1_000;

type Found = Versioned<NoticeRecord>;

/**
 * Sends the notices that are due, at the pace of the channel; one of all replicas at a time. Each is claimed in the
 * store first, so that it is sent once whatever becomes of the sender. What the channel does not take now is sent
 * later, ever more rarely; what it will never take ends. Once `ending` is aborted nothing else is begun. Throws only
 * when what is due cannot be read or the turn to send cannot be kept.
 */
export const deliver = async (services: Services, outlet: Outlet, ending?: AbortSignal): Promise<Delivered> => {
  const nothing = { done: 0, faults: [] };
  // Looked at first, since a turn costs two writes.
  if ((await services.store.notices.due(services.now(), 1)).length === 0) return nothing;
  const turn = await takeTurn(services, outlet.sender, outlet.pace);
  if (!turn) return nothing;
  try {
    return await deliverDue(services, outlet, turn, ending);
  } finally {
    await turn.end();
  }
};

const deliverDue = async (
  services: Services,
  outlet: Outlet,
  turn: SendersTurn,
  ending: AbortSignal | undefined,
): Promise<Delivered> => {
  let done = 0;
  for (;;) {
    const due = await services.store.notices.due(services.now(), BATCH);
    const faults: unknown[] = [];
    const waiting = together(due);
    let isHeldUp = false;
    const attempt = async (next: readonly Found[]): Promise<void> => {
      const ended = await deliverThese(services, outlet, next);
      done += ended === 'held up' ? 0 : ended;
      isHeldUp ||= ended === 'held up';
    };
    const work = async (): Promise<void> => {
      // A slow channel may take longer for a batch than a turn lasts.
      for (let next = waiting.shift(); next && !ending?.aborted; next = waiting.shift()) {
        if (!(await turn.keep())) return;
        await attempt(next).catch(fault => faults.push(fault));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const isOver = due.length < BATCH || isHeldUp || faults.length > 0 || ending?.aborted;
    if (isOver || !(await turn.keep())) return { done, faults };
  }
};

/** Notices that go out as one: those of a day for one recipient; every other alone. */
const together = (due: readonly Found[]): (readonly Found[])[] => {
  const groups = new Map<string, Found[]>();
  for (const found of due) {
    const { id, tenantId, to, digest } = found.state;
    const key = digest ? `digest ${tenantId} ${keyOf(to)}` : `notice ${tenantId} ${id}`;
    groups.set(key, [...(groups.get(key) ?? []), found]);
  }
  return [...groups.values()];
};

const keyOf = (to: Recipient): string => (to.type === 'person' ? `person ${to.personId}` : `channel ${to.channelId}`);

/** How many came to an end; `held up`: the conversation may be sent nothing for a while. */
const deliverThese = async (
  services: Services,
  { send, pace }: Outlet,
  found: readonly Found[],
): Promise<number | 'held up'> => {
  const [first] = found;
  if (!first) return 0;
  const { tenantId, to } = first.state;
  const recipient = await recipientOf(services, tenantId, to);
  const ready = readiness(recipient, first.state, services.now());
  if (ready.type !== 'send') return countSaved(services, found, notice => without(ready, notice, services.now()));

  const conversation = `${tenantId} ${keyOf(to)}`;
  if (pace.waitFor(conversation) > WORTH_WAITING) return 'held up';
  const claimed = await claim(services, found);
  if (claimed.length === 0) return 0;
  const news = await Promise.all(claimed.map(({ state }) => newsOf(services, state)));
  // Last of all, since what takes its time in between would bring together what was kept apart.
  for (let wait = pace.waitFor(conversation); wait > 0; wait = pace.waitFor(conversation)) {
    if (wait > WORTH_WAITING) {
      const dueAt = services.now() + wait;
      await countSaved(services, claimed, notice => ({ ...notice, dueAt }));
      return 'held up';
    }
    await services.pause(wait);
  }
  pace.sending(conversation);
  const sent = await send({ reach: ready.reach, news });
  if (sent.type === 'never' && sent.why === 'blocked') await block(services, tenantId, to);
  await countSaved(services, claimed, notice => after(services, notice, sent));
  return sent.type === 'later' ? 0 : claimed.length;
};

const claim = async ({ store, now }: Services, found: readonly Found[]): Promise<readonly Found[]> => {
  const claimed: Found[] = [];
  for (const { state, version } of found) {
    const ours = { ...state, dueAt: now() + LEASE };
    if (await store.notices.save(ours, version)) claimed.push({ state: ours, version: version + 1 });
  }
  return claimed;
};

const countSaved = async (
  { store }: Services,
  found: readonly Found[],
  change: (notice: NoticeRecord) => NoticeRecord,
): Promise<number> => {
  let saved = 0;
  for (const { state, version } of found) saved += (await store.notices.save(change(state), version)) ? 1 : 0;
  return saved;
};

const recipientOf = async ({ store }: Services, tenantId: string, to: Recipient): Promise<Addressee | undefined> =>
  to.type === 'person'
    ? (await store.people.load(tenantId, to.personId))?.state
    : (await store.channels.load(tenantId, to.channelId))?.state;

const block = async (services: Services, tenantId: string, to: Recipient): Promise<void> => {
  if (to.type === 'person') return blockReach(services, { tenantId, personId: to.personId });
  const channel = await services.store.channels.load(tenantId, to.channelId);
  if (!channel) return;
  const { state, version } = channel;
  await services.store.channels.save({ ...state, reach: { ...state.reach, blocked: true } }, version);
};

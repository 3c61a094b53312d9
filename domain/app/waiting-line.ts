import type { NoticeRecord, Recipient, Versioned } from '../store/port';
import type { Services } from './services';

export type Found = Versioned<NoticeRecord>;

/** Notices that go out as one: those of a day for one recipient; every other alone. */
export type Group = readonly [Found, ...Found[]];

/** What is due, for as long as something is or soon will be. */
export interface WaitingLine {
  /** The next group, which nobody else gets meanwhile; undefined: there is none, nor will there be soon. */
  next(): Promise<Group | undefined>;
  /** The group was seen to, whatever became of it. */
  leave(group: Group): void;
}

const BATCH = 100;
/** Less than the first wait of a notice that was not taken, more than from one look of the worker to the next. */
const SOON = 3_000;
/** What becomes due meanwhile is not kept waiting for longer. */
const LOOK_EVERY = 250;

/** Whether anything is to be sent by now or soon. */
export const isAnyDue = async ({ store, now }: Services): Promise<boolean> =>
  (await store.notices.due(now() + SOON, 1)).length > 0;

/** `goesOn` is asked before each group; nothing is waited for any longer once `ending` is aborted. A group that takes its time holds up no other. */
export const lineUp = (services: Services, goesOn: () => Promise<boolean>, ending?: AbortSignal): WaitingLine => {
  const { store, now, pause } = services;
  let waiting: Group[] = [];
  const inHand = new Set<string>();
  /** Seen to since the look began, which may have found them as they were before. */
  let left = new Set<string>();
  let looking: Promise<boolean> | undefined;

  /** Whether it is worth another look. */
  const look = async (): Promise<boolean> => {
    left = new Set();
    const due = await store.notices.due(now(), BATCH + inHand.size);
    const isOpen = (found: Found): boolean => !inHand.has(keyOf(found)) && !left.has(keyOf(found));
    waiting = together(due.filter(isOpen));
    if (waiting.length > 0 || left.size > 0) return true;
    const [soon] = (await store.notices.due(now() + SOON, 1 + inHand.size)).filter(isOpen);
    if (!soon && inHand.size === 0) return false;
    const until = soon ? Math.max(1, (soon.state.dueAt ?? 0) - now()) : LOOK_EVERY;
    await pause(Math.min(LOOK_EVERY, until), ending);
    return true;
  };

  return {
    next: async () => {
      while (await goesOn()) {
        const group = waiting.shift();
        if (group) {
          inHand.add(keyOf(group[0]));
          return group;
        }
        looking ??= look().finally(() => {
          looking = undefined;
        });
        if (!(await looking)) return undefined;
      }
      return undefined;
    },
    leave: group => {
      inHand.delete(keyOf(group[0]));
      left.add(keyOf(group[0]));
    },
  };
};

const together = (due: readonly Found[]): Group[] => {
  const groups = new Map<string, Group>();
  for (const found of due) {
    const before = groups.get(keyOf(found));
    groups.set(keyOf(found), before ? [...before, found] : [found]);
  }
  return [...groups.values()];
};

const keyOf = ({ state: { id, tenantId, to, digest } }: Found): string =>
  digest ? `digest ${tenantId} ${recipientKey(to)}` : `notice ${tenantId} ${id}`;

export const recipientKey = (to: Recipient): string =>
  to.type === 'person' ? `person ${to.personId}` : `channel ${to.channelId}`;

import { HOUR, type Instant } from '../shared/instant';

const SECOND = 1_000;
/** On its way one message may catch up with another, and the channel counts by its own clock. */
const MARGIN = 200;

/** What Teams lets a bot send: so many within so many milliseconds, in one conversation and in all. */
const IN_ONE = [
  { many: 7, within: SECOND },
  { many: 60, within: 30 * SECOND },
  { many: 1_800, within: HOUR },
] as const;
const IN_ALL = { many: 50, within: SECOND } as const;

/** When something was sent in the last hour, oldest first: in all, and by conversation. */
export interface Recent {
  readonly all: readonly Instant[];
  readonly conversations: readonly (readonly [conversation: string, times: readonly Instant[]])[];
}

/** Keeps what is sent within the limits of Teams. */
export interface Pace {
  /** How long to wait before something may be sent in a conversation, in milliseconds; 0: not at all. */
  waitFor(conversation: string): number;
  /** Something is sent now, whatever comes of it. */
  sending(conversation: string): void;
  /** What another sender has to know; conversations that were sent one thing need no telling. */
  recent(): Recent;
  /** Takes what the sender before had sent for its own. */
  learn(recent: Recent): void;
}

interface Limit {
  readonly many: number;
  readonly within: number;
}

/** How long until one more may be sent, given when the others were, oldest first. */
const waitOf = (times: readonly Instant[], { many, within }: Limit, now: Instant): number => {
  const oldest = times[times.length - many];
  return oldest === undefined ? 0 : Math.max(0, oldest + within + MARGIN - now);
};

export const createPace = (now: () => Instant): Pace => {
  let sent = new Map<string, readonly Instant[]>();
  let all: readonly Instant[] = [];
  const isRecent = (time: Instant): boolean => time > now() - HOUR - MARGIN;
  const forget = (): void => {
    sent = new Map(
      [...sent].map(([id, times]) => [id, times.filter(isRecent)] as const).filter(([, t]) => t.length > 0),
    );
  };
  let sinceForgotten = 0;
  return {
    waitFor: conversation => {
      const at = now();
      const times = sent.get(conversation) ?? [];
      return Math.max(waitOf(all, IN_ALL, at), ...IN_ONE.map(limit => waitOf(times, limit, at)));
    },
    sending: conversation => {
      all = [...all, now()].slice(-IN_ALL.many);
      sent.set(conversation, [...(sent.get(conversation) ?? []).filter(isRecent), now()]);
      sinceForgotten += 1;
      if (sinceForgotten < FORGOTTEN_EVERY) return;
      sinceForgotten = 0;
      forget();
    },
    recent: () => {
      forget();
      return { all, conversations: [...sent].filter(([, times]) => times.length > 1) };
    },
    learn: recent => {
      // Whoever sent before had learnt what we sent, so theirs takes the place of ours.
      all = recent.all;
      for (const [id, times] of recent.conversations) sent.set(id, times);
    },
  };
};

const FORGOTTEN_EVERY = 1_000;

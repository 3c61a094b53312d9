import { HOUR, type Instant, MINUTE } from '../shared/instant';

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

/** Further notices of a conversation that may be sent nothing now are not to come in bursts: a late one would be in the next's way. */
const SPACED = 505;
/** What is booked is so many at most, or the next sender has to be told too much; the others ask again after the last. */
const MOST_BOOKED = 1_800;
/** Is waited for; longer, others would wait too. */
const SHORT = 100;
/** What is not answered by then has long been on its way, or never will be. */
const SLOWEST = SECOND;
/** More are not on their way in one conversation: where nobody answers, they would keep whoever sends from all others. */
const MOST_UNANSWERED = 5;
/** Whoever has not come by then with what was booked does not come. */
const LATE = MINUTE;

type Times = readonly Instant[];
type PerConversation<T> = readonly (readonly [conversation: string, T])[];

/** When something was sent in the last hour, oldest first: in all, and by conversation. */
export interface Recent {
  readonly all: Times;
  readonly conversations: PerConversation<Times>;
  readonly booked?: PerConversation<Times>;
  readonly heldOff?: PerConversation<Instant>;
}

/** Keeps what is sent within the limits of Teams. */
export interface Pace {
  /** How long to wait before something may be sent in a conversation, in milliseconds; 0: not at all. */
  waitFor(conversation: string): number;
  /**
   * None: it may be sent about now. Else when it may, behind all that were told so before; asked again before then, it
   * goes to the end.
   */
  book(conversation: string): Instant | undefined;
  /** Something is sent now, whatever comes of it; to be told when that is known, since it arrives as late as then. */
  sending(conversation: string): () => void;
  /** The channel wants nothing more in a conversation before then. */
  holdOff(conversation: string, until: Instant): void;
  /** What another sender has to know; conversations that were sent one thing need no telling. */
  recent(): Recent;
  /** Takes what the sender before had sent for its own. */
  learn(recent: Recent): void;
}

interface Limit {
  readonly many: number;
  readonly within: number;
}

/** How long until one more may be sent, given when the others were, oldest first, and what of them follows. */
const waitOf = (times: Times, { many, within }: Limit, now: Instant, then: Times = []): number => {
  const oldest = then[then.length - many] ?? times[times.length + then.length - many];
  return oldest === undefined ? 0 : Math.max(0, oldest + within + MARGIN - now);
};

export const createPace = (now: () => Instant): Pace => {
  let sent = new Map<string, Times>();
  let booked = new Map<string, Times>();
  let heldOff = new Map<string, Instant>();
  const unanswered = new Map<string, number>();
  let all: Times = [];
  const isRecent = (time: Instant): boolean => time > now() - HOUR - MARGIN;
  const isToCome = (time: Instant): boolean => time > now();
  const isOpen = (time: Instant): boolean => time > now() - LATE;
  const forget = (): void => {
    sent = remaining(sent, isRecent);
    booked = remaining(booked, isOpen);
    heldOff = new Map([...heldOff].filter(([, until]) => isToCome(until)));
  };
  let sinceForgotten = 0;
  const waitIn = (conversation: string, then: Times = []): number => {
    const [at, times] = [now(), sent.get(conversation) ?? []];
    const held = (heldOff.get(conversation) ?? 0) - at;
    return Math.max(0, held, ...IN_ONE.map(limit => waitOf(times, limit, at, then)));
  };
  return {
    waitFor: conversation => Math.max(waitOf(all, IN_ALL, now()), waitIn(conversation)),
    book: conversation => {
      const open = (booked.get(conversation) ?? []).filter(isOpen);
      const before = open.filter(isToCome);
      const last = before.at(-1);
      const isInTurn = last === undefined || before.length < open.length;
      const isSilent = (unanswered.get(conversation) ?? 0) >= MOST_UNANSWERED;
      if (isInTurn && !isSilent && waitIn(conversation) <= SHORT) return undefined;
      if (last !== undefined && before.length >= MOST_BOOKED) return last;
      const wait = Math.max(waitIn(conversation, before), isSilent ? SPACED : 0);
      const slot = Math.max(now() + wait, last === undefined ? 0 : last + SPACED);
      // A time that has come is for whoever asks first: given up here, taken when something is sent.
      booked.set(conversation, [...open.slice(isInTurn ? 1 : 0), slot]);
      return slot;
    },
    sending: conversation => {
      const at = now();
      all = [...all, at].slice(-IN_ALL.many);
      sent.set(conversation, [...(sent.get(conversation) ?? []).filter(isRecent), at]);
      const [next, ...others] = booked.get(conversation) ?? [];
      if (next !== undefined && !isToCome(next)) booked.set(conversation, others);
      sinceForgotten = (sinceForgotten + 1) % FORGOTTEN_EVERY;
      if (sinceForgotten === 0) forget();
      unanswered.set(conversation, (unanswered.get(conversation) ?? 0) + 1);
      return () => {
        const others = (unanswered.get(conversation) ?? 0) - 1;
        if (others > 0) unanswered.set(conversation, others);
        else unanswered.delete(conversation);
        const arrived = Math.min(now(), at + SLOWEST);
        all = moved(all, at, arrived);
        sent.set(conversation, moved(sent.get(conversation) ?? [], at, arrived));
      };
    },
    holdOff: (conversation, until) => {
      heldOff.set(conversation, Math.max(until, heldOff.get(conversation) ?? 0));
      // Those who were told to come before then have to ask again.
      booked.delete(conversation);
    },
    recent: () => {
      forget();
      const conversations = [...sent].filter(([, times]) => times.length > 1);
      return { all, conversations, booked: [...booked], heldOff: [...heldOff] };
    },
    learn: recent => {
      // Whoever sent before had learnt what we sent, so theirs takes the place of ours.
      all = recent.all;
      for (const [id, times] of recent.conversations) sent.set(id, times);
      booked = new Map(recent.booked);
      heldOff = new Map(recent.heldOff);
    },
  };
};

const remaining = (times: ReadonlyMap<string, Times>, isKept: (time: Instant) => boolean): Map<string, Times> =>
  new Map([...times].map(([id, each]) => [id, each.filter(isKept)] as const).filter(([, each]) => each.length > 0));

const moved = (times: Times, from: Instant, to: Instant): Times => {
  const index = times.lastIndexOf(from);
  return index < 0 || from === to ? times : times.with(index, to).sort((one, other) => one - other);
};

const FORGOTTEN_EVERY = 1_000;

import { setImmediate as afterThisTurn } from 'node:timers/promises';
import type { Log } from '../logging';
import { mayBeTakenYet, Undelivered } from './undelivered';

/** What is sent after the turn that asks for it, since the channel waits for the turn. */
export interface Afterwards {
  /** Returns at once. Works of one key are done one after the other, as they were begun; what one throws is logged. */
  begin(key: string, work: () => Promise<void>): void;
  /**
   * Asks the channel for something, and twice more while it may take it yet and that is not `enough`. Undefined when
   * it took it, else what it failed with last. At the end of the bot nothing is waited for before the last try.
   */
  ask(request: () => Promise<void>, enough?: (failure: unknown) => boolean): Promise<unknown>;
  /** Aborted when the bot ends. */
  readonly ending: AbortSignal;
  /** Resolves when all that was begun is done. */
  stop(): Promise<void>;
}

export interface AfterwardsParts {
  /** Waits so many milliseconds, or until it is ended. */
  readonly pause: (wait: number, ending: AbortSignal) => Promise<void>;
  readonly log: Log;
}

/** Milliseconds before each further try, unless the channel asks for more. */
const WAITS = [1_000, 5_000] as const;
const LONGEST_WAIT = 30_000;
const SECOND = 1_000;

export const createAfterwards = ({ pause, log }: AfterwardsParts): Afterwards => {
  const running = new Map<string, Promise<void>>();
  const ending = new AbortController();

  const inTurn = async (before: Promise<void> | undefined, work: () => Promise<void>): Promise<void> => {
    await before;
    await afterThisTurn();
    await work().catch((error: unknown) => log.error({ err: error }, 'what was to follow a turn failed'));
  };

  return {
    ending: ending.signal,
    begin: (key, work) => {
      const done = inTurn(running.get(key), work).finally(() => {
        if (running.get(key) === done) running.delete(key);
      });
      running.set(key, done);
    },
    ask: async (request, enough = () => false) => {
      for (const wait of [...WAITS, undefined]) {
        const isLast = ending.signal.aborted;
        const failure = await attempt(request);
        if (failure === undefined || wait === undefined || isLast) return failure;
        if (!isWorthAnotherTry(failure) || enough(failure)) return failure;
        await pause(Math.min(LONGEST_WAIT, Math.max(wait, waitAskedBy(failure))), ending.signal);
        if (enough(failure)) return failure;
      }
      return undefined;
    },
    stop: async () => {
      ending.abort();
      while (running.size > 0) await Promise.all(running.values());
    },
  };
};

const isWorthAnotherTry = (failure: unknown): boolean =>
  failure instanceof Undelivered && mayBeTakenYet(failure.status);

const waitAskedBy = (failure: unknown): number =>
  failure instanceof Undelivered ? (failure.retryAfter ?? 0) * SECOND : 0;

/** What went wrong, if anything did. */
const attempt = async (request: () => Promise<void>): Promise<unknown> => {
  try {
    await request();
    return undefined;
  } catch (error) {
    return error;
  }
};

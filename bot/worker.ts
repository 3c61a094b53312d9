import { setImmediate } from 'node:timers/promises';
import type { Log } from './logging';

/** Works off what is due, when it is asked to and again at intervals, one run at a time. */
export interface Worker {
  /** Asks for a run; returns at once. */
  readonly soon: () => void;
  /** Starts no more runs, has the current one end early and resolves when it is over. */
  readonly stop: () => Promise<void>;
}

/** What one run came to. */
export interface Run {
  readonly done: number;
  /** What the gateway will not do. */
  readonly refused?: readonly string[];
  readonly faults: readonly unknown[];
}

interface Job {
  /** What it does, as the log says it. */
  readonly name: string;
  readonly run: (ending: AbortSignal) => Promise<Run>;
  /** Milliseconds from one run to the next when nobody asks for one. */
  readonly every: number;
}

/** What goes wrong in a run, which must itself try again later, is logged. */
export const startWorker = ({ name, run, every }: Job, log: Log): Worker => {
  let running: Promise<void> | undefined;
  let again = false;
  const ending = new AbortController();

  const report = ({ done, refused = [], faults }: Run): void => {
    if (done > 0) log.info({ done }, name);
    if (refused.length > 0) log.error({ refused }, 'the gateway refuses what is owed: somebody must see to it');
    for (const fault of faults) log.error({ err: fault }, 'what is due could not be done');
  };

  const loop = async (): Promise<void> => {
    do {
      // Who asks is in the middle of a turn, whose answer goes first; what others ask meanwhile is one run.
      await setImmediate();
      again = false;
      await run(ending.signal).then(report, fault => report({ done: 0, faults: [fault] }));
    } while (again && !ending.signal.aborted);
    running = undefined;
  };

  const soon = (): void => {
    if (ending.signal.aborted) return;
    again = true;
    running ??= loop();
  };

  const timer = setInterval(soon, every);
  timer.unref();
  return {
    soon,
    stop: async () => {
      ending.abort();
      clearInterval(timer);
      await running;
    },
  };
};

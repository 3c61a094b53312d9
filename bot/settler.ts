import type { Log } from './logging';

/** Works off what is owed, soon after it is owed and again at intervals, one run at a time. */
export interface Settler {
  /** Asks for a run; returns at once. */
  readonly soon: () => void;
  /** Starts no more runs and resolves when the current one is over. */
  readonly stop: () => Promise<void>;
}

const EVERY = 30_000;

/** `run` resolves to how many were settled. What it throws is logged, and tried again at the next interval. */
export const startSettler = (run: () => Promise<number>, log: Log, every = EVERY): Settler => {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const loop = async (): Promise<void> => {
    do {
      again = false;
      const settled = await run().catch(error => {
        log.error({ err: error }, 'what is owed could not be settled');
        return 0;
      });
      if (settled > 0) log.info({ settled }, 'settled');
    } while (again && !stopped);
    running = undefined;
  };

  const soon = (): void => {
    if (stopped) return;
    again = true;
    running ??= loop();
  };

  const timer = setInterval(soon, every);
  timer.unref();
  return {
    soon,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
};

import type { LookedAfter } from '../domain/app/look-after';
import type { Log } from './logging';

/** Works off what is owed, soon after it is owed and again at intervals, one run at a time. */
export interface Settler {
  /** Asks for a run; returns at once. */
  readonly soon: () => void;
  /** Starts no more runs, has the current one end early and resolves when it is over. */
  readonly stop: () => Promise<void>;
}

const EVERY = 30_000;
const NOTHING: LookedAfter = { done: 0, refused: [], faults: [] };

/** What goes wrong in `run`, which must itself try again later, is logged. */
export const startSettler = (run: (ending: AbortSignal) => Promise<LookedAfter>, log: Log, every = EVERY): Settler => {
  let running: Promise<void> | undefined;
  let again = false;
  const ending = new AbortController();

  const report = ({ done, refused, faults }: LookedAfter): void => {
    if (done > 0) log.info({ done }, 'looked after');
    if (refused.length > 0)
      log.error({ refused }, 'the gateway refuses a refund that is owed: somebody must see to it');
    for (const fault of faults) log.error({ err: fault }, 'what is due could not be done');
  };

  const loop = async (): Promise<void> => {
    do {
      again = false;
      await run(ending.signal).then(report, fault => report({ ...NOTHING, faults: [fault] }));
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

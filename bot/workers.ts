import { deliver } from '../domain/app/deliver';
import { lookAfter } from '../domain/app/look-after';
import type { Outlet } from '../domain/app/send-group';
import type { Services } from '../domain/app/services';
import type { Log } from './logging';
import { startWorker } from './worker';

const LOOK_EVERY = 30_000;
/**
 * Notices whose sender is gone are due again after 20 s, so half a minute after a crash they are on their way. Soon
 * enough for a conversation to get what it may be sent again, at the cost of one look into an index.
 */
const DELIVER_EVERY = 2_000;

/** What is done without anybody asking. */
export interface Workers {
  /** Ask for a round; return at once. */
  readonly lookAfterSoon: () => void;
  readonly deliverSoon: () => void;
  /** Begins nothing more and resolves when what was begun is over. */
  readonly stop: () => Promise<void>;
}

export const startWorkers = (services: Services, outlet: Outlet, log: Log): Workers => {
  const looking = startWorker(
    { name: 'looked after', every: LOOK_EVERY, run: ending => lookAfter(services, ending) },
    log,
  );
  const delivering = startWorker(
    { name: 'delivered', every: DELIVER_EVERY, run: ending => deliver(services, outlet, ending) },
    log,
  );
  return {
    lookAfterSoon: looking.soon,
    deliverSoon: delivering.soon,
    stop: async () => {
      // What is looked after may bring notices, and none is begun once it is over.
      await looking.stop();
      await delivering.stop();
    },
  };
};

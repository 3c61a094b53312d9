import { type Outlet, sendGroup } from './send-group';
import type { Services } from './services';
import { type SendersTurn, takeTurn } from './take-turns';
import { isAnyDue, lineUp } from './waiting-line';

export interface Delivered {
  /** Notices that were brought to an end. */
  readonly done: number;
  /** What went wrong; it is tried again later. */
  readonly faults: readonly unknown[];
}

const AT_ONCE = 10;

/**
 * Sends the notices that are due, at the pace of the channel; one of all replicas at a time. Each is claimed in the
 * store first, so that it is sent once whatever becomes of the sender. What the channel does not take now is sent
 * later, ever more rarely; what it will never take ends. Goes on for as long as something is due or soon will be; once
 * `ending` is aborted nothing else is begun. Throws only when what is due cannot be read or the turn to send cannot be
 * kept.
 */
export const deliver = async (services: Services, outlet: Outlet, ending?: AbortSignal): Promise<Delivered> => {
  const nothing = { done: 0, faults: [] };
  // Looked at first, since a turn costs two writes.
  if (!(await isAnyDue(services))) return nothing;
  const turn = await takeTurn(services, outlet, ending);
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
  const faults: unknown[] = [];
  const goesOn = async (): Promise<boolean> => !ending?.aborted && faults.length === 0 && turn.keep();
  const line = lineUp(services, goesOn, ending);
  const work = async (): Promise<void> => {
    for (let group = await line.next(); group; group = await line.next()) {
      try {
        done += await sendGroup(services, outlet, group);
      } catch (fault) {
        faults.push(fault);
      } finally {
        line.leave(group);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { done, faults };
};

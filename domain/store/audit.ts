import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { AuditEntry, Audited } from '../shared/audit';
import { type Journal, placeOf } from './journal';
import type { Audit } from './port';

/** Entries that nobody waits for go together, in milliseconds. */
const TOGETHER = 200;
/** Beyond that those are let go that nobody waited for: a store that is away must not fill the memory. */
const MOST_WAITING = 50_000;

/**
 * The audit over a journal. What is appended while an earlier write is under way goes into the next one, together.
 * Entries that could not be written wait and are tried again, in their order.
 */
export const createAudit = (journal: Journal): Audit & { close(): Promise<void> } => {
  const tag = randomUUID().slice(0, 8);
  let count = 0;
  let waiting: Audited[] = [];
  let writing: Promise<void> = Promise.resolve();
  let isScheduled = false;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const add = (entry: AuditEntry): void => {
    if (isClosed) throw new Error('The store is closed.');
    count += 1;
    waiting.push({ id: `${placeOf(entry.at)}-${tag}-${String(count).padStart(9, '0')}`, ...entry });
  };

  const write = async (): Promise<void> => {
    isScheduled = false;
    const entries = waiting;
    waiting = [];
    if (entries.length === 0) return;
    try {
      await journal.append(entries);
    } catch (error) {
      waiting = [...entries, ...waiting].slice(-MOST_WAITING);
      later();
      throw error;
    }
  };

  /** All that waits now is in it. */
  const flush = (): Promise<void> => {
    if (!isScheduled) {
      isScheduled = true;
      // Turns that end in the same moment are one write.
      writing = writing
        .catch(() => undefined)
        .then(() => setImmediate())
        .then(write);
    }
    return writing;
  };

  const later = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      flush().catch(() => undefined);
    }, TOGETHER).unref();
  };

  return {
    append: async entry => {
      add(entry);
      await flush();
    },
    note: entry => {
      add(entry);
      later();
    },
    ofSubscription: async (tenantId, subscriptionId, { from, limit }) => {
      await flush();
      // One more than is wanted tells whether there is more.
      const found = await journal.ofSubscription({ tenantId, subscriptionId, before: from, limit: limit + 1 });
      const entries = found.slice(0, limit);
      const last = entries.at(-1);
      return found.length > limit && last ? { entries, next: last.id } : { entries };
    },
    close: async () => {
      isClosed = true;
      // Once more, since a failure leaves what it was about waiting.
      await flush().finally(() => clearTimeout(timer));
    },
  };
};

import { type Instant, MINUTE } from '../../domain/shared/instant';

export interface RateLimit {
  /** Counts one more of this key. Seconds to wait when it is one too many, else 0. */
  take(key: string): number;
}

interface Window {
  readonly start: Instant;
  count: number;
}

const MOST_KEYS = 10_000;

/**
 * At most `limit` a minute of each key, counted from its first; 0 is no limit. Of more keys than fit in memory the
 * one whose minute started first is forgotten.
 */
export const createRateLimit = (limit: number, now: () => Instant = Date.now, mostKeys = MOST_KEYS): RateLimit => {
  // In the order their minutes started, since a new minute is a new entry.
  const windows = new Map<string, Window>();

  const forget = (at: Instant): void => {
    for (const [key, { start }] of windows) {
      if (at - start < MINUTE && windows.size < mostKeys) return;
      windows.delete(key);
    }
  };

  return {
    take: key => {
      if (limit === 0) return 0;
      const at = now();
      const window = windows.get(key);
      if (window && at - window.start < MINUTE) {
        window.count += 1;
        return window.count <= limit ? 0 : Math.ceil((window.start + MINUTE - at) / 1000);
      }
      windows.delete(key);
      forget(at);
      windows.set(key, { start: at, count: 1 });
      return 0;
    },
  };
};

import type { Instant } from '../shared/instant';

/** Remembers up to `most` values, each for `lifetime` milliseconds; the oldest make room. */
export interface Cache<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
}

/** An empty cache that reads the time from `now`. */
export const createCache = <V>(lifetime: number, most: number, now: () => Instant): Cache<V> => {
  const entries = new Map<string, { readonly value: V; readonly until: Instant }>();
  return {
    get: key => {
      const entry = entries.get(key);
      return entry !== undefined && now() < entry.until ? entry.value : undefined;
    },
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, { value, until: now() + lifetime });
      const [oldest] = entries.keys();
      if (entries.size > most && oldest !== undefined) entries.delete(oldest);
    },
  };
};

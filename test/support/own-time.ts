import { setImmediate as breath } from 'node:timers/promises';

/** Time that passes only while everybody waits for it, so that hours are over at once and nothing else takes any. */
export interface OwnTime {
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** `real`, in which time stands still for as long as a call of it, or of a part of it, is not answered. */
  during<T extends object>(real: T): T;
}

export const startOwnTime = (from: number): OwnTime => {
  let now = from;
  let calls = 0;
  let timers: { readonly at: number; readonly ring: () => void }[] = [];

  const isQuiet = async (): Promise<boolean> => {
    // An answer may be followed by the next call.
    for (let times = 0; times < 3; times++) {
      await breath();
      if (calls > 0) return false;
    }
    return true;
  };
  const pass = async (): Promise<void> => {
    while (timers.length > 0) {
      if (!(await isQuiet())) continue;
      const next = timers.reduce((one, other) => (other.at < one.at ? other : one));
      timers = timers.filter(timer => timer !== next);
      now = Math.max(now, next.at);
      next.ring();
    }
  };
  const counted = async (call: () => unknown): Promise<unknown> => {
    calls += 1;
    try {
      return await call();
    } finally {
      calls -= 1;
    }
  };
  const during = <T extends object>(part: T): T =>
    new Proxy(part, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value === 'object' && value !== null) return during(value);
        if (typeof value !== 'function') return value;
        return (...args: readonly unknown[]) => counted(() => Reflect.apply(value, target, args));
      },
    });
  return {
    now: () => now,
    pause: milliseconds =>
      new Promise(ring => {
        timers.push({ at: now + milliseconds, ring });
        if (timers.length === 1) void pass();
      }),
    during,
  };
};

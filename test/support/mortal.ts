/** What a process that is killed never gets to: whoever waits for it in a test goes on with another one. */
export class Killed extends Error {
  constructor() {
    super('killed');
  }
}

/** Whether a process dies at a call, and whether that call was still made. */
export type Fate = 'lives' | 'dies_before' | 'dies_after';

/**
 * `real` and the parts it is made of, as a process of its own sees them: at each call its fate is asked for, and once
 * it is dead no call reaches anything any more.
 */
export const mortal = <T extends object>(
  real: T,
  fate: () => Fate,
): { readonly seen: T; readonly isDead: () => boolean } => {
  let dead = false;
  const call = async (make: () => unknown): Promise<unknown> => {
    if (dead) throw new Killed();
    const now = fate();
    dead ||= now !== 'lives';
    if (now === 'dies_before') throw new Killed();
    const answer: unknown = await make();
    if (dead) throw new Killed();
    return answer;
  };
  const wrap = <O extends object>(part: O): O =>
    new Proxy(part, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value === 'object' && value !== null) return wrap(value);
        if (typeof value !== 'function') return value;
        return (...args: readonly unknown[]) => call(() => Reflect.apply(value, target, args));
      },
    });
  return { seen: wrap(real), isDead: () => dead };
};

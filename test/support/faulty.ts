/** Where a failing call fails: before it has done anything, or after it has, so that only its answer is lost. */
export type FailsWhen = 'before' | 'after';

export interface Faulty<T> {
  readonly faulty: T;
  /** How many calls came, however deep. */
  calls(): number;
}

/** `real` and the parts it is made of, whose `k`-th call (from 1) fails; all before and after it are as ever. */
export const failingAt = <T extends object>(real: T, k: number, when: FailsWhen): Faulty<T> => {
  let calls = 0;
  const wrap = <O extends object>(part: O): O =>
    new Proxy(part, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value === 'object' && value !== null) return wrap(value);
        if (typeof value !== 'function') return value;
        return async (...args: readonly unknown[]) => {
          calls += 1;
          const isFailing = calls === k;
          if (isFailing && when === 'before') throw new Error(`call ${k} failed`);
          const answer: unknown = await Reflect.apply(value, target, args);
          if (isFailing) throw new Error(`the answer to call ${k} was lost`);
          return answer;
        };
      },
    });
  return { faulty: wrap(real), calls: () => calls };
};

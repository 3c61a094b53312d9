import type { ServerResponse } from 'node:http';

export interface InFlight {
  /** Remembers a request until its work is done and its answer has left, whichever is later. */
  add(work: Promise<unknown>, response: ServerResponse): void;
  /** Resolves when nothing is left, or after so many milliseconds. */
  settled(timeLimit: number): Promise<void>;
}

export const createInFlight = (): InFlight => {
  const open = new Set<Promise<unknown>>();
  return {
    add: (work, response) => {
      const left = new Promise(resolve => response.once('close', resolve));
      const both: Promise<unknown> = Promise.allSettled([work, left]);
      open.add(both);
      void both.then(() => open.delete(both));
    },
    settled: async timeLimit => {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise(resolve => {
        timer = setTimeout(resolve, timeLimit);
      });
      await Promise.race([Promise.all(open), patience]);
      clearTimeout(timer);
    },
  };
};

import type { Refusal } from '../shared/refusal';
import { fail, type Result } from '../shared/result';
import type { Services } from './services';

/** Colliding writers try again for this long, in milliseconds, and then say that the bot is busy. */
const PATIENCE = 3_000;
const FIRST_PAUSE = 5;
const LONGEST_PAUSE = 200;

/** Tries until somebody else was not faster, with ever longer pauses; a refusal when that takes too long. */
export const untilFirst = async <T>(
  services: Services,
  attempt: () => Promise<Result<T, Refusal> | undefined>,
): Promise<Result<T, Refusal>> => {
  const deadline = services.now() + PATIENCE;
  for (let tries = 0; ; tries++) {
    const done = await attempt();
    if (done) return done;
    if (services.now() >= deadline) return fail({ code: 'BUSY' });
    await services.pause(services.random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries));
  }
};

import { HOUR } from '../shared/instant';

const FIRST_WAIT = 30_000;

/** How long after the `tries`-th try in a row that came to nothing it is tried again, in milliseconds. */
export const waitAfter = (tries: number): number => Math.min(HOUR, FIRST_WAIT * 2 ** Math.min(tries, 10));

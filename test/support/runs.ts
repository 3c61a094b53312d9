/** A tenth every day, all of them where `RUNS` is 1 (as in CI). */
const SHARE = Number(process.env['RUNS'] ?? 0.1);

/** How many random runs to try, of so many that are wanted before a release; at least 5. */
export const runs = (wanted: number): number => Math.max(Math.min(5, wanted), Math.round(wanted * SHARE));

import type { Concept } from '../concepts';
import { has, type Reading } from '../reading';
import type { NoticeKind, Telling } from '../slots';

const KINDS: readonly (readonly [NoticeKind, readonly Concept[]])[] = [
  ['requests', ['request', 'licenseRequests']],
  ['purchases', ['purchases', 'buy', 'selfService']],
  ['totals', ['total']],
  ['cancellations', ['cancellations']],
  ['failed_payments', ['failedPayments']],
  ['expiries', ['expiries', 'lapse']],
];

/** Of which kinds that an admin chooses by a text speaks. */
export const kindsIn = (reading: Reading): readonly NoticeKind[] =>
  KINDS.filter(([, words]) => has(reading, ...words)).map(([kind]) => kind);

interface Ways {
  readonly isOff: (reading: Reading) => boolean;
  readonly isOn: (reading: Reading) => boolean;
}

/** How an admin wants to be told; "cancellation" is no wish to end anything. */
export const tellingIn = (reading: Reading, { isOff, isOn }: Ways): Telling | undefined => {
  if (has(reading, 'daily')) return 'daily';
  if (has(reading, 'atOnce')) return 'now';
  if (isOn(reading)) return 'now';
  return isOff(reading) ? 'off' : undefined;
};

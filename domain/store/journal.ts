import type { Audited } from '../shared/audit';
import type { Instant } from '../shared/instant';

/** Where audit entries are kept; implemented once for each kind of store. */
export interface Journal extends JournalReader {
  /** Adds entries after all others; resolves when they are durable. An entry that is there already stays as it is. */
  append(entries: readonly Audited[]): Promise<void>;
}

/** Reads without keeping anybody from writing. */
export interface JournalReader {
  /** Those of one subscription with ids below `before`, latest first, at most `limit`. */
  ofSubscription(place: SubscriptionPlace): Promise<readonly Audited[]>;
  /** All from `since` on and before `until`, oldest first, as they are read. */
  entries(time: JournalTime): AsyncIterable<Audited>;
  close(): Promise<void>;
}

export interface SubscriptionPlace {
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly before?: string | undefined;
  readonly limit: number;
}

export interface JournalTime {
  readonly since: Instant;
  readonly until: Instant;
  /** Hears of each line that cannot be read: half of one, of a process that was killed. */
  readonly unreadable?: (() => void) | undefined;
}

const DIGITS = 13;

/** Where entries of a moment begin in the order of their ids. */
export const placeOf = (at: Instant): string =>
  String(Math.min(Math.max(0, Math.floor(at)), 10 ** DIGITS - 1)).padStart(DIGITS, '0');

import type { Instant } from '../shared/instant';
import type { AdminNoticeKind, Telling } from './notice';

/** How somebody, or a conversation of several, can be told something now, and what they chose. */
export interface Standing {
  /** `nowhere`: they never spoke with the bot alone. `off`: nothing is sent to that conversation any more. */
  readonly reach: 'open' | 'nowhere' | 'blocked' | 'off';
  readonly stopsLicenseNotices: boolean;
  readonly adminNotices: Readonly<Partial<Record<AdminNoticeKind, Telling>>>;
}

/**
 * What became of a notice. `waiting` until `until`: for its moment (`due`), for the summary of a day (`digest`), for
 * somebody to speak with the bot (`nowhere`), for the next look after they did (`met`), for a channel that did not take
 * it yet (`busy`, after so many tries), or for the directory, which did not say whether they are an admin.
 */
export type Course =
  | { readonly type: 'sent'; readonly at: Instant }
  | {
      readonly type: 'not_sent';
      readonly at: Instant;
      readonly why: 'nowhere' | 'stopped' | 'blocked' | 'refused' | 'not_admin';
      /** The channel's HTTP status. */
      readonly status?: number | undefined;
    }
  | {
      readonly type: 'waiting';
      readonly why: 'due' | 'digest' | 'nowhere' | 'met' | 'busy' | 'directory';
      readonly until: Instant;
      readonly tries: number;
    };

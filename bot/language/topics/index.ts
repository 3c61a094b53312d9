import { administration } from './administration';
import { assignments } from './assignments';
import { guidance } from './guidance';
import { history } from './history';
import { invoices } from './invoices';
import { languages } from './languages';
import { licenses } from './licenses';
import { notices } from './notices';
import { payments } from './payments';
import { catalogue, support } from './plain';
import { profiles } from './profiles';
import { renewal } from './renewal';
import { requests } from './requests';
import { deeds, views } from './subscriptions';
import type { Finding, Seen, Topic } from './topic';
import { totals } from './totals';

/** In this order: what has a name of its own first, licenses and subscriptions, which share their words, last. */
const TOPICS: readonly Topic[] = [
  guidance,
  notices,
  requests,
  totals,
  payments,
  profiles,
  invoices,
  renewal,
  administration,
  history,
  assignments,
  licenses,
  catalogue,
  deeds,
  support,
  languages,
  views,
];

/** What a text speaks of and seems to want, whether or not it wants it done. */
export const find = (seen: Seen): Finding | undefined => {
  for (const topic of TOPICS) {
    const finding = topic(seen);
    if (finding !== undefined) return finding;
  }
  return undefined;
};

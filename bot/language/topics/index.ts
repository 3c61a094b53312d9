import type { IntentName } from '../intents';
import { administration } from './administration';
import { assignments } from './assignments';
import { guidance } from './guidance';
import { history } from './history';
import { invoices } from './invoices';
import { languages } from './languages';
import { licenses } from './licenses';
import { notices } from './notices';
import { speaksOfPaper } from './papers';
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

/** What a subscription, or somebody's license, could be changed by. */
export const CHANGES: ReadonlySet<IntentName> = new Set<IntentName>([
  'assign_license',
  'unassign_license',
  'request_license',
  'buy_subscription',
  'cancel_subscription',
  'reactivate_subscription',
  'turn_off_auto_renew',
  'turn_on_auto_renew',
  'admin_set_policy',
]);

/** What a text speaks of and seems to want, whether or not it wants it done. */
export const find = (seen: Seen): Finding | undefined => {
  for (const topic of TOPICS) {
    const finding = topic(seen);
    if (finding === undefined) continue;
    if (!CHANGES.has(finding.intent) || !speaksOfPaper(seen.reading)) return finding;
  }
  return undefined;
};

import type { Audited, AuditOutcome } from '../../domain/shared/audit';
import type { PersonId } from '../../domain/shared/ids';
import { button, buttons } from '../buttons';
import { cleanName } from '../names';
import { type Owned, productOf } from '../owned';
import type { Press } from '../press';
import type { Row, Screen, Tone } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { TextKey, Words } from '../words';

interface Audit {
  readonly owned: Owned;
  readonly purchaser: string;
  /** Latest first. */
  readonly entries: readonly Audited[];
  readonly nameOf: (id: PersonId) => string;
  /** Where the next page begins; none: this is the last. */
  readonly next: string | undefined;
  readonly isFirst: boolean;
}

/** Who wanted what of one purchase, when and from where, and what came of it. */
export const auditScreen = (words: Words, { owned, purchaser, entries, nameOf, next, isFirst }: Audit): Screen => {
  const { id: subscriptionId } = owned.subscription;
  const title = words.t('audit.title', { product: productOf(owned), name: cleanName(purchaser) });
  const summary = words.t(entries.length > 0 ? 'audit.latest_first' : isFirst ? 'audit.none' : 'audit.no_more');
  const more = next === undefined ? '' : words.t('audit.more');
  const rows = entries.map(entry => rowOf(words, entry, nameOf));
  const audit: Press = { type: 'admin_show_audit', subscriptionId };
  return {
    name: 'rows',
    view: {
      title,
      summary,
      rows,
      more,
      buttons: [
        ...(next === undefined
          ? []
          : [button(words, { ...audit, from: next }, { title: words.t('button.next_page') })]),
        ...(isFirst ? [] : [button(words, audit, { title: words.t('button.first_page') })]),
        ...buttons(words, [{ type: 'admin_show_purchase', subscriptionId }, { type: 'admin_list_purchases' }]),
      ],
    },
    speak: sentences(words, [
      ...[title, summary],
      ...rows.map(row => inOne(words, [row.title, row.aside, ...row.lines])),
      more,
    ]),
  };
};

/** How many people are named of those it was about. */
const NAMED = 4;

const rowOf = (words: Words, entry: Audited, nameOf: (id: PersonId) => string): Row => {
  const { at, personId, what, from, on, outcome } = entry;
  const people = (on.people ?? []).slice(0, NAMED).map(id => cleanName(nameOf(id)));
  const others = (on.people ?? []).length - people.length;
  const named =
    others > 0 ? words.t('audit.others', { people: inOne(words, people), count: others }) : words.list(people);
  const channel = from.channel === undefined ? '' : ` · ${channelName(words, from.channel)}`;
  return {
    title: whatOf(words, what),
    lines: [
      `${words.moment(at)} · ${cleanName(nameOf(personId))}`,
      ...(people.length > 0 ? [labelled(words, words.t('audit.about'), named)] : []),
      `${words.t(`audit.by_${from.by}`)}${channel}`,
      ...reasonOf(words, outcome),
    ],
    aside: words.t(`audit.${outcome.type}`),
    tone: TONES[outcome.type],
    actions: [],
  };
};

/** Other channels are called what they call themselves. */
const channelName = (words: Words, channel: string): string =>
  channel === 'msteams' ? words.t('audit.teams') : cleanName(channel);

const TONES: Readonly<Record<AuditOutcome['type'], Tone>> = {
  done: 'Good',
  unchanged: 'Default',
  shown: 'Default',
  asked: 'Default',
  waiting: 'Warning',
  refused: 'Warning',
  failed: 'Attention',
};

const reasonOf = (words: Words, outcome: AuditOutcome): readonly string[] => {
  if (outcome.type === 'refused') return [words.t(`refusal_title.${outcome.code}`)];
  return outcome.type === 'failed' ? [labelled(words, words.t('trouble.id'), cleanName(outcome.trouble))] : [];
};

/** What can be wanted of one purchase, as a button or a title says it. */
const WHAT: ReadonlyMap<string, TextKey> = new Map(
  Object.entries({
    assign_license: 'button.assign_license',
    unassign_license: 'button.unassign_license',
    set_license_total: 'button.set_license_total',
    add_licenses: 'button.set_license_total',
    remove_licenses: 'button.set_license_total',
    buy_subscription: 'button.buy_subscription',
    cancel_subscription: 'button.cancel_subscription',
    keep_subscription: 'button.keep_subscription',
    turn_off_auto_renew: 'button.turn_off_auto_renew',
    turn_on_auto_renew: 'button.turn_on_auto_renew',
    reactivate_subscription: 'button.reactivate_subscription',
    undo: 'button.undo',
    show_subscription: 'button.show_subscription',
    refresh_subscription: 'audit.refresh',
    refresh_purchase: 'audit.refresh',
    list_assignments: 'button.list_assignments',
    show_history: 'button.show_history',
    admin_show_purchase: 'audit.admin_view',
    admin_show_audit: 'button.admin_show_audit',
    admin_delivery_report: 'button.admin_delivery_report',
  } satisfies Readonly<Record<string, TextKey>>),
);

const whatOf = (words: Words, what: string): string => {
  const key = WHAT.get(what);
  return key === undefined ? words.t('audit.other', { name: cleanName(what) }) : words.t(key);
};

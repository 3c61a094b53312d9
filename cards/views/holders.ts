import type { Instant } from '../../domain/shared/instant';
import type { Person } from '../../domain/shared/person';
import { button, buttons, type Execute } from '../buttons';
import { cleanName, nameOf, personDetail } from '../names';
import { assignedOf, freeOf, type Owned, productOf } from '../owned';
import { PAGE, pageOf, placeOf, turnsOf } from '../paging';
import type { Press } from '../press';
import type { Screen } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';

export interface Holders {
  readonly owned: Owned;
  /** Those of the page, at most ten, with when they got their license. */
  readonly holders: readonly { readonly person: Person; readonly since: Instant }[];
  /** How many there are of whom the page is one part. */
  readonly count: number;
  readonly page: number;
  /** What the names of those shown fit; empty: everybody. */
  readonly find: string;
  /** Whose it is, where an admin looks at it, who changes nothing of it (RULES, Admins). */
  readonly purchaser?: string | undefined;
}

/** Who has a license of a subscription: ten a page, searched by name or e-mail where they are more. */
export const holdersScreen = (words: Words, { owned, holders, count, page, find, purchaser }: Holders): Screen => {
  const { id: subscriptionId, assignments } = owned.subscription;
  const title = words.t('holders.title_product', { product: productOf(owned) });
  const bought = purchaser === undefined ? [] : [words.t('admin.bought_by', { name: cleanName(purchaser) })];
  const licenses = [...bought, assignedOf(words, owned), freeOf(words, owned)].join(' · ');
  const typed = cleanName(find);
  const summary = typed === '' ? licenses : words.t('holders.found', { count, name: typed });
  const paged = pageOf(count, page);
  const place = count === 0 && typed === '' ? words.t('holders.none') : placeOf(words, count, paged);
  const isLong = assignments.length > PAGE || typed !== '';
  const everybody: Press =
    purchaser === undefined
      ? { type: 'list_assignments', subscriptionId }
      : { type: 'admin_show_purchase', subscriptionId, holders: true };
  const press = (at: number): Press => ({ ...everybody, page: at, ...(typed === '' ? {} : { find: typed }) });
  const rows = holders.map(({ person, since }) => ({
    title: nameOf(person),
    aside: '',
    tone: 'Default' as const,
    lines: [personDetail(person), words.t('holders.since', { date: words.date(since) })].filter(line => line !== ''),
    actions: purchaser === undefined ? [unassignButton(words, subscriptionId, person)] : [],
  }));
  const search = {
    id: 'find',
    label: words.t('holders.search'),
    value: typed,
    placeholder: words.t('holders.search_placeholder'),
  };
  return {
    name: 'pages',
    view: {
      title,
      summary,
      place,
      rows,
      filters: [],
      searches: isLong ? [search] : [],
      searching: isLong
        ? [
            button(words, everybody, { title: words.t('button.search') }),
            ...(typed === '' ? [] : [button(words, everybody, { title: words.t('button.everybody'), leaves: true })]),
          ]
        : [],
      turns: turnsOf(words, paged, press),
      buttons: buttons(
        words,
        purchaser === undefined ? waysOf(owned) : [{ type: 'admin_show_purchase', subscriptionId }],
      ),
    },
    speak: sentences(words, [
      labelled(words, title, summary),
      place,
      ...rows.map(row => inOne(words, [row.title, ...row.lines])),
    ]),
  };
};

/** On from here, for whoever bought it. */
const waysOf = ({ subscription: { id: subscriptionId, status } }: Owned): readonly Press[] => [
  ...(status === 'active' || status === 'expired' ? [{ type: 'assign_license' as const, subscriptionId }] : []),
  { type: 'show_subscription', subscriptionId },
];

const unassignButton = (words: Words, subscriptionId: string, person: Person): Execute =>
  button(
    words,
    { type: 'unassign_license', subscriptionId, given: person.id },
    { title: words.t('button.unassign'), about: nameOf(person) },
  );

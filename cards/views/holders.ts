import type { Instant } from '../../domain/shared/instant';
import type { Person } from '../../domain/shared/person';
import { button, buttons } from '../buttons';
import { cleanName, nameOf, personDetail } from '../names';
import { assignedOf, freeOf, type Owned, productOf } from '../owned';
import { PAGE, pageOf, placeOf, turnsOf } from '../paging';
import type { Press } from '../press';
import type { Row, Screen } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';

interface Holders {
  readonly owned: Owned;
  /** Those of the page, at most ten, with when they got their license. */
  readonly holders: readonly { readonly person: Person; readonly since: Instant }[];
  /** How many there are of whom the page is one part. */
  readonly count: number;
  readonly page: number;
  /** What the names of those shown fit; empty: everybody. */
  readonly find: string;
}

/** Who has a license of a subscription: ten a page, searched by name or e-mail where they are more. */
export const holdersScreen = (words: Words, { owned, holders, count, page, find }: Holders): Screen => {
  const { id: subscriptionId, assignments, status } = owned.subscription;
  const title = words.t('holders.title_product', { product: productOf(owned) });
  const licenses = `${assignedOf(words, owned)} · ${freeOf(words, owned)}`;
  const typed = cleanName(find);
  const summary = typed === '' ? licenses : words.t('holders.found', { count, name: typed });
  const paged = pageOf(count, page);
  const place = count === 0 && typed === '' ? words.t('holders.none') : placeOf(words, count, paged);
  const isLong = assignments.length > PAGE || typed !== '';
  const press = (at: number): Press => ({
    ...{ type: 'list_assignments', subscriptionId, page: at },
    ...(typed === '' ? {} : { find: typed }),
  });
  const rows = holders.map(({ person, since }) => rowOf(words, { subscriptionId, person, since }));
  const search = {
    ...{ id: 'find', label: words.t('holders.search'), value: typed },
    placeholder: words.t('holders.search_placeholder'),
  };
  const everybody: Press = { type: 'list_assignments', subscriptionId };
  return {
    name: 'pages',
    view: {
      ...{ title, summary, place, rows, filters: [], searches: isLong ? [search] : [] },
      searching: isLong
        ? [
            button(words, everybody, { title: words.t('button.search') }),
            ...(typed === '' ? [] : [button(words, everybody, { title: words.t('button.everybody'), leaves: true })]),
          ]
        : [],
      turns: turnsOf(words, paged, press),
      buttons: buttons(words, [
        ...(status === 'active' || status === 'expired' ? [{ type: 'assign_license' as const, subscriptionId }] : []),
        { type: 'show_subscription', subscriptionId },
      ]),
    },
    speak: sentences(words, [
      labelled(words, title, summary),
      place,
      ...rows.map(row => inOne(words, [row.title, ...row.lines])),
    ]),
  };
};

interface Held {
  readonly subscriptionId: string;
  readonly person: Person;
  readonly since: Instant;
}

const rowOf = (words: Words, { subscriptionId, person, since }: Held): Row => ({
  ...{ title: nameOf(person), aside: '', tone: 'Default' },
  lines: [personDetail(person), words.t('holders.since', { date: words.date(since) })].filter(line => line !== ''),
  actions: [
    button(
      words,
      { type: 'unassign_license', subscriptionId, given: person.id },
      { title: words.t('button.unassign'), about: nameOf(person) },
    ),
  ],
});

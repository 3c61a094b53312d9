import type { Instant } from '../../domain/shared/instant';
import { type Action, button, buttons } from '../buttons';
import { cleanName } from '../names';
import { assignedOf, freeOf, type Owned, priceOf, productOf, statusOf, termText, toneOf } from '../owned';
import { PAGE, pageOf, placeOf, turnsOf } from '../paging';
import { LISTED_STATUSES, type ListedStatus, type Press } from '../press';
import type { Row, Screen } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';

interface List {
  readonly items: readonly Owned[];
  readonly now: Instant;
}

interface Narrowed extends List {
  /** None: all of them. */
  readonly status?: ListedStatus | undefined;
  /** Counted from 1. */
  readonly page?: number | undefined;
}

/** What a person bought, a row each, ten a page; by its status where there are several. */
export const subscriptionsScreen = (words: Words, { items, now, status, page }: Narrowed): Screen => {
  if (items.length === 0) {
    const [title, text] = [words.t('subscriptions.none_title'), words.t('subscriptions.none')];
    return nothing(words, title, text, [{ type: 'show_catalog' }]);
  }
  const fitting = status ? items.filter(({ subscription }) => subscription.status === status) : items;
  return pagesOf(words, {
    title: words.t('subscriptions.title'),
    items: fitting,
    now,
    page,
    summary: status
      ? words.t('subscriptions.filtered', { status: words.t(`status.${status}`), count: fitting.length })
      : words.t('subscriptions.summary', { count: items.length }),
    filters: filtersOf(words, items, status),
    pressFor: at => ({ type: 'list_subscriptions', page: at, ...(status ? { status } : {}) }),
  });
};

interface Held {
  readonly name: string;
  readonly items: readonly Owned[];
}

interface Holdings {
  readonly name: string;
  /** It was asked about this one alone. */
  readonly product?: string | undefined;
}

/** Which of the person's subscriptions somebody holds a license of. */
export const holdingsScreen = (words: Words, { name, items, now, product }: List & Holdings): Screen => {
  const who = { name: cleanName(name) };
  if (items.length === 0) {
    const title = product ? words.t('holdings.none_of', { ...who, product }) : words.t('holdings.none_title', who);
    const text = words.t('holdings.none');
    return nothing(words, title, text, [{ type: 'list_subscriptions' }, { type: 'assign_license' }]);
  }
  return pagesOf(words, {
    title: words.t('holdings.title', who),
    items,
    now,
    page: 1,
    filters: [],
    summary: words.t('subscriptions.summary', { count: items.length }),
    pressFor: page => ({ type: 'list_subscriptions', page }),
  });
};

/** On a line. */
const MOST_NAMED = 5;

const named = (words: Words, items: readonly Owned[]): string => {
  const list = words.list(items.slice(0, MOST_NAMED).map(productOf));
  return items.length > MOST_NAMED ? `${list}. ${words.t('told.more', { count: items.length - MOST_NAMED })}` : list;
};

/** The same of several people, each for themselves: one may hold what another of that name does not. */
export const holdingsOfEachScreen = (
  words: Words,
  { holdings, product }: { readonly holdings: readonly Held[]; readonly product: string | undefined },
): Screen => {
  const title = product ? words.t('holdings.each_of', { product }) : words.t('holdings.each');
  const facts = holdings.map(({ name, items }) => ({
    title: cleanName(name),
    value: items.length === 0 ? words.t('holdings.nothing') : named(words, items),
  }));
  return {
    name: 'message',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines: [],
      facts,
      buttons: buttons(words, [{ type: 'list_subscriptions' }, { type: 'assign_license' }]),
    },
    speak: sentences(words, [title, ...facts.map(fact => labelled(words, fact.title, fact.value))]),
  };
};

/** One button a status that there is, when there are several, and the way back to all. */
const filtersOf = (words: Words, items: readonly Owned[], shown: ListedStatus | undefined): readonly Action[] => {
  const countOf = (status: ListedStatus): number =>
    items.filter(({ subscription }) => subscription.status === status).length;
  const present = LISTED_STATUSES.filter(status => countOf(status) > 0);
  if (present.length < 2 && !shown) return [];
  const filter = (press: Press, name: string, count: number): Action =>
    button(words, press, { title: words.t('subscriptions.filter', { name, count }) });
  return [
    ...(shown ? [filter({ type: 'list_subscriptions' }, words.t('subscriptions.all'), items.length)] : []),
    ...present
      .filter(status => status !== shown)
      .map(status => filter({ type: 'list_subscriptions', status }, words.t(`status.${status}`), countOf(status))),
  ];
};

interface Pages extends List {
  readonly title: string;
  readonly summary: string;
  readonly filters: readonly Action[];
  readonly page: number | undefined;
  readonly pressFor: (page: number) => Press;
}

const pagesOf = (words: Words, { title, summary, items, now, filters, page, pressFor }: Pages): Screen => {
  const paged = pageOf(items.length, page);
  const shown = items.slice(paged.skip, paged.skip + PAGE);
  const place = placeOf(words, items.length, paged);
  const said = shown.map(owned =>
    inOne(words, [
      ...[productOf(owned), statusOf(words, owned), assignedOf(words, owned), freeOf(words, owned)],
      ...[priceOf(words, owned), termText(words, owned, now)],
    ]),
  );
  return {
    name: 'pages',
    view: {
      title,
      summary,
      place,
      filters,
      searches: [],
      searching: [],
      rows: shown.map(owned => rowOf(words, owned, now)),
      turns: turnsOf(words, paged, pressFor),
      buttons: buttons(words, [
        { type: 'assign_license' },
        { type: 'show_catalog' },
        { type: 'list_invoices' },
        { type: 'help' },
      ]),
    },
    speak: sentences(words, [labelled(words, title, summary), place, ...said]),
  };
};

const rowOf = (words: Words, owned: Owned, now: Instant): Row => ({
  title: productOf(owned),
  lines: [`${assignedOf(words, owned)} · ${freeOf(words, owned)}`, priceOf(words, owned), termText(words, owned, now)],
  aside: statusOf(words, owned),
  tone: toneOf(owned),
  actions: [
    button(
      words,
      { type: 'show_subscription', subscriptionId: owned.subscription.id },
      { title: words.t('button.view'), about: productOf(owned) },
    ),
  ],
});

const nothing = (words: Words, title: string, text: string, presses: readonly Press[]): Screen => ({
  name: 'message',
  view: {
    outcome: '',
    tone: 'Default',
    title,
    lines: [text],
    facts: [],
    buttons: buttons(words, [...presses, { type: 'help' }]),
  },
  speak: sentences(words, [title, text]),
});

import type { Person } from '../../domain/shared/person';
import { button } from '../buttons';
import { cleanName, nameOf, personDetail, personTitle } from '../names';
import { licensesOf, type Owned, productOf } from '../owned';
import type { Screen } from '../screen';
import { inOne, sentences } from '../speech';
import type { Words } from '../words';

interface Unassign {
  readonly owned: Owned;
  /** Named already; the card then asks only for a yes. */
  readonly people: readonly Person[];
  /** To choose from when nobody is named. */
  readonly holders: readonly Person[];
  /** Holders beside these who may be meant and are not listed; all the others unless said. */
  readonly others?: number | undefined;
  /** Names of people who were meant too, but hold no license or are nobody. */
  readonly leftOut?: readonly string[] | undefined;
  readonly operationId: string;
  readonly problem?: 'nobody_named' | undefined;
}

const HOLDERS_AT_MOST = 100;
/** Longer lists say the name alone, so that a card stays small. */
const DETAILS_AT_MOST = 20;

/** Says who would lose access, and asks; or asks who it should be. */
export const unassignScreen = (words: Words, input: Unassign): Screen => {
  if (input.people.length > 0) return confirmUnassign(words, input);
  return input.owned.subscription.assignments.length === 0 && input.holders.length === 0
    ? nobodyToUnassign(words, input)
    : chooseHolders(words, input);
};

/** So many are named; there may be twenty long names. */
const LEFT_OUT_SHOWN = 10;

const leftOutOf = (words: Words, leftOut: readonly string[] = []): string =>
  leftOut.length === 0
    ? ''
    : words.t('unassign.left_out', { names: words.list(leftOut.slice(0, LEFT_OUT_SHOWN).map(cleanName)) });

const confirmUnassign = (words: Words, { owned, people, operationId, leftOut }: Unassign): Screen => {
  const product = productOf(owned);
  const names = people.map(nameOf);
  const count = people.length;
  const [first = ''] = names;
  const title =
    count === 1
      ? words.t('unassign.title_person', { product, name: first })
      : words.t('unassign.title_people', { product, count });
  const consequence = sentences(words, [
    count === 1
      ? words.t('unassign.loses_person', { name: first, product })
      : words.t('unassign.loses_people', { count, product }),
    words.t('unassign.frees', { count }),
  ]);
  const given = people.map(person => person.id).join(',');
  return {
    name: 'unassign',
    view: {
      title,
      consequence,
      problem: leftOutOf(words, leftOut),
      required: '',
      choices: [],
      hint: '',
      askNames: false,
      people: people.map(person => ({ text: nameOf(person), detail: personDetail(person) })),
      buttons: actionsOf(words, owned, count, { given, operationId }),
    },
    speak: sentences(words, [title, leftOutOf(words, leftOut), consequence, words.list(people.map(personTitle))]),
  };
};

const chooseHolders = (words: Words, { owned, holders, others, operationId, problem, leftOut }: Unassign): Screen => {
  const title = words.t('unassign.title_product', { product: productOf(owned) });
  const consequence = words.t('unassign.tick', { product: productOf(owned) });
  const shown = holders.slice(0, HOLDERS_AT_MOST);
  const unlisted = others ?? Math.max(0, owned.subscription.assignments.length - holders.length);
  const total = holders.length + unlisted;
  const askNames = total > shown.length;
  const titleOf = (person: Person): string =>
    shown.length > DETAILS_AT_MOST || personDetail(person) === ''
      ? nameOf(person)
      : `${nameOf(person)} · ${personDetail(person)}`;
  const hint = askNames ? words.t('unassign.first', { count: shown.length, total }) : '';
  const trouble = problem ? words.t(`unassign.${problem}`) : leftOutOf(words, leftOut);
  return {
    name: 'unassign',
    view: {
      title,
      consequence,
      hint,
      askNames,
      problem: trouble,
      people: [],
      required: askNames ? '' : words.t('unassign.nobody_named'),
      choices: shown.map(person => ({ title: titleOf(person), value: person.id })),
      buttons: actionsOf(words, owned, shown.length, { operationId }),
    },
    speak: sentences(words, [
      title,
      trouble,
      consequence,
      words.t('unassign.who'),
      words.list(shown.map(nameOf)),
      hint,
    ]),
  };
};

const actionsOf = (
  words: Words,
  { subscription }: Owned,
  count: number,
  pressed: { readonly given?: string; readonly operationId: string },
) => [
  button(
    words,
    { type: 'keep_subscription', subscriptionId: subscription.id },
    { title: words.t('button.keep_licenses', { count }), leaves: true },
  ),
  button(words, { type: 'unassign_license', subscriptionId: subscription.id, ...pressed }, { style: 'destructive' }),
];

const nobodyToUnassign = (words: Words, { owned }: Unassign): Screen => {
  const [title, text] = [words.t('unassign.nobody_title'), words.t('unassign.nobody', { product: productOf(owned) })];
  const { assigned, free } = licensesOf(words, owned);
  const subscriptionId = owned.subscription.id;
  return {
    name: 'message',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines: [text, `${assigned} · ${free}`],
      facts: [],
      buttons: [
        button(words, { type: 'assign_license', subscriptionId }),
        button(words, { type: 'show_subscription', subscriptionId }),
      ],
    },
    speak: sentences(words, [title, text, inOne(words, [assigned, free])]),
  };
};

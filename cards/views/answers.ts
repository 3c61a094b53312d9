import type { Person } from '../../domain/shared/person';
import type { UnassignResult } from '../../domain/subscription/outcome';
import { type Action, button } from '../buttons';
import { cleanName, nameOf } from '../names';
import { licensesOf, type Owned, productOf } from '../owned';
import type { Press } from '../press';
import type { Screen, Tone } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';

interface Assigned {
  readonly owned: Owned;
  readonly answers: readonly {
    /** A name, or what was typed when nobody was found. */
    readonly label: string;
    readonly result: 'assigned' | 'already' | 'guest' | 'outside' | 'unknown';
    readonly near?: readonly Person[] | undefined;
  }[];
  readonly undo: { readonly undoes: string; readonly operationId: string } | undefined;
  /** Others were named beyond those that are dealt with at once. */
  readonly next?: Next | undefined;
}

interface Next {
  readonly press: Press;
  /** How many it goes on with. */
  readonly count: number;
  readonly done: number;
  /** Of all that were named. */
  readonly of: number;
}

/** Who got a license and who did not, one by one. */
export const assignedScreen = (words: Words, { owned, answers, undo, next }: Assigned): Screen => {
  const got = answers.filter(answer => answer.result === 'assigned').map(answer => cleanName(answer.label));
  const product = productOf(owned);
  const subscriptionId = owned.subscription.id;
  const undoing: readonly Press[] = undo ? [{ type: 'undo', subscriptionId, ...undo }] : [];
  return answered(words, {
    owned,
    changed: got.length > 0,
    progress: next ? words.t('assigned.progress', { done: next.done, count: next.of }) : '',
    going: next
      ? [button(words, next.press, { title: words.t('button.next_people', { count: next.count }), style: 'positive' })]
      : [],
    title: titleFor(got, {
      none: () => words.t('assigned.title_none'),
      one: name => words.t('assigned.title_person', { product, name }),
      many: count => words.t('assigned.title_people', { product, count }),
    }),
    answers: answers.map(({ label, result, near = [] }) => ({
      text: cleanName(label),
      detail: [words.t(`assigned.result_${result}`), nearest(words, near)].filter(part => part !== '').join(' · '),
      tone: result === 'assigned' ? 'Good' : result === 'already' ? 'Default' : 'Warning',
    })),
    presses: [...undoing, { type: 'show_subscription', subscriptionId }],
  });
};

const NEAR_AT_MOST = 3;

const nearest = (words: Words, near: readonly Person[]): string =>
  near.length === 0
    ? ''
    : words.t('assigned.near', { people: words.choiceList(near.slice(0, NEAR_AT_MOST).map(nameOf)) });

interface Unassigned {
  readonly owned: Owned;
  readonly answers: readonly { readonly label: string; readonly result: UnassignResult }[];
  /** An assignment was taken back by Undo, rather than unassigned. */
  readonly undone: boolean;
}

/** Who lost a license and who had none. */
export const unassignedScreen = (words: Words, { owned, answers, undone }: Unassigned): Screen => {
  const lost = answers.filter(answer => answer.result === 'unassigned').map(answer => cleanName(answer.label));
  const product = productOf(owned);
  const subscriptionId = owned.subscription.id;
  const title = titleFor(lost, {
    none: () => words.t('unassigned.title_none'),
    one: name => words.t('unassigned.title_person', { product, name }),
    many: count => words.t('unassigned.title_people', { product, count }),
  });
  return answered(words, {
    owned,
    changed: lost.length > 0,
    title: undone ? words.t('unassigned.undone_title') : title,
    answers: answers.map(({ label, result }) => ({
      text: cleanName(label),
      detail: words.t(`unassigned.result_${result}`),
      tone: 'Default',
    })),
    presses: [
      { type: 'show_subscription', subscriptionId },
      { type: 'assign_license', subscriptionId },
    ],
  });
};

interface Titles {
  none(): string;
  one(name: string): string;
  many(count: number): string;
}

const titleFor = (names: readonly string[], titles: Titles): string => {
  const [first] = names;
  if (first === undefined) return titles.none();
  return names.length === 1 ? titles.one(first) : titles.many(names.length);
};

interface Answered {
  readonly owned: Owned;
  readonly changed: boolean;
  readonly title: string;
  readonly answers: readonly { readonly text: string; readonly detail: string; readonly tone: Tone }[];
  /** How far it is with all that were named. */
  readonly progress?: string;
  /** The way to go on with the others. */
  readonly going?: readonly Action[];
  readonly presses: readonly Press[];
}

const answered = (words: Words, input: Answered): Screen => {
  const { owned, changed, title, answers, progress = '', going = [], presses } = input;
  const outcome = words.t(changed ? 'outcome.done' : 'outcome.unchanged');
  const licenses = licensesOf(words, owned);
  const actions: readonly Action[] = [...going, ...presses.map(press => button(words, press))];
  return {
    name: 'answers',
    view: {
      outcome,
      title,
      answers,
      progress,
      licenses,
      tone: changed ? 'Good' : 'Warning',
      buttons: actions,
      product: productOf(owned),
    },
    speak: sentences(words, [
      ...[outcome, title, progress],
      ...answers.map(({ text, detail }) => labelled(words, text, detail)),
      labelled(words, productOf(owned), inOne(words, [licenses.assigned, licenses.free])),
    ]),
  };
};

import type { Person } from '../../domain/shared/person';
import { freeLicenses } from '../../domain/subscription/subscription';
import { button } from '../buttons';
import { cleanName, nameOf, personDetail, personTitle } from '../names';
import { assignedOf, choiceOf, freeOf, type Owned, productOf } from '../owned';
import type { Choice, Question, Screen } from '../screen';
import { sentences } from '../speech';
import type { Words } from '../words';
import { carriedOn, type LaterPeople, laterText } from './later';

interface Ambiguous {
  readonly name: string;
  readonly candidates: readonly Person[];
}

interface Assign {
  readonly owned: Owned | undefined;
  /** What to choose from while `owned` is not known. */
  readonly choices: readonly Owned[];
  /** Settled already. */
  readonly people: readonly Person[];
  readonly ambiguous: readonly Ambiguous[];
  /** Typed names that are nobody's; they are answered with the others. */
  readonly unknown?: readonly string[];
  /** Who follows when these are done. */
  readonly later?: LaterPeople | undefined;
  readonly askPeople: boolean;
  readonly problem?: 'nobody_named' | 'too_many' | undefined;
  /** Something was corrected or taken for granted, so that nothing is done before a yes. */
  readonly guessed: boolean;
  readonly operationId: string;
}

const CHOICES_AT_MOST = 20;
const NAMES_AT_MOST = 3;
const CANDIDATES_AT_MOST = 8;
/** More people than this are shown by name alone, so that the card stays small. */
const DETAILS_AT_MOST = 10;
/** Unknown names that are shown; all of them are carried and answered. */
const UNKNOWN_SHOWN = 5;

/** Asks for whatever is still open about an assignment, or only for a yes. */
export const assignScreen = (words: Words, input: Assign): Screen => {
  const questions = questionsOf(words, input);
  const title = titleOf(words, input);
  const summary = summaryOf(words, input);
  const licenses = input.owned ? `${assignedOf(words, input.owned)} · ${freeOf(words, input.owned)}` : '';
  const problem = problemOf(words, input);
  const names = words.list(input.people.map(nameOf));
  const isDetailed = input.people.length <= DETAILS_AT_MOST;
  const said = isDetailed ? words.list(input.people.map(personTitle)) : names;
  return {
    name: 'assign',
    view: {
      title,
      summary,
      licenses,
      problem,
      questions,
      askPeople: input.askPeople,
      people: input.people.map(person => ({
        text: nameOf(person),
        detail: isDetailed ? personDetail(person) : '',
      })),
      buttons: actionsOf(words, input),
    },
    speak: sentences(words, [
      ...[title, problem, summary, licenses],
      said,
      ...questions.map(question => `${question.label} ${words.list(question.choices.map(choice => choice.title))}`),
      input.askPeople ? words.t('people.names') : '',
    ]),
  };
};

const problemOf = (words: Words, { problem, later, unknown = [] }: Assign): string => {
  const more = unknown.length - UNKNOWN_SHOWN;
  const names = words.list([...unknown.slice(0, UNKNOWN_SHOWN).map(cleanName), ...(more > 0 ? ['…'] : [])]);
  return sentences(words, [
    problem ? words.t(`assign.${problem}`) : '',
    laterText(words, later),
    unknown.length > 0 ? words.t('assign.unknown', { names }) : '',
  ]);
};

const titleOf = (words: Words, { owned, guessed }: Assign): string => {
  if (guessed) return words.t('assign.guess_title');
  return owned ? words.t('assign.title_product', { product: productOf(owned) }) : words.t('assign.title');
};

/** So many names are read in a sentence; more of them are counted, since they stand in the list below it. */
const NAMES_IN_SENTENCE = 3;

/** The consequence when all is known, else what it costs; or that there are too few licenses for it. */
const summaryOf = (words: Words, { owned, people, ambiguous, askPeople }: Assign): string => {
  const free = owned ? freeLicenses(owned.subscription) : people.length;
  if (people.length > free) return words.t('assign.too_few', { count: free });
  if (!owned || people.length === 0 || ambiguous.length > 0 || askPeople) return words.t('assign.cost');
  const [count, product] = [people.length, productOf(owned)];
  const will =
    count > NAMES_IN_SENTENCE
      ? words.t('assign.will_get_many', { product, count })
      : words.t('assign.will_get', { people: words.list(people.map(nameOf)), product, count });
  return sentences(words, [will, words.t('assign.cost')]);
};

const questionsOf = (words: Words, { owned, choices, ambiguous }: Assign): readonly Question[] => {
  const which = {
    id: 'subscriptionId',
    label: words.t('assign.which'),
    required: words.t('assign.choose_subscription'),
    choices: choices.slice(0, CHOICES_AT_MOST).map(choice => choiceOf(words, choice)),
  };
  const open = ambiguous.filter(({ candidates }) => candidates.length > 0).slice(0, NAMES_AT_MOST);
  const persons = open.map(({ name, candidates }, at) => ({
    id: at === 0 ? 'personId' : `personId${at}`,
    label: words.t('assign.which_person', { name: cleanName(name) }),
    required: words.t('assign.choose_person'),
    choices: candidates.slice(0, CANDIDATES_AT_MOST).map(personChoice),
  }));
  return owned || choices.length === 0 ? persons : [which, ...persons];
};

const personChoice = (person: Person): Choice => ({ title: personTitle(person), value: person.id });

const actionsOf = (words: Words, input: Assign) => {
  const { owned, people, ambiguous, unknown = [], guessed, later, operationId } = input;
  const names = [...ambiguous.slice(NAMES_AT_MOST).map(({ name }) => name), ...unknown].map(cleanName).join(',');
  const subscriptionId = owned?.subscription.id;
  const given = people.map(person => person.id).join(',');
  const assign = button(
    words,
    {
      type: 'assign_license',
      operationId,
      ...(subscriptionId === undefined ? {} : { subscriptionId }),
      ...(given === '' ? {} : { given }),
      ...(names === '' ? {} : { names }),
      ...carriedOn(later),
    },
    { style: 'positive' },
  );
  const title = words.t(guessed ? 'button.leave' : 'button.back');
  const leave = button(
    words,
    subscriptionId === undefined
      ? { type: 'list_subscriptions' }
      : { type: guessed ? 'keep_subscription' : 'show_subscription', subscriptionId },
    { title, leaves: true },
  );
  return [assign, leave];
};

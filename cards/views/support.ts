import { type Action, button, buttons } from '../buttons';
import { cleanName } from '../names';
import type { Press } from '../press';
import type { Screen } from '../screen';
import { labelled, sentences } from '../speech';
import type { Words } from '../words';

interface Support {
  /** Names of the administrators who get a copy. */
  readonly admins: readonly string[];
  /** Where else may be written to. */
  readonly address: string | undefined;
  readonly operationId: string;
  /** It was sent without a word. */
  readonly isEmpty?: boolean | undefined;
}

/** What to ask support, and exactly what is sent on to whom, before it is. */
export const supportScreen = (words: Words, { admins, address, operationId, isEmpty = false }: Support): Screen => {
  const title = words.t('support.title');
  const lines = [words.t('support.sends', { people: namesOf(words, admins) }), ...writingTo(words, address)];
  const problem = isEmpty ? words.t('support.required') : '';
  return {
    name: 'support',
    view: {
      title,
      lines,
      problem,
      buttons: [
        button(words, { type: 'contact_support', operationId }, { style: 'positive' }),
        ...leaving(words, [{ type: 'show_faq' }, { type: 'help' }]),
      ],
    },
    speak: sentences(words, [title, ...lines, problem, words.t('support.label')]),
  };
};

const leaving = (words: Words, presses: readonly Press[]): readonly Action[] =>
  presses.map(press => button(words, press, { leaves: true }));

const writingTo = (words: Words, address: string | undefined): readonly string[] =>
  address === undefined ? [] : [words.t('support.address', { address })];

/** As many as are named; the others are only counted in. */
const NAMED_AT_MOST = 5;

const namesOf = (words: Words, admins: readonly string[]): string =>
  words.list([...admins.slice(0, NAMED_AT_MOST).map(cleanName), ...(admins.length > NAMED_AT_MOST ? ['…'] : [])]);

interface NoSupport {
  readonly address: string | undefined;
  readonly reference: string;
}

/** Nobody is known here who could be sent anything. */
export const noSupportScreen = (words: Words, { address, reference }: NoSupport): Screen => {
  const title = words.t('support.title');
  const lines = address === undefined ? [words.t('support.nobody')] : [words.t('support.only_address', { address })];
  const fact = { title: words.t('support.reference'), value: reference };
  return {
    name: 'message',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines,
      facts: [fact],
      buttons: buttons(words, [{ type: 'show_faq' }, { type: 'help' }]),
    },
    speak: sentences(words, [title, ...lines, labelled(words, fact.title, reference)]),
  };
};

interface SupportAsked {
  readonly admins: readonly string[];
  readonly address: string | undefined;
  readonly reference: string;
}

/** Sent on, and under which number. */
export const supportAskedScreen = (words: Words, { admins, address, reference }: SupportAsked): Screen => {
  const outcome = words.t('outcome.done');
  const title = words.t('support.sent_title');
  const lines = [words.t('support.sent', { people: namesOf(words, admins) }), ...writingTo(words, address)];
  const fact = { title: words.t('support.reference'), value: reference };
  return {
    name: 'message',
    view: {
      outcome,
      tone: 'Good',
      title,
      lines,
      facts: [fact],
      buttons: buttons(words, [{ type: 'list_subscriptions' }, { type: 'help' }]),
    },
    speak: sentences(words, [outcome, title, labelled(words, fact.title, reference), ...lines]),
  };
};

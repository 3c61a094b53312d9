import { button, buttons, openUrl } from '../buttons';
import { cleanName } from '../names';
import type { Press } from '../press';
import type { Screen, Views } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { TextKey, Words } from '../words';

/** Cards may be read by anybody in a chat, so the other language is always one press away. */
const otherLanguage = (words: Words): Press => ({
  type: 'change_language',
  language: words.locale === 'en' ? 'zh-TW' : 'en',
});

/** The first thing a person ever sees. */
export const welcomeScreen = (words: Words, { name }: { readonly name: string | undefined }): Screen => {
  const known = cleanName(name ?? '');
  const title = known === '' ? words.t('welcome.title') : words.t('welcome.title_named', { name: known });
  const examples = topic(words, 'welcome.examples', ['guide.subscriptions_1', 'guide.licenses_1', 'guide.invoices_1']);
  return guide(
    words,
    title,
    words.t('welcome.intro'),
    [examples],
    [
      { type: 'list_subscriptions' },
      { type: 'assign_license' },
      { type: 'list_invoices' },
      { type: 'help' },
      otherLanguage(words),
    ],
  );
};

type Topic = Views['guide']['topics'][number];

const guide = (
  words: Words,
  title: string,
  intro: string,
  topics: readonly Topic[],
  presses: readonly Press[],
): Screen => {
  const said = topics.map(({ title: heading, examples }) => labelled(words, heading, inOne(words, examples)));
  return {
    name: 'guide',
    view: { title, intro, topics, buttons: buttons(words, presses) },
    speak: sentences(words, [title, intro, ...said]),
  };
};

const topic = (words: Words, title: TextKey, examples: readonly TextKey[]): Topic => ({
  title: words.t(title),
  examples: examples.map(example => words.t(example)),
});

interface Message {
  /** Something was done just now. */
  readonly done?: true;
  readonly title?: TextKey;
  readonly text: TextKey;
  readonly buttons: readonly Press[];
  /** The payment page, where the answer leads there. */
  readonly page?: string | undefined;
}

/** A short answer that needs no screen of its own. */
export const messageScreen = (words: Words, message: Message): Screen => {
  const title = message.title === undefined ? '' : words.t(message.title);
  const text = words.t(message.text);
  const outcome = message.done ? words.t('outcome.done') : '';
  return {
    name: 'message',
    view: {
      outcome,
      tone: message.done ? 'Good' : 'Default',
      title,
      lines: [text],
      facts: [],
      buttons: [
        ...(message.page === undefined ? [] : [openUrl(words.t('button.open_page'), message.page)]),
        ...buttons(words, message.buttons),
      ],
    },
    speak: sentences(words, [outcome, title, text]),
  };
};

/** Which languages there are; each is named in itself. */
export const languagesScreen = (words: Words): Screen =>
  messageScreen(words, {
    title: 'language.which',
    text: 'language.which_text',
    buttons: [
      { type: 'change_language', language: 'en' },
      { type: 'change_language', language: 'zh-TW' },
    ],
  });

/** Says that the language of these words is spoken from now on. */
export const languageScreen = (words: Words): Screen =>
  messageScreen(words, {
    title: 'language.title',
    text: 'language.text',
    buttons: [{ type: 'list_subscriptions' }, { type: 'help' }, otherLanguage(words)],
  });

/** A bug or an outage: what to do next, and an id that stands in the log. */
export const troubleScreen = (words: Words, { id }: { readonly id: string }): Screen => {
  const [title, text] = [words.t('trouble.title'), words.t('trouble.text')];
  const fact = { title: words.t('trouble.id'), value: id };
  return {
    name: 'message',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines: [text],
      facts: [fact],
      buttons: [button(words, { type: 'list_subscriptions' }), button(words, { type: 'help' })],
    },
    speak: sentences(words, [title, text, labelled(words, fact.title, id)]),
  };
};

import type { Catalog } from '../../domain/catalog/catalog';
import type { Concept, Form } from './concepts';
import type { Lexicon } from './lexicon';
import { alternatives, type Entry, entryOf, newNode, type PhraseNode, wordsOf } from './phrases';
import { productNames } from './product-names';
import { type Spelling, spellingOf } from './spelling';

/** Lexicons and catalog, made ready once for any number of texts. */
export interface Compiled {
  readonly phrases: PhraseNode;
  readonly alsoNames: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
  readonly spelling: Spelling;
}

/** Contractions, which many write without the apostrophe. A possessive is none. */
const CONTRACTED = /n't\b|'(?:m|re|ve)\b|\b(?:what|who|that|it|let|there|how|where|when)'s\b/;

const withoutApostrophe = (phrase: string): string[] =>
  CONTRACTED.test(phrase) ? [phrase, phrase.replaceAll("'", '')] : [phrase];

const each = (phrases: readonly string[], use: (words: string[]) => void): void => {
  for (const phrase of phrases.flatMap(alternatives).flatMap(withoutApostrophe)) {
    const words = wordsOf(phrase);
    if (words.length > 0) use(words);
  }
};

const addSense = (entry: Entry, concept: Concept, form: Form): void => {
  if (!entry.senses.some(sense => sense.concept === concept && sense.form === form))
    entry.senses.push({ concept, form });
};

const addLexicon = (root: PhraseNode, lexicon: Lexicon): void => {
  for (const [verb, forms] of Object.entries(lexicon.verbs) as [Concept, Record<Form, readonly string[]>][]) {
    for (const [form, phrases] of Object.entries(forms) as [Form, readonly string[]][]) {
      each(phrases, words => addSense(entryOf(root, words), verb, form));
    }
  }
  for (const [word, phrases] of Object.entries(lexicon.words) as [Concept, readonly string[]][]) {
    each(phrases, words => addSense(entryOf(root, words), word, 'do'));
  }
  for (const [phrase, number] of Object.entries(lexicon.numbers))
    each([phrase], words => (entryOf(root, words).number = number));
  for (const [phrase, month] of Object.entries(lexicon.months))
    each([phrase], words => (entryOf(root, words).month = month));
  for (const [phrase, brand] of Object.entries(lexicon.brands))
    each([phrase], words => (entryOf(root, words).brand = brand));
};

const addSlips = (root: PhraseNode, lexicon: Lexicon): void => {
  for (const [slip, meant] of Object.entries(lexicon.slips)) {
    Object.assign(entryOf(root, wordsOf(slip)), structuredClone(entryOf(root, wordsOf(meant))), { slip: true });
  }
};

export const compile = (catalog: Catalog, lexicons: readonly Lexicon[]): Compiled => {
  const phrases = newNode();
  for (const lexicon of lexicons) addLexicon(phrases, lexicon);
  for (const lexicon of lexicons) addSlips(phrases, lexicon);
  for (const [written, name] of productNames(
    catalog,
    lexicons.flatMap(lexicon => lexicon.planWords),
  )) {
    entryOf(phrases, wordsOf(written)).product = name;
  }
  return {
    phrases,
    alsoNames: new Set(lexicons.flatMap(lexicon => lexicon.alsoNames)),
    surnames: new Set(lexicons.flatMap(lexicon => [...(lexicon.surnames ?? '')])),
    spelling: spellingOf(phrases),
  };
};

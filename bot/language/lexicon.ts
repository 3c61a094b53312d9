import type { Form, Verb, Word } from './concepts';

/**
 * A language is its words and nothing else. A phrase may hold alternatives, "(can|could) you (please|)"; the rules that
 * read a sentence know only what a phrase stands for.
 */
export interface Lexicon {
  /** BCP 47 tag, as in a person's choice of language. */
  readonly tag: string;
  readonly verbs: Readonly<Partial<Record<Verb, Readonly<Partial<Record<Form, readonly string[]>>>>>>;
  readonly words: Readonly<Partial<Record<Word, readonly string[]>>>;
  readonly numbers: Readonly<Record<string, number>>;
  /** Name of a month → 1 to 12. */
  readonly months: Readonly<Record<string, number>>;
  /** Name of a card brand → the brand as in a payment slot. */
  readonly brands: Readonly<Record<string, string>>;
  /** Words that are people's names as well: written with a capital where a name may stand, they are names. */
  readonly alsoNames: readonly string[];
  /** First characters of people's names, where names are written without spaces. */
  readonly surnames?: string;
  /** Common slips that edit distance does not find, such as homophones, → what was meant. */
  readonly slips: Readonly<Record<string, string>>;
  /** "the second", 第二個 → 1, where a list was shown; -1 is the last. */
  readonly ordinals?: Readonly<Record<string, number>>;
  /** Words that may stand before and after such a word. */
  readonly besideOrdinals?: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Words for "plan" in product names ("Visio 方案二"). */
  readonly planWords: readonly string[];
}

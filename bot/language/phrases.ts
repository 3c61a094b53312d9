import type { Concept, Form } from './concepts';
import { normalise } from './normalise';
import { type Token, tokenise } from './tokens';

export interface Sense {
  readonly concept: Concept;
  readonly form: Form;
}

/** What a phrase stands for. One phrase may mean several things; the rules know which of them fits. */
export interface Entry {
  senses: Sense[];
  number?: number;
  month?: number;
  brand?: string;
  product?: string;
  /** The phrase is a slip for another one: what is read in it is a guess. */
  slip?: boolean;
}

export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  entry?: Entry;
}

export const newNode = (): PhraseNode => ({ next: new Map() });

/** The alternatives a phrase spells out: "(can|could) you" → "can you", "could you". */
export const alternatives = (phrase: string): string[] => {
  const open = phrase.indexOf('(');
  if (open === -1) return [phrase];
  const close = phrase.indexOf(')', open);
  const rest = alternatives(phrase.slice(close + 1));
  return phrase
    .slice(open + 1, close)
    .split('|')
    .flatMap(choice => rest.map(tail => phrase.slice(0, open) + choice + tail));
};

export const wordsOf = (phrase: string): string[] =>
  tokenise(normalise(phrase), phrase, 64)
    .map(token => token.text)
    .filter(text => text !== '-');

/** The entry of a phrase, made when it is not there yet. */
export const entryOf = (root: PhraseNode, words: readonly string[]): Entry => {
  let node = root;
  for (const word of words) {
    const next = node.next.get(word) ?? newNode();
    node.next.set(word, next);
    node = next;
  }
  node.entry ??= { senses: [] };
  return node.entry;
};

export interface Match {
  readonly entry: Entry;
  /** Index after the last token of the phrase. */
  readonly to: number;
}

/** The longest phrase that begins at a token. A hyphen inside it does not matter. */
export const longest = (root: PhraseNode, tokens: readonly Token[], from: number): Match | undefined => {
  let node: PhraseNode | undefined = root;
  let found: Match | undefined;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'email' || token.kind === 'mention') break;
    if (token.text === '-' && i > from && token.glued) continue;
    node = node.next.get(token.text);
    if (node === undefined) break;
    if (node.entry !== undefined) found = { entry: node.entry, to: i + 1 };
  }
  return found;
};

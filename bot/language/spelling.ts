import { distance } from 'fastest-levenshtein';
import type { PhraseNode } from './phrases';

/** Finds the known word that a mistyped one stands for. */
export interface Spelling {
  /** The nearest known word one or two edits away (two only in long words), if any. Swapped neighbours count as less than one. */
  readonly nearest: (word: string) => string | undefined;
}

const SHORTEST = 3;
const LONGEST = 16;
const LONG = 6;

const vocabulary = (root: PhraseNode): Set<string> => {
  const words = new Set<string>();
  const walk = (node: PhraseNode): void => {
    for (const [word, next] of node.next) {
      if (word.length >= SHORTEST && word.length <= LONGEST && /^\p{Script=Latin}+$/u.test(word)) words.add(word);
      walk(next);
    }
  };
  walk(root);
  return words;
};

const without = (word: string): string[] =>
  Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1));

const deletions = (word: string, depth: number): Set<string> => {
  const all = new Set([word]);
  let level = [word];
  for (let d = 0; d < depth; d++) {
    level = level.flatMap(without);
    for (const shorter of level) all.add(shorter);
  }
  return all;
};

const isSwap = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
};

const SWAP = 0.75;
const edits = (a: string, b: string): number => (isSwap(a, b) ? SWAP : distance(a, b));
const allowed = (word: string): number => (word.length >= LONG ? 2 : 1);

/** Words are looked up by what is left of them when letters are taken out, so a look-up does not grow with the lexicon. */
export const spellingOf = (root: PhraseNode): Spelling => {
  const byRest = new Map<string, string[]>();
  const words = vocabulary(root);
  for (const word of words) {
    if (word.length === SHORTEST) continue;
    for (const rest of deletions(word, allowed(word))) byRest.set(rest, [...(byRest.get(rest) ?? []), word]);
  }
  const remembered = new Map<string, string | undefined>();
  const closest = (word: string): string | undefined => {
    const costOf = (known: string): number => {
      const cost = edits(word, known) + (known[0] === word[0] ? 0 : 0.5);
      return cost > allowed(known) ? Number.POSITIVE_INFINITY : cost;
    };
    const known = [...deletions(word, allowed(word))].flatMap(rest => byRest.get(rest) ?? []);
    const costs = [...new Set(known)].map(each => ({ each, cost: costOf(each) }));
    const least = Math.min(...costs.map(({ cost }) => cost));
    return least <= allowed(word) ? costs.find(({ cost }) => cost === least)?.each : undefined;
  };
  const search = (word: string): string | undefined => {
    const single = word.replace(/(.)\1+/u, '$1');
    return word.length > SHORTEST && single !== word && words.has(single) ? single : closest(word);
  };
  return {
    nearest: word => {
      if (word.length < SHORTEST || word.length > LONGEST) return undefined;
      if (remembered.has(word)) return remembered.get(word);
      const found = search(word);
      if (remembered.size < 10_000) remembered.set(word, found);
      return found;
    },
  };
};

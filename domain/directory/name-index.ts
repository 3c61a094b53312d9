import type { Person } from '../shared/person';
import { edits, type Match, rankOf, rankOfSlips, slipsAllowed } from './match';
import { namesOf, type PersonNames, type TypedName } from './names';

interface Entry {
  readonly person: Person;
  readonly names: PersonNames;
}

/** Names of one tenant arranged so that a look-up touches only people it may mean. */
export interface NameIndex {
  /** People whom the typed name fits, unordered. */
  matches(typed: TypedName): Match[];
  /** People whose name is spelt nearly so, unordered. */
  close(typed: TypedName): Match[];
}

type Postings = Map<string, Entry[]>;

const post = (postings: Postings, keys: readonly string[], entry: Entry): void => {
  for (const key of keys) {
    const entries = postings.get(key);
    if (entries === undefined) postings.set(key, [entry]);
    else entries.push(entry);
  }
};

const firstAtLeast = (sorted: readonly string[], key: string): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
};

const startingWith = (sorted: readonly string[], prefix: string): string[] => {
  const from = firstAtLeast(sorted, prefix);
  let to = from;
  while (sorted[to]?.startsWith(prefix)) to += 1;
  return sorted.slice(from, to);
};

const longest = (words: readonly string[]): string =>
  words.reduce((best, word) => (word.length > best.length ? word : best), '');

const byLength = (names: readonly string[]): string[][] => {
  const lengths: string[][] = [];
  for (const name of names) {
    const same = lengths[name.length];
    if (same === undefined) lengths[name.length] = [name];
    else same.push(name);
  }
  return lengths;
};

/** Of several words one at least holds no more than its share of the slips, so a closer look at that one suffices. */
const slipsInOneWord = (typed: TypedName): number => Math.floor(slipsAllowed(typed) / typed.words.length);

/** Builds the index once; it holds on to the people it is given. */
export const indexNames = (people: readonly Person[]): NameIndex => {
  const mails: Postings = new Map();
  const wholes: Postings = new Map();
  const locals: Postings = new Map();
  const parts: Postings = new Map();
  for (const person of people) {
    const entry = { person, names: namesOf(person) };
    post(mails, entry.names.mails, entry);
    post(wholes, entry.names.wholes, entry);
    post(locals, entry.names.locals, entry);
    post(parts, entry.names.parts, entry);
  }
  const sorted = [...parts.keys()].sort();
  const lengths = byLength(sorted);

  const fitting = (typed: TypedName): Iterable<Entry> => {
    if (typed.email !== undefined) return mails.get(typed.email) ?? [];
    const found = new Set([wholes, locals, parts].flatMap(postings => postings.get(typed.compact) ?? []));
    const word = longest(typed.words);
    const beginnings = word.length > 1 ? startingWith(sorted, word) : [];
    for (const part of beginnings) for (const entry of parts.get(part) ?? []) found.add(entry);
    return found;
  };

  const nearWord = (word: string, slips: number): Entry[] => {
    const sameSize = lengths.slice(Math.max(1, word.length - slips), word.length + slips + 1).flat();
    return sameSize.filter(part => edits(word, part) <= slips).flatMap(part => parts.get(part) ?? []);
  };

  return {
    matches: typed =>
      [...fitting(typed)].flatMap(({ person, names }) => {
        const rank = rankOf(typed, person, names);
        return rank === undefined ? [] : [{ person, rank }];
      }),
    close: typed => {
      if (slipsAllowed(typed) === 0) return [];
      const near = new Set(typed.words.flatMap(word => nearWord(word, slipsInOneWord(typed))));
      return [...near].flatMap(({ person, names }) => {
        const rank = rankOfSlips(typed, names);
        return rank === undefined ? [] : [{ person, rank }];
      });
    },
  };
};

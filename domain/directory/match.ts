import { distance } from 'fastest-levenshtein';
import type { Person } from '../shared/person';
import { isChinese } from './fold';
import { namesOf, type PersonNames, readTypedName, type TypedName } from './names';
import type { Fit, Found } from './port';

/** The lower the rank, the better it fits; see `rankOf` and `RANK_OF_SLIPS`. */
export interface Match {
  readonly person: Person;
  readonly rank: number;
}

const MOST_FOUND = 50;
const RANK_OF_PART = 2;
const RANK_OF_BEGINNING = 4;

/** What a directory's own search found in ways of its own ranks behind every name that can be seen to fit. */
export const RANK_OF_UNSEEN = 5;

/** Added to the number of slips. */
const RANK_OF_SLIPS = 5;

const isPart = (word: string, { parts }: PersonNames): boolean => parts.includes(word);

const isBeginning = (word: string, { parts }: PersonNames): boolean => parts.some(part => part.startsWith(word));

/** A single word ("Lee") may be one person's whole name and another's surname, so it is no more than a part. */
const isWhole = (typed: TypedName, { wholes }: PersonNames): boolean =>
  wholes.includes(typed.compact) && (typed.words.length > 1 || (isChinese(typed.compact) && typed.compact.length > 1));

/**
 * How well a typed name fits: 0 to the letter or by e-mail, 1 a whole name, 2 parts of it (given name, surname, the
 * front of the e-mail), 3 a part beside initials, 4 beginnings of its parts; undefined when it does not.
 */
export const rankOf = (typed: TypedName, person: Person, names: PersonNames): number | undefined => {
  if (typed.email !== undefined) return names.mails.includes(typed.email) ? 0 : undefined;
  if (isWhole(typed, names)) return person.displayName === typed.raw ? 0 : 1;
  const { wholes, parts, locals } = names;
  if ([parts, locals, wholes].some(known => known.includes(typed.compact))) return RANK_OF_PART;
  if (typed.words.every(word => isPart(word, names))) return RANK_OF_PART;
  if (!typed.words.every(word => isBeginning(word, names))) return undefined;
  // An initial alone says too little: "a" begins a tenth of all names.
  if (!typed.words.some(word => word.length > 1)) return undefined;
  return typed.words.some(word => isPart(word, names)) ? 3 : RANK_OF_BEGINNING;
};

/** How many edits are still a slip of the fingers; in a Chinese name each character is a third of it. */
export const slipsAllowed = (typed: TypedName): number => {
  const { length } = typed.compact;
  if (typed.email !== undefined) return 0;
  if (isChinese(typed.compact)) return length < 3 ? 0 : 1;
  if (length < 4) return 0;
  return length < 6 ? 1 : 2;
};

const isSwap = (a: string, b: string): boolean => {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};

/** Edits between two folded names; two neighbouring letters swapped are one slip. */
export const edits = (a: string, b: string): number => {
  const apart = distance(a, b);
  return apart === 2 && a.length === b.length && isSwap(a, b) ? 1 : apart;
};

/** The rank of a name that is spelt nearly so, by the closest of a person's names; undefined when none is close. */
export const rankOfSlips = (typed: TypedName, names: PersonNames): number | undefined => {
  const allowed = slipsAllowed(typed);
  if (allowed === 0) return undefined;
  const candidates = isChinese(typed.compact) ? names.wholes : [...names.wholes, ...names.parts];
  let fewest = allowed + 1;
  for (const name of candidates) {
    if (Math.abs(name.length - typed.compact.length) < fewest) fewest = Math.min(fewest, edits(typed.compact, name));
  }
  return fewest > allowed ? undefined : RANK_OF_SLIPS + fewest;
};

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const byFit = (a: Match, b: Match): number =>
  a.rank - b.rank || compare(a.person.displayName, b.person.displayName) || compare(a.person.id, b.person.id);

const fitOfRank = (rank: number): Fit => (rank < RANK_OF_PART ? 'exact' : rank < RANK_OF_BEGINNING ? 'part' : 'close');

/** How a typed name fits one person, whatever directory the person comes from; undefined when it does not. */
export const fitOf = (text: string, person: Person): Fit | undefined => {
  const typed = readTypedName(text);
  if (typed === undefined) return undefined;
  const names = namesOf(person);
  const rank = rankOf(typed, person, names) ?? rankOfSlips(typed, names);
  return rank === undefined ? undefined : fitOfRank(rank);
};

/**
 * Those found, best first and at most 50, always in the same order. Where somebody's whole name was typed, those whose
 * names only begin like it are left out.
 */
export const bestFirst = (matches: readonly Match[]): Found[] => {
  const exact = matches.some(match => match.rank < RANK_OF_PART);
  return matches
    .filter(match => !exact || match.rank <= RANK_OF_PART)
    .sort(byFit)
    .slice(0, MOST_FOUND)
    .map(({ person, rank }) => ({ person, fit: fitOfRank(rank) }));
};

import type { PersonId } from '../shared/ids';
import { fold, isChinese, plainWords } from './fold';
import { slipsAllowed } from './match';
import type { TypedName } from './names';

/** An address may have 2,048 characters in all; the rest of it needs less than 500. */
const LONGEST_SEARCH = 1_500;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const clause = (property: string, text: string): string => `"${property}:${text.replace(/["\\]/g, '\\$&')}"`;

const anyOf = (clauses: readonly string[]): string | undefined => {
  const fitting: string[] = [];
  for (const next of new Set(clauses)) {
    if (encodeURIComponent([...fitting, next].join(' OR ')).length <= LONGEST_SEARCH) fitting.push(next);
  }
  return fitting.length === 0 ? undefined : fitting.join(' OR ');
};

/** $filter for people with these ids, at most 15 (the most that Graph takes in one). */
export const idsFilter = (ids: readonly PersonId[]): string => `id in (${ids.map(literal).join(',')})`;

/** $filter for whoever has this address, or signs in with it. */
export const mailFilter = (email: string): string =>
  `mail eq ${literal(email)} or userPrincipalName eq ${literal(email)}`;

/** $filter for everybody of a department; Graph does not look at capitals. */
export const departmentFilter = (department: string): string => `department eq ${literal(department)}`;

const joined = (words: readonly string[]): string => words.join(words.every(isChinese) ? '' : ' ');

/** Given name and surname by their first words, since "yu" begins Yu-Ting and YuTing alike. */
const bothOrders = (raw: string): string[] => {
  const names = raw.split(/\s+/u).flatMap(name => plainWords(name).slice(0, 1));
  const [first, last] = [names[0], names.at(-1)];
  if (names.length < 2 || first === undefined || last === undefined) return [];
  return [
    `(${clause('givenName', first)} AND ${clause('surname', last)})`,
    `(${clause('givenName', last)} AND ${clause('surname', first)})`,
  ];
};

/**
 * $search for a typed name; undefined when it is too long to be asked. Words of the display name match in any order,
 * the other properties by how they begin. Whether Graph tells é from e is not documented, so both are asked for.
 */
export const nameSearch = (typed: TypedName): string | undefined => {
  const begin = [typed.raw.normalize('NFKC'), fold(typed.raw)];
  const single = begin.filter(text => !/\s/u.test(text));
  return anyOf([
    ...[plainWords(typed.raw), plainWords(fold(typed.raw))].map(words => clause('displayName', joined(words))),
    ...begin.flatMap(text => [clause('givenName', text), clause('surname', text)]),
    ...single.flatMap(text => [clause('mail', text), clause('userPrincipalName', text)]),
    ...bothOrders(typed.raw),
  ]);
};

/**
 * $search for names that begin like the typed one: Graph knows no close spellings, so candidates are asked for and
 * compared here. Undefined when the name is too short to be misspelt recognisably.
 */
export const nearbySearch = (typed: TypedName): string | undefined => {
  if (slipsAllowed(typed) === 0) return undefined;
  const beginnings = [...typed.words, ...plainWords(typed.raw)]
    .map(word => word.slice(0, isChinese(word) ? 2 : 3))
    .filter(beginning => beginning.length > 1);
  return anyOf(beginnings.flatMap(text => [clause('displayName', text), clause('surname', text)]));
};

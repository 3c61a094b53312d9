import type { PersonId } from '../shared/ids';
import { type Instant, MINUTE } from '../shared/instant';
import type { Person } from '../shared/person';
import { createAdmins } from './graph-admins';
import { createCache } from './graph-cache';
import { departmentFilter, idsFilter, mailFilter, nameSearch, nearbySearch } from './graph-query';
import { createTokens } from './graph-token';
import { createUsers, type UsersQuery } from './graph-users';
import { bestFirst, type Match, RANK_OF_UNSEEN, rankOf, rankOfSlips } from './match';
import { namesOf, readTypedName, type TypedName } from './names';
import type { Directory, Found } from './port';

/** Where and as whom Microsoft Graph is asked; the application needs the permission User.Read.All. */
export interface GraphOptions {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The public cloud unless set; the national clouds have their own. */
  readonly graphBase?: string;
  readonly loginBase?: string;
  readonly fetch?: typeof fetch;
  readonly now: () => Instant;
  /** Milliseconds one request may take in all, its repetitions and signing in included; 5,000 unless set. */
  readonly timeoutMs?: number;
}

const IDS_AT_ONCE = 15;
const REQUESTS_AT_ONCE = 4;
const MOST_FOUND = 50;
const MOST_NEARBY = 100;
const REMEMBERED = 5_000;
const MOST_OF_DEPARTMENT = 999;
/** No department of a directory has a longer name. */
const LONGEST_DEPARTMENT = 64;
const ADMINS = 'admins';

const piecesOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

const withoutSlash = (base: string): string => base.replace(/\/+$/, '');

/**
 * The directory of one tenant as Microsoft Graph knows it. What is found by id is remembered for a minute, absence too.
 * Accounts that may not sign in are left out of `search`; `byIds` and `ofDepartment` have them, since they may hold licenses
 * or have bought some.
 * Who is an administrator is remembered for five minutes. All throw an Error without names or secrets when Graph cannot be reached in time or refuses.
 */
export const createGraphDirectory = (options: GraphOptions): Directory => {
  const graphBase = withoutSlash(options.graphBase ?? 'https://graph.microsoft.com/v1.0');
  const http = { fetch: options.fetch ?? fetch, now: options.now, timeoutMs: options.timeoutMs ?? 5_000 };
  const tokens = createTokens(http, {
    ...options,
    loginBase: withoutSlash(options.loginBase ?? 'https://login.microsoftonline.com'),
    scopeBase: new URL(graphBase).origin,
  });
  const users = createUsers(http, graphBase, tokens);
  const readAdmins = createAdmins(http, graphBase, tokens);
  const admins = createCache<readonly PersonId[]>(5 * MINUTE, 1, options.now);
  const remembered = createCache<Person | 'nobody'>(MINUTE, REMEMBERED, options.now);

  const isOurs = (tenantId: string): boolean => tenantId.toLowerCase() === options.tenantId.toLowerCase();

  /** One id that cannot be one makes Graph refuse them all; halving finds it, and it belongs to nobody. */
  const withIds = async (ids: readonly PersonId[]): Promise<Person[]> => {
    const found = await users({ filter: idsFilter(ids) });
    if (found !== 'senseless') return found.map(({ person }) => person);
    if (ids.length < 2) return [];
    const halves = piecesOf(ids, Math.ceil(ids.length / 2));
    return (await Promise.all(halves.map(withIds))).flat();
  };

  const lookUp = async (ids: readonly PersonId[]): Promise<Person[]> => {
    const found: Person[] = [];
    for (const pieces of piecesOf(piecesOf(ids, IDS_AT_ONCE), REQUESTS_AT_ONCE)) {
      found.push(...(await Promise.all(pieces.map(withIds))).flat());
    }
    const present = new Map(found.map(person => [person.id.toLowerCase(), person]));
    for (const id of ids) remembered.set(id, present.get(id) ?? 'nobody');
    return [...present.values()];
  };

  const understood = async (query: UsersQuery) => {
    const found = await users(query);
    if (found === 'senseless') throw new Error('directory: Graph does not understand the search');
    return found;
  };

  const enabled = async (query: UsersQuery): Promise<Person[]> =>
    (await understood(query)).flatMap(user => (user.enabled ? [user.person] : []));

  const named = async (typed: TypedName): Promise<Match[]> => {
    const search = nameSearch(typed);
    const found = search === undefined ? [] : await enabled({ search, top: MOST_FOUND });
    return found.map(person => ({ person, rank: rankOf(typed, person, namesOf(person)) ?? RANK_OF_UNSEEN }));
  };

  const nearby = async (typed: TypedName): Promise<Match[]> => {
    const search = nearbySearch(typed);
    const near = search === undefined ? [] : await enabled({ search, top: MOST_NEARBY });
    return near.flatMap(person => {
      const names = namesOf(person);
      const rank = rankOf(typed, person, names) ?? rankOfSlips(typed, names);
      return rank === undefined ? [] : [{ person, rank }];
    });
  };

  const find = async (typed: TypedName): Promise<Found[]> => {
    if (typed.email !== undefined) {
      const found = await enabled({ filter: mailFilter(typed.email) });
      return bestFirst(found.map(person => ({ person, rank: 0 })));
    }
    const matches = await named(typed);
    return bestFirst(matches.length > 0 ? matches : await nearby(typed));
  };

  return {
    byIds: async (tenantId, ids) => {
      if (!isOurs(tenantId)) return [];
      const wanted = [...new Set(ids.map(id => id.toLowerCase()))].filter(id => id !== '');
      const known = wanted.map(id => remembered.get(id));
      const asked = await lookUp(wanted.filter((_, at) => known[at] === undefined));
      return [...known.flatMap(person => (person === undefined || person === 'nobody' ? [] : person)), ...asked];
    },
    search: async (tenantId, text) => {
      const typed = isOurs(tenantId) ? readTypedName(text) : undefined;
      return typed === undefined ? [] : find(typed);
    },
    ofDepartment: async (tenantId, department) => {
      const name = department.trim();
      if (!isOurs(tenantId) || name === '' || name.length > LONGEST_DEPARTMENT) return [];
      const members = await understood({ filter: departmentFilter(name), top: MOST_OF_DEPARTMENT });
      return members.map(({ person }) => person);
    },
    admins: async tenantId => {
      if (!isOurs(tenantId)) return [];
      const known = admins.get(ADMINS);
      if (known) return known;
      const read = await readAdmins();
      admins.set(ADMINS, read);
      return read;
    },
  };
};

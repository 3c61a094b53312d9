import { z } from 'zod';
import type { Person } from '../shared/person';
import { type Answer, deadlineOf, type Http, send } from './graph-http';
import type { Tokens } from './graph-token';
import { readUsers, USER_PROPERTIES } from './graph-user';

/** What is asked of the tenant's users. */
export type UsersQuery =
  | { readonly filter: string; readonly top?: number }
  | { readonly search: string; readonly top: number };

/** The users Graph found, or that it could not make sense of the query. */
export type UsersFound = { readonly person: Person; readonly enabled: boolean }[] | 'senseless';

const graphFault = z.object({ error: z.object({ code: z.string().regex(/^[A-Za-z_.]{1,60}$/) }) });

/** Graph's word for an id that cannot be one; its other 400s are faults of ours and must show. */
const INVALID_ID = 'Request_BadRequest';

const parametersOf = (query: UsersQuery): string => {
  const parameters: [string, string][] =
    'filter' in query
      ? [
          ['$filter', query.filter],
          ...(query.top === undefined ? [] : [['$top', String(query.top)] as [string, string]]),
        ]
      : [
          ['$search', query.search],
          ['$top', String(query.top)],
        ];
  return [...parameters, ['$select', USER_PROPERTIES]]
    .map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
};

const readAnswer = ({ status, body }: Answer): UsersFound => {
  if (status === 404) return [];
  if (status === 200) {
    const users = readUsers(body);
    if (users === undefined) throw new Error('directory: the answer cannot be read');
    return users;
  }
  const fault = graphFault.safeParse(body);
  const code = fault.success ? fault.data.error.code : undefined;
  if (status === 400 && code === INVALID_ID) return 'senseless';
  throw new Error(`directory: answered ${status}${code === undefined ? '' : ` (${code})`}`);
};

/**
 * Asks Graph for users: one page. A token that is not accepted is renewed once.
 * Throws an Error without names or secrets when Graph cannot be reached in time, refuses or cannot be understood.
 */
export const createUsers =
  (http: Http, graphBase: string, tokens: Tokens) =>
  async (query: UsersQuery): Promise<UsersFound> => {
    const deadline = deadlineOf(http);
    const url = `${graphBase}/users?${parametersOf(query)}`;
    const ask = async (token: string): Promise<Answer> => {
      const headers = {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...('search' in query ? { consistencylevel: 'eventual' } : {}),
      };
      return send(http, 'directory', deadline, url, { headers });
    };
    const token = await tokens.current(deadline);
    const answer = await ask(token);
    if (answer.status !== 401) return readAnswer(answer);
    tokens.forget(token);
    return readAnswer(await ask(await tokens.current(deadline)));
  };

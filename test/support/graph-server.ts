import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Person } from '../../domain/shared/person';

/** A user as Graph lists it. */
export interface GraphUser {
  readonly id: string;
  readonly displayName: string | null;
  readonly givenName?: string | null;
  readonly surname?: string | null;
  readonly mail?: string | null;
  readonly userPrincipalName?: string | null;
  readonly department?: string | null;
  readonly jobTitle?: string | null;
  readonly userType?: string | null;
  readonly accountEnabled?: boolean | null;
}

/** How the server misbehaves on its next answer. */
export type Fault = 'hang' | 'cut' | 'garbage' | { readonly status: number; readonly retryAfter?: string };

export const TENANT = '00000000-0000-0000-0000-0000000000001';
export const CLIENT = { clientId: 'the-bot', clientSecret: 'S3cret&=value' };

/** The person as an Entra directory would hold it: a guest signs in with an #EXT# name and has an address elsewhere. */
export const graphUserOf = ({ otherNames: _, role: __, ...person }: Person): GraphUser => ({
  ...person,
  userPrincipalName: person.mail,
  mail: person.mail.replace(/^(.+)_([^_@]+)#EXT#@.*$/u, '$1@$2'),
  userType: person.userType === 'guest' ? 'Guest' : 'Member',
  accountEnabled: true,
});

type Test = (user: GraphUser) => boolean;

const startsWith = (value: string | null | undefined, text: string): boolean =>
  (value ?? '').toLowerCase().startsWith(text.toLowerCase());

/** Words between spaces and symbols, and words that only symbols separate put together. */
const tokensOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\s+/u)
    .flatMap(run => [...run.split(/[^\p{L}\p{N}\p{M}]+/u), run.replace(/[^\p{L}\p{N}\p{M}]+/gu, '')])
    .filter(token => token !== '');

const PROPERTIES = ['displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'] as const;

const clauseTest = (clause: string): Test => {
  const property = PROPERTIES.find(name => clause.startsWith(`${name}:`));
  if (property === undefined) throw new SyntaxError('no such property');
  const text = clause.slice(property.length + 1);
  if (property !== 'displayName') return user => startsWith(user[property], text);
  const wanted = text.toLowerCase().split(/\s+/u);
  return user => wanted.every(word => tokensOf(user.displayName ?? '').some(token => token.startsWith(word)));
};

/** "clause" OR ("clause" AND "clause"), read from left to right; anything else is a syntax error. */
const searchTest = (search: string): Test => {
  const lexemes = [...search.matchAll(/\s*("(?:[^"\\]|\\["\\])*"|\(|\)|AND\b|OR\b|\S)/gu)].map(
    ([, lexeme = '']) => lexeme,
  );
  const operand = (): Test => {
    const next = lexemes.shift() ?? '';
    if (next === '(') {
      const inner = expression();
      if (lexemes.shift() !== ')') throw new SyntaxError('parenthesis left open');
      return inner;
    }
    if (!/^".*"$/su.test(next)) throw new SyntaxError('a clause stands in double quotes');
    return clauseTest(next.slice(1, -1).replace(/\\(["\\])/g, '$1'));
  };
  const expression = (): Test => {
    let left = operand();
    while (lexemes[0] === 'AND' || lexemes[0] === 'OR') {
      const [either, before, after] = [lexemes.shift() === 'OR', left, operand()];
      left = user => (either ? before(user) || after(user) : before(user) && after(user));
    }
    return left;
  };
  const test = expression();
  if (lexemes.length > 0) throw new SyntaxError('more than an expression');
  return test;
};

const literals = (list: string): string[] => {
  if (!/^'(?:[^']|'')*'(?:,'(?:[^']|'')*')*$/u.test(list)) throw new SyntaxError('not a list of literals');
  return [...list.matchAll(/'((?:[^']|'')*)'/gu)].map(([, text = '']) => text.replaceAll("''", "'"));
};

const filterTest = (filter: string): Test => {
  const ids = filter.match(/^id in \((.*)\)$/su)?.[1];
  if (ids !== undefined) {
    const wanted = literals(ids);
    if (wanted.length > 15) throw new SyntaxError('Too many child clauses');
    if (!wanted.every(id => /^[0-9a-f-]{36,37}$/iu.test(id))) throw new SyntaxError('Invalid object identifier');
    return user => wanted.some(id => id.toLowerCase() === user.id);
  }
  const department = filter.match(/^department eq ('.*')$/su)?.[1];
  if (department !== undefined) {
    const [wanted] = literals(department);
    return user => user.department?.toLowerCase() === wanted?.toLowerCase();
  }
  const [, mail = '', name = ''] = filter.match(/^mail eq ('.*') or userPrincipalName eq ('.*')$/su) ?? [];
  const [[wantedMail], [wantedName]] = [literals(mail), literals(name)];
  return user =>
    user.mail?.toLowerCase() === wantedMail?.toLowerCase() ||
    user.userPrincipalName?.toLowerCase() === wantedName?.toLowerCase();
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
};

const reply = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  // Not chained: restify, where it is loaded, changes what writeHead returns for the whole process.
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

const misbehave = (fault: Fault, response: ServerResponse): void => {
  if (fault === 'hang') return;
  if (fault === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"value":[', () => response.destroy());
  } else if (fault === 'garbage') response.end('<html>proxy</html>');
  else {
    const headers: Record<string, string> = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
    reply(response, fault.status, { error: { code: 'Fault', message: 'about Ana Souza' } }, headers);
  }
};

/** The part of Microsoft Graph that a directory needs, over HTTP, with users of the test's own. */
export const startGraphServer = async (users: readonly GraphUser[]) => {
  const faults: Fault[] = [];
  const signInFaults: Fault[] = [];
  const asked: { readonly url: URL; readonly at: number }[] = [];
  const valid = new Set<string>();
  const roles = new Map<string, readonly string[]>();
  const state = { signIns: 0, expiresIn: 3_599 };

  const signIn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    state.signIns += 1;
    const form = new URLSearchParams(await bodyOf(request));
    const fault = signInFaults.shift();
    if (fault !== undefined) return misbehave(fault, response);
    const right =
      form.get('client_id') === CLIENT.clientId &&
      form.get('client_secret') === CLIENT.clientSecret &&
      form.get('grant_type') === 'client_credentials' &&
      form.get('scope') === `http://${request.headers.host}/.default`;
    if (!right) return reply(response, 401, { error: 'invalid_client', error_description: 'S3cret' });
    const token = `token-${state.signIns}`;
    valid.add(token);
    reply(response, 200, { token_type: 'Bearer', expires_in: state.expiresIn, access_token: token });
  };

  const list = (url: URL, request: IncomingMessage, response: ServerResponse): void => {
    const [search, filter] = [url.searchParams.get('$search'), url.searchParams.get('$filter')];
    if (url.href.length > 2_048) return void reply(response, 414, {});
    const { consistencylevel } = request.headers;
    if (search !== null && consistencylevel !== 'eventual') {
      return void reply(response, 400, { error: { code: 'Request_UnsupportedQuery', message: 'ConsistencyLevel' } });
    }
    try {
      const test = search === null ? filterTest(filter ?? '') : searchTest(search);
      const found = users.filter(test).slice(0, Number(url.searchParams.get('$top') ?? 100));
      reply(response, 200, { value: found });
    } catch {
      reply(response, 400, { error: { code: 'Request_BadRequest', message: 'Invalid' } });
    }
  };

  /** A role that nobody was ever given does not exist. */
  const roleMembers = (role: string, response: ServerResponse): void => {
    const members = roles.get(role);
    if (!members) return void reply(response, 404, { error: { code: 'Request_ResourceNotFound' } });
    reply(response, 200, { value: members.map(id => ({ '@odata.type': '#microsoft.graph.user', id })) });
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (url.pathname === `/${TENANT}/oauth2/v2.0/token`) return void signIn(request, response);
    asked.push({ url, at: performance.now() });
    const fault = faults.shift();
    if (fault !== undefined) return misbehave(fault, response);
    if (!valid.has(request.headers.authorization?.replace('Bearer ', '') ?? '')) {
      return reply(response, 401, { error: { code: 'InvalidAuthenticationToken', message: 'expired' } });
    }
    const role = /^\/v1\.0\/directoryRoles\(roleTemplateId='(.+)'\)\/members$/.exec(
      decodeURIComponent(url.pathname),
    )?.[1];
    if (role !== undefined) return roleMembers(role, response);
    if (url.pathname !== '/v1.0/users') return reply(response, 404, { error: { code: 'ResourceNotFound' } });
    list(url, request, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    loginBase: base,
    graphBase: `${base}/v1.0`,
    /** Requests to Graph, in order; signing in is counted in `state`. */
    asked,
    state,
    /** Who holds a role, by the id of its template. */
    roles,
    fail: (...next: Fault[]) => faults.push(...next),
    failSignIn: (...next: Fault[]) => signInFaults.push(...next),
    expireTokens: () => valid.clear(),
    stop: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
};

import { z } from 'zod';
import type { PersonId } from '../shared/ids';
import { type Answer, deadlineOf, type Http, send } from './graph-http';
import type { Tokens } from './graph-token';

/** Microsoft's ids of the roles that look after purchases: Global Administrator and Billing Administrator. */
const ROLES = ['62e90394-69f5-4237-9190-012177145e10', 'b0f54661-2d74-4c50-afa3-1ec803f12efe'] as const;

const members = z.object({ value: z.array(z.looseObject({ id: z.string() })) });

/**
 * Asks Graph who holds an administrator's role: one page for each role. Nobody, where the application lacks the
 * permission RoleManagement.Read.Directory or nobody was ever given the role. Throws an Error without names or
 * secrets when Graph cannot be reached in time or cannot be understood.
 */
export const createAdmins =
  (http: Http, graphBase: string, tokens: Tokens) => async (): Promise<readonly PersonId[]> => {
    const found = await Promise.all(ROLES.map(role => membersOf(role)));
    return [...new Set(found.flat())];

    async function membersOf(role: string): Promise<readonly PersonId[]> {
      const deadline = deadlineOf(http);
      const url = `${graphBase}/directoryRoles(roleTemplateId='${role}')/members?$select=id`;
      const ask = (token: string): Promise<Answer> =>
        send(http, 'directory', deadline, url, {
          headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
        });
      const token = await tokens.current(deadline);
      const answer = await ask(token);
      if (answer.status !== 401) return read(answer);
      tokens.forget(token);
      return read(await ask(await tokens.current(deadline)));
    }
  };

const read = ({ status, body }: Answer): readonly PersonId[] => {
  if (status === 403 || status === 404) return [];
  const found = members.safeParse(body);
  if (status !== 200 || !found.success) throw new Error(`directory: the roles could not be read (${status})`);
  return found.data.value.map(({ id }) => id);
};

import { z } from 'zod';
import type { Person } from '../shared/person';

const text = z.string().nullish();

const graphUsers = z.object({
  value: z.array(
    z.object({
      id: z.string().min(1),
      displayName: text,
      givenName: text,
      surname: text,
      mail: text,
      userPrincipalName: text,
      department: text,
      jobTitle: text,
      userType: text,
      accountEnabled: z.boolean().nullish(),
    }),
  ),
});

type GraphUser = z.infer<typeof graphUsers>['value'][number];

/** The properties a person is made of; all of them can be read with the application permission User.Read.All. */
export const USER_PROPERTIES =
  'id,displayName,givenName,surname,mail,userPrincipalName,department,jobTitle,userType,accountEnabled';

const isGuest = ({ userType, userPrincipalName }: GraphUser): boolean =>
  userType ? userType.toLowerCase() === 'guest' : /#ext#/iu.test(userPrincipalName ?? '');

const personOf = (user: GraphUser): Person => ({
  id: user.id,
  displayName: user.displayName ?? user.userPrincipalName ?? '',
  givenName: user.givenName ?? '',
  surname: user.surname ?? '',
  mail: user.mail ?? user.userPrincipalName ?? '',
  department: user.department ?? '',
  jobTitle: user.jobTitle ?? '',
  userType: isGuest(user) ? 'guest' : 'member',
});

/** The people in an answer of Graph, and whether each may sign in; undefined when it is no list of users. */
export const readUsers = (body: unknown): { person: Person; enabled: boolean }[] | undefined => {
  const read = graphUsers.safeParse(body);
  return read.success
    ? read.data.value.map(user => ({ person: personOf(user), enabled: user.accountEnabled !== false }))
    : undefined;
};

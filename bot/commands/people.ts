import type { Fit, Found } from '../../domain/directory/port';
import type { Person } from '../../domain/shared/person';
import type { Refusal } from '../../domain/shared/refusal';
import { PEOPLE_AT_ONCE } from '../../domain/subscription/assign-license';
import type { Answer } from '../../domain/subscription/outcome';
import type { Subscription } from '../../domain/subscription/subscription';
import type { Turn } from './turn';

export interface PeopleRef {
  readonly given: readonly string[];
  readonly people: readonly string[];
  readonly names: readonly string[];
}

export interface Ambiguous {
  readonly name: string;
  readonly candidates: readonly Person[];
}

/** A name that is nobody's, with the people whose names come close; none of them is taken without being asked for. */
export interface Nobody {
  readonly name: string;
  readonly near: readonly Person[];
}

export interface People {
  readonly found: readonly Person[];
  /** Ids that are in nobody's possession here: the domain answers for each of them. */
  readonly outside: readonly string[];
  readonly ambiguous: readonly Ambiguous[];
  readonly nobody: readonly Nobody[];
}

const SELF = new Set(['me', 'myself', 'i', '我', '自己', '我自己', '本人']);
const NEAR_SHOWN = 3;

export const countNamed = (ref: PeopleRef): number => new Set([...ref.given, ...ref.people, ...ref.names]).size;

/** The refusal of more than may be named at once; looked at before anybody is looked up. */
export const tooManyNamed = (ref: PeopleRef): Refusal | undefined => {
  const count = countNamed(ref);
  return count > PEOPLE_AT_ONCE ? { code: 'TOO_MANY_PEOPLE', limit: PEOPLE_AT_ONCE, count } : undefined;
};

/**
 * Who is meant by ids and typed names. Of several whom a name fits equally well, those who are `preferred` are meant,
 * such as the holders of a license when it is to be taken back.
 */
export const whichPeople = async (
  turn: Turn,
  ref: PeopleRef,
  preferred: (person: Person) => boolean = () => true,
): Promise<People> => {
  const { directory } = turn.services;
  const ids = [...new Set([...ref.given, ...ref.people])];
  const byId = ids.length > 0 ? await directory.byIds(turn.actor.tenantId, ids) : [];
  const known = new Set(byId.map(person => person.id));
  const readings = await Promise.all([...new Set(ref.names)].map(name => readName(turn, name, preferred)));
  const found = [...byId, ...readings.flatMap(reading => ('found' in reading ? [reading.found] : []))];
  const meant = distinct(found);
  if (meant.length > 0) turn.trail.on({ people: meant.map(({ id }) => id) });
  return {
    found: meant,
    outside: ids.filter(id => !known.has(id)),
    ambiguous: readings.flatMap(reading => ('candidates' in reading ? [reading] : [])),
    nobody: readings.flatMap(reading => ('near' in reading ? [reading] : [])),
  };
};

const readName = async (
  turn: Turn,
  name: string,
  preferred: (person: Person) => boolean,
): Promise<{ readonly found: Person } | Ambiguous | Nobody> => {
  if (SELF.has(name.trim().toLowerCase())) {
    const [self] = await turn.services.directory.byIds(turn.actor.tenantId, [turn.actor.personId]);
    return self ? { found: self } : { name, near: [] };
  }
  return decideOn(name, await turn.services.directory.search(turn.actor.tenantId, name), preferred);
};

const distinct = (people: readonly Person[]): readonly Person[] => [
  ...new Map(people.map(person => [person.id, person])).values(),
];

/** Everybody who holds a license, in the order they got it; who has left the tenant is there under a stand-in name. */
export const holdersOf = (turn: Turn, subscription: Subscription, most = Infinity): Promise<readonly Person[]> =>
  personsOf(
    turn,
    subscription.assignments.slice(0, most).map(assignment => assignment.personId),
  );

/** The people of the ids, in their order; who has left the tenant is there under a stand-in name. */
export const personsOf = async (turn: Turn, ids: readonly string[]): Promise<readonly Person[]> => {
  const found = ids.length > 0 ? await turn.services.directory.byIds(turn.actor.tenantId, ids) : [];
  const byId = new Map(found.map(person => [person.id, person]));
  return ids.map(id => byId.get(id) ?? departed(id, turn.words.t('person.departed')));
};

const departed = (id: string, displayName: string): Person => ({
  id,
  displayName,
  givenName: '',
  surname: '',
  mail: '',
  department: '',
  jobTitle: '',
  userType: 'member',
});

const decideOn = (
  name: string,
  matches: readonly Found[],
  preferred: (person: Person) => boolean,
): { readonly found: Person } | Ambiguous | Nobody => {
  const fitting = (fit: Fit) => matches.filter(match => match.fit === fit).map(match => match.person);
  const exact = fitting('exact');
  const fits = exact.length > 0 ? exact : fitting('part');
  const likely = fits.filter(preferred);
  const [first, ...others] = likely.length > 0 ? likely : fits;
  if (!first) return { name, near: matches.slice(0, NEAR_SHOWN).map(match => match.person) };
  return others.length === 0 ? { found: first } : { name, candidates: [first, ...others] };
};

/** The answers for people, under the names they go by. */
export const labelled = async <R extends string>(
  turn: Turn,
  answers: readonly Answer<R>[],
): Promise<readonly { readonly label: string; readonly result: R }[]> => {
  const ids = answers.map(answer => answer.personId);
  const people = ids.length > 0 ? await turn.services.directory.byIds(turn.actor.tenantId, ids) : [];
  const names = new Map(people.map(person => [person.id, person.displayName]));
  return answers.map(({ personId, result }) => ({
    label: names.get(personId) ?? turn.words.t('person.departed'),
    result,
  }));
};

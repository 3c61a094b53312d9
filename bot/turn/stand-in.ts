import type { Person } from '../../domain/shared/person';
import type { StandIn } from './read-turn';

/** Testers who speak as another person, until the process ends. Development only: nobody is asked who they are. */
export interface Testers extends StandIn {
  /** The person's name when the text was `act as NAME` and there is somebody of that name; they act as them from now. */
  actAs(sender: string, text: string): string | undefined;
}

const ACT_AS = /^\s*act as\s+(.{1,100}?)\s*$/i;
const MOST_TESTERS = 10_000;

/** A channel that names nobody, as the Emulator does, starts as Alex Wilber (CONTRACT, Demo tenant). */
export const createTesters = (tenantId: string, people: readonly Person[]): Testers => {
  const acting = new Map<string, string>();
  const byName = new Map(people.map(person => [person.displayName.toLowerCase(), person]));
  const first = byName.get('alex wilber') ?? people[0];
  return {
    tenantId,
    personFor: (sender, aadObjectId) => acting.get(sender) ?? (aadObjectId || first?.id),
    actAs: (sender, text) => {
      const person = byName.get(ACT_AS.exec(text)?.[1]?.toLowerCase() ?? '');
      if (!person) return undefined;
      if (acting.size >= MOST_TESTERS) acting.clear();
      acting.set(sender, person.id);
      return person.displayName;
    },
  };
};

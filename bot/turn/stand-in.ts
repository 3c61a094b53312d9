import { fitOf } from '../../domain/directory/match';
import type { Person } from '../../domain/shared/person';
import type { StandIn } from './read-turn';

/** Testers who speak as another person, until the process ends. Development only: nobody is asked who they are. */
export interface Testers extends StandIn {
  /** The person's name when the text was `act as NAME` and one person fits the name; they act as them from now. */
  actAs(sender: string, text: string): string | undefined;
}

const ACT_AS = /^\s*act as\s+(.{1,100}?)\s*$/i;
const MOST_TESTERS = 10_000;
/** Whom a channel that names nobody, as the Emulator does, starts as (CONTRACT, Demo tenant). */
const FIRST = 'Alex Wilber';

export const createTesters = (tenantId: string, people: readonly Person[]): Testers => {
  const acting = new Map<string, string>();
  const first = people.find(person => person.displayName === FIRST) ?? people[0];
  return {
    tenantId,
    personFor: (sender, aadObjectId) => acting.get(sender) ?? (aadObjectId || first?.id),
    actAs: (sender, text) => {
      const name = ACT_AS.exec(text)?.[1];
      const person = name === undefined ? undefined : theOne(name, people);
      if (!person) return undefined;
      if (acting.size >= MOST_TESTERS) acting.clear();
      acting.set(sender, person.id);
      return person.displayName;
    },
  };
};

const theOne = (name: string, people: readonly Person[]): Person | undefined => {
  for (const fit of ['exact', 'part']) {
    const fitting = people.filter(person => fitOf(name, person) === fit);
    if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  }
  return undefined;
};

import type { LaterPeople } from '../../cards/views/later';
import { PEOPLE_AT_ONCE } from '../../domain/subscription/assign-license';
import type { PeopleRef } from './people';

/** In bytes, on a button that stands on the card twice: a card must stay small. */
const CARRIED_AT_MOST = 6_000;

interface Batch {
  /** Who is named now, at most 20. */
  readonly now: PeopleRef;
  readonly later: LaterPeople;
}

interface Named extends PeopleRef {
  readonly later: readonly string[];
  readonly laterNames: readonly string[];
  readonly before?: number | undefined;
}

/** RULES, Assigning: at most 20 at once; the others wait on the card until these are done. */
export const firstBatch = ({ given, people, names, later, laterNames, before = 0 }: Named): Batch => {
  const ids = [...new Set([...given, ...people])];
  const now = ids.slice(0, PEOPLE_AT_ONCE);
  const room = PEOPLE_AT_ONCE - now.length;
  const waiting = {
    ids: [...ids.slice(PEOPLE_AT_ONCE), ...later],
    names: [...names.slice(room), ...laterNames].map(name => name.replace(/,/g, ' ')),
  };
  return { now: { given: now, people: [], names: names.slice(0, room) }, later: { before, ...carried(waiting) } };
};

/** The batch after one that is done. */
export const nextBatch = ({ ids, names, before }: LaterPeople, done: number): Batch =>
  firstBatch({ given: ids, people: [], names, later: [], laterNames: [], before: before + done });

const carried = ({ ids, names }: Pick<LaterPeople, 'ids' | 'names'>): Omit<LaterPeople, 'before'> => {
  let left = CARRIED_AT_MOST;
  const fits = (text: string): boolean => {
    left -= Buffer.byteLength(text) + 1;
    return left >= 0;
  };
  const [keptIds, keptNames] = [ids.filter(fits), names.filter(fits)];
  return {
    ids: keptIds,
    names: keptNames,
    dropped: ids.length + names.length - keptIds.length - keptNames.length,
  };
};

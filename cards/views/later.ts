import { sentences } from '../speech';
import type { Words } from '../words';

/** Who was named beyond the 20 that are dealt with at once, and waits. */
export interface LaterPeople {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** How many of all that were named are dealt with already. */
  readonly before: number;
  /** How many do not fit on a card. */
  readonly dropped: number;
}

export const countLater = ({ ids, names }: LaterPeople): number => ids.length + names.length;

interface Carried {
  readonly later?: string;
  readonly laterNames?: string;
  readonly before?: number;
}

/** Whoever waits, as a button carries them. */
export const carriedOn = (later: LaterPeople | undefined): Carried =>
  later === undefined
    ? {}
    : {
        ...(later.ids.length > 0 ? { later: later.ids.join(',') } : {}),
        ...(later.names.length > 0 ? { laterNames: later.names.join(',') } : {}),
        ...(later.before > 0 ? { before: later.before } : {}),
      };

/** How many more follow, and how many cannot. */
export const laterText = (words: Words, later: LaterPeople | undefined): string => {
  if (later === undefined) return '';
  const count = countLater(later);
  return sentences(words, [
    count > 0 ? words.t('assign.later', { count }) : '',
    later.dropped > 0 ? words.t('assign.dropped', { count: later.dropped }) : '',
  ]);
};

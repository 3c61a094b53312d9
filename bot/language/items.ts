import type { Concept } from './concepts';
import type { Entry } from './phrases';

export type ItemKind = 'word' | 'product' | 'number' | 'name' | 'mark' | 'invoice';

/** A stretch of tokens that was recognised as something, or a run of unknown words: perhaps a name. */
export interface Item {
  readonly kind: ItemKind;
  readonly from: number;
  readonly to: number;
  readonly entry?: Entry;
  readonly number?: number;
  /** Lower-case text of a mark or of a name's first token. */
  readonly text: string;
}

/** Asked many times of every item of every text, so it makes no closures. */
export const means = (item: Item | undefined, ...concepts: readonly Concept[]): boolean => {
  const senses = item?.entry?.senses;
  if (senses === undefined) return false;
  for (let i = 0; i < senses.length; i++) {
    const sense = senses[i];
    if (sense !== undefined && concepts.includes(sense.concept)) return true;
  }
  return false;
};

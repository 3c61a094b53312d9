import type { IntentName } from '../intents';
import type { PeopleRead } from '../people';
import type { Quantity } from '../quantities';
import type { Reading } from '../reading';
import type { Slots } from '../slots';

/** What a topic makes of a text, before it is asked whether the text wants it done at all. */
export interface Finding {
  readonly intent: IntentName;
  readonly slots: Slots;
  /** Items (by index) that the topic has made sense of beyond the known words. */
  readonly used?: ReadonlySet<number>;
  /** The "not" in the text is what asks for it: "don't auto-renew". */
  readonly negationMeant?: boolean;
  /** "all" in the text is no wish to change everything: "allow everyone to buy". */
  readonly everythingMeant?: boolean;
  /** Why it is none. */
  readonly reason?: 'compound' | 'negated';
  /** It is read from little: the bot asks first. */
  readonly guessed?: boolean;
}

export interface Seen {
  readonly reading: Reading;
  readonly people: PeopleRead;
  readonly quantities: readonly Quantity[];
  /** It is a question that asks for an answer, not for a deed. */
  readonly question: boolean;
}

export type Topic = (seen: Seen) => Finding | undefined;

/** One way of asking for one thing. */
export interface Rule {
  readonly intent: IntentName;
  readonly when: (seen: Seen) => boolean;
  /** The product alone, unless told otherwise. */
  readonly slots?: (seen: Seen) => Slots;
  readonly guessed?: boolean;
  readonly negationMeant?: boolean;
}

/** A topic whose rules are tried in their order. */
export const byRules =
  (rules: readonly Rule[]): Topic =>
  seen => {
    const rule = rules.find(candidate => candidate.when(seen));
    if (rule === undefined) return undefined;
    const { intent, slots, guessed, negationMeant } = rule;
    return {
      intent,
      slots: slots === undefined ? productSlot(seen.reading) : slots(seen),
      ...(guessed === undefined ? {} : { guessed }),
      ...(negationMeant === undefined ? {} : { negationMeant }),
    };
  };

export const productSlot = (reading: Reading): Slots => {
  const product = reading.products[0];
  return product === undefined ? {} : { product };
};

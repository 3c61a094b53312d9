import type { Lexicon } from './lexicon';
import { LEXICONS } from './lexicons';
import { normalise } from './normalise';
import { createUnderstand } from './understand';

/** What a short text answers to the question asked before it. `index` counts from 0; -1 is the last one. */
export type AnswerReading =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'ordinal'; readonly index: number };

const EDGES = /^[\s.,!?;:#()"、]+|[\s.,!?;:#()"、]+$/gu;
const LONGEST = 40;

const longestFirst = (lexicons: readonly Lexicon[], side: 'before' | 'after'): string[] =>
  lexicons.flatMap(({ besideOrdinals }) => besideOrdinals?.[side] ?? []).sort((a, b) => b.length - a.length);

/** A word of letters ends where a space or the text ends; 請 needs none. */
const isWhole = (rest: string, edge: string): boolean =>
  rest === '' || /\P{ASCII}/u.test(edge) || /\s$|^\s/u.test(rest);

const createPositions = (lexicons: readonly Lexicon[]) => {
  const positions = new Map(lexicons.flatMap(({ ordinals }) => Object.entries(ordinals ?? {})));
  const before = longestFirst(lexicons, 'before');
  const after = longestFirst(lexicons, 'after');
  const strippedOnce = (text: string): string => {
    const lead = before.find(word => text.startsWith(word) && isWhole(text.slice(word.length), word));
    const rest = lead === undefined ? text : text.slice(lead.length).trim();
    const tail = after.find(word => rest.endsWith(word) && isWhole(rest.slice(0, -word.length), word));
    return (tail === undefined ? rest : rest.slice(0, -tail.length)).replace(EDGES, '');
  };
  const stripped = (text: string): string => {
    let now = text;
    for (let i = 0; i < 4; i++) {
      const next = strippedOnce(now);
      if (next === now || next === '') return now;
      now = next;
    }
    return now;
  };
  return (text: string): number | undefined => {
    const plain = normalise(text).text.trim().replace(EDGES, '').replace(/\s+/gu, ' ');
    if (plain.length > LONGEST) return undefined;
    const word = [plain, stripped(plain)].find(candidate => positions.has(candidate));
    if (word !== undefined) return positions.get(word);
    const digits = /^#?(\d{1,2})(?:st|nd|rd|th)?$/.exec(stripped(plain))?.[1];
    return digits === undefined || Number(digits) < 1 ? undefined : Number(digits) - 1;
  };
};

const KINDS = { confirm: 'yes', decline: 'no', undo: 'undo' } as const;

export type ReadAnswer = (text: string) => AnswerReading | undefined;

/** Makes ready the words of answers. They name no product. */
export const createReadAnswer = (lexicons: readonly Lexicon[] = LEXICONS): ReadAnswer => {
  const positionOf = createPositions(lexicons);
  const understand = createUnderstand({ currency: '', products: [], families: {} }, lexicons);
  return text => {
    const index = positionOf(text);
    if (index !== undefined) return { kind: 'ordinal', index };
    const { intent } = understand(text);
    return intent === 'confirm' || intent === 'decline' || intent === 'undo' ? { kind: KINDS[intent] } : undefined;
  };
};

let known: ReadAnswer | undefined;

/** Reads "yes", 不用, "the second one", 第二個, "2". Undefined when the text is no bare answer. */
export const readAnswer: ReadAnswer = text => {
  known ??= createReadAnswer();
  return known(text);
};

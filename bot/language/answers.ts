import ordinals from './lexicons/ordinals.json';
import { normalise } from './normalise';
import { createUnderstand, type Understand } from './understand';

/** What a short text answers to the question asked before it. `index` counts from 0; -1 is the last one. */
export type AnswerReading =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'ordinal'; readonly index: number };

const POSITIONS: ReadonlyMap<string, number> = new Map(Object.entries(ordinals));
const EDGES = /^[\s.,!?;:#()"、]+|[\s.,!?;:#()"、]+$/gu;
const BESIDE =
  /^(?:please|pls|the|just|ok|okay|i want|i'd like|i would like|give me|take|pick|choose|option|number|no\.?|請|我要|選|就|要|給我|用|請選|我選)\s*|\s*(?:please|pls|thanks|thank you|one|option|謝謝|好了|吧|那個|啦|喔)$/u;

const stripped = (text: string): string => {
  let before = text;
  for (let i = 0; i < 4; i++) {
    const next = before.replace(BESIDE, '').replace(EDGES, '');
    if (next === before || next === '') return before;
    before = next;
  }
  return before;
};

const positionOf = (text: string): number | undefined => {
  const plain = normalise(text).text.trim().replace(EDGES, '').replace(/\s+/gu, ' ');
  if (plain.length > 40) return undefined;
  const word = [plain, stripped(plain)].find(candidate => POSITIONS.has(candidate));
  if (word !== undefined) return POSITIONS.get(word);
  const digits = /^#?(\d{1,2})(?:st|nd|rd|th)?$/.exec(stripped(plain))?.[1];
  return digits === undefined || Number(digits) < 1 ? undefined : Number(digits) - 1;
};

/** Answers name no product; the words alone are enough. */
let understand: Understand | undefined;

const KINDS = { confirm: 'yes', decline: 'no', undo: 'undo' } as const;

/** Reads "yes", 不用, "the second one", 第二個, "2". Undefined when the text is no bare answer. */
export const readAnswer = (text: string): AnswerReading | undefined => {
  const index = positionOf(text);
  if (index !== undefined) return { kind: 'ordinal', index };
  understand ??= createUnderstand({ currency: '', products: [], families: {} });
  const { intent } = understand(text);
  return intent === 'confirm' || intent === 'decline' || intent === 'undo' ? { kind: KINDS[intent] } : undefined;
};

import type { Compiled } from './compile';
import { type Concept, VERBS } from './concepts';
import { type Item, means } from './items';
import { longest } from './phrases';
import { neighbour } from './reading';
import type { Token } from './tokens';

/** Words looked up at most: a command does not hold more mistakes than this. */
const MOST = 12;

/** What a word where a name may stand is still put right to: a slip for one of these is no name. */
const NEVER_NAMES: ReadonlySet<Concept> = new Set<Concept>([
  'license',
  'subscription',
  'invoice',
  'autoRenew',
  'renew',
  'card',
  'newOne',
  'trial',
  'english',
  'chinese',
  'everyone',
  'everything',
  'group',
]);

const DEEDS: ReadonlySet<Concept> = new Set<Concept>(['assign', 'unassign', 'give', 'remove', 'take', 'cancel']);
const OPENS: ReadonlySet<Concept> = new Set<Concept>([
  ...VERBS,
  'please',
  'couldYou',
  'help',
  'undo',
  'invoice',
  'subscription',
  'license',
  'card',
  'profile',
  'catalog',
  'what',
  'modal',
]);
const LANGUAGES: ReadonlySet<Concept> = new Set<Concept>(['english', 'chinese']);

const PLACES = ['to', 'from', 'for', 'give', 'and', 'let', 'with'] as const;

const inProduct = (compiled: Compiled, tokens: readonly Token[], index: number, word: string): boolean => {
  for (let from = Math.max(0, index - 4); from <= index; from++) {
    const trial = tokens.map((token, i) => (i === index ? { ...token, text: word } : token)).slice(0, index + 6);
    const match = longest(compiled.phrases, trial, from);
    if (match?.entry.product !== undefined && match.to > index) return true;
  }
  return false;
};

/** "saved" and "adds" are other forms of a word, not slips for it. */
const isForm = (word: string, near: string): boolean =>
  word.startsWith(near) && /^(?:s|d|es|ed|r|er|ers|ing)$/.test(word.slice(near.length));

const isNamePlace = (items: readonly Item[], at: number): boolean => {
  const left = items[neighbour(items, at, -1)];
  const next = items[at + 1];
  return (
    means(left, ...PLACES) ||
    means(next, 'possessive') ||
    (left?.kind === 'mark' && left.text === ',' && items[at - 2]?.kind === 'name')
  );
};

interface Place {
  readonly compiled: Compiled;
  readonly tokens: readonly Token[];
  readonly items: readonly Item[];
  /** Index of the item, and of the token within it. */
  readonly at: number;
  readonly index: number;
}

const isOneOf = (compiled: Compiled, token: Token, near: string, concepts: ReadonlySet<Concept>): boolean =>
  longest(compiled.phrases, [{ ...token, text: near }], 0)?.entry.senses.some(({ concept }) => concepts.has(concept)) ??
  false;

const isBrand = (compiled: Compiled, token: Token, near: string): boolean =>
  longest(compiled.phrases, [{ ...token, text: near }], 0)?.entry.brand !== undefined;

/** "Tess is …", "Bob's …". */
const isSpokenOf = (next: Item | undefined): boolean =>
  means(
    next,
    'aux',
    'have',
    'need',
    'want',
    'possessive',
    'beDone',
    'modal',
    'past',
    'future',
    'and',
    'not',
    'purpose',
  );

/** A capital inside a sentence begins a name, unless the word is nearly that of a language or a card. */
const mayBeName = ({ compiled, items, at, index }: Place, token: Token, near: string): boolean => {
  if (!token.capital) return false;
  // "Asign …" begins with what is to be done; "Megan is …" with somebody.
  if (index === 0 && items[at]?.to === 1) return isSpokenOf(items[at + 1]) || !isOneOf(compiled, token, near, OPENS);
  const isOther = isOneOf(compiled, token, near, LANGUAGES) || isBrand(compiled, token, near);
  return !isOther || near.length < 6;
};

/** "Revok Ana's licence": the first word of a run that opens a text, when it is nearly what is to be done. */
const isOpeningVerb = ({ compiled, tokens, items, at, index }: Place, near: string): boolean => {
  const token = tokens[index];
  const item = items[at];
  if (token === undefined || item === undefined || index !== item.from || item.to < index + 2) return false;
  const opens = items.slice(0, at).every(before => before.kind === 'mark' || means(before, 'please', 'couldYou'));
  return opens && tokens[index + 1]?.capital === true && isOneOf(compiled, token, near, DEEDS);
};

const wordFor = (place: Place, token: Token, near: string): string | undefined => {
  const { compiled, tokens, items, at, index } = place;
  const inNamePlace = isNamePlace(items, at);
  const leads = means(items[at + 1], 'to', 'from', 'for');
  const isPerson = inNamePlace && !leads && items.some(item => item.kind === 'product');
  if (!isPerson && inProduct(compiled, tokens, index, near)) return near;
  if (token.text.length < 4 || mayBeName(place, token, near)) return undefined;
  if (!inNamePlace || isOpeningVerb(place, near)) return near;
  return token.text.length >= 6 && isOneOf(compiled, token, near, NEVER_NAMES) ? near : undefined;
};

const correction = (place: Place): string | undefined => {
  const token = place.tokens[place.index];
  if (token?.kind !== 'word') return undefined;
  const near = place.compiled.spelling.nearest(token.text);
  return near === undefined || isForm(token.text, near) ? undefined : wordFor(place, token, near);
};

/** The tokens with mistyped known words put right, or undefined when there is nothing to put right. Names are left alone. */
export const corrected = (
  compiled: Compiled,
  tokens: readonly Token[],
  items: readonly Item[],
): Token[] | undefined => {
  let out: Token[] | undefined;
  let tried = 0;
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'name') continue;
    for (let index = item.from; index < item.to && tried < MOST; index++, tried++) {
      const word = correction({ compiled, tokens, items, at, index });
      const token = tokens[index];
      if (word === undefined || token === undefined) continue;
      out ??= [...tokens];
      out[index] = { ...token, text: word };
    }
  }
  return out;
};

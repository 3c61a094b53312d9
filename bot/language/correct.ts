import type { Compiled } from './compile';
import { type Item, means } from './items';
import { longest } from './phrases';
import { neighbour } from './reading';
import type { Token } from './tokens';

/** Words looked up at most: a command does not hold more mistakes than this. */
const MOST = 12;

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

const correction = (
  compiled: Compiled,
  tokens: readonly Token[],
  items: readonly Item[],
  at: number,
  index: number,
): string | undefined => {
  const token = tokens[index];
  if (token === undefined || token.kind !== 'word') return undefined;
  const near = compiled.spelling.nearest(token.text);
  if (near === undefined || isForm(token.text, near)) return undefined;
  const named = isNamePlace(items, at) && items.some(item => item.kind === 'product');
  if (!named && inProduct(compiled, tokens, index, near)) return near;
  if (token.text.length < 4) return undefined;
  if (token.capital && (index > 0 || tokens[1]?.capital === true || tokens[1]?.text === '-')) return undefined;
  if (!isNamePlace(items, at)) return near;
  const alone = longest(compiled.phrases, [{ ...token, text: near }], 0);
  const noun =
    alone?.entry.senses.some(sense =>
      ['license', 'subscription', 'invoice', 'autoRenew', 'card'].includes(sense.concept),
    ) ?? false;
  return noun && token.text.length >= 6 ? near : undefined;
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
      const word = correction(compiled, tokens, items, at, index);
      const token = tokens[index];
      if (word === undefined || token === undefined) continue;
      out ??= [...tokens];
      out[index] = { ...token, text: word };
    }
  }
  return out;
};

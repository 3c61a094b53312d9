import { longest, type PhraseNode } from './phrases';
import type { Token } from './tokens';

export interface NumberRead {
  readonly value: number;
  readonly to: number;
}

const DIGITS: ReadonlyMap<string, number> = new Map([
  ['〇', 0],
  ['零', 0],
  ['一', 1],
  ['二', 2],
  ['兩', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
  ['壹', 1],
  ['貳', 2],
  ['叁', 3],
  ['參', 3],
  ['肆', 4],
  ['伍', 5],
  ['陸', 6],
  ['柒', 7],
  ['捌', 8],
  ['玖', 9],
  ['廿', 20],
  ['卅', 30],
]);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
  ['萬', 10_000],
]);

export const isNumeral = (char: string): boolean => DIGITS.has(char) || UNITS.has(char);

interface Counting {
  readonly total: number;
  readonly section: number;
  readonly digit: number | undefined;
  /** 一百二 is 120: a digit at the end counts tenths of the unit before it. */
  readonly unit: number;
}

const NOTHING: Counting = { total: 0, section: 0, digit: undefined, unit: 1 };

const withDigit = (so: Counting, digit: number): Counting | undefined => {
  if (so.digit !== undefined && so.digit !== 0) return undefined;
  return { ...so, digit, unit: digit === 0 ? 1 : so.unit };
};

const withUnit = (so: Counting, unit: number): Counting =>
  unit === 10_000
    ? { total: (so.total + so.section + (so.digit ?? 0)) * unit, section: 0, digit: undefined, unit }
    : { ...so, section: so.section + (so.digit ?? 1) * unit, digit: undefined, unit };

/** 十二 → 12, 兩百零五 → 205, 一百二 → 120, 一〇五 → 105. */
export const numeral = (chars: string): number | undefined => {
  const digits = [...chars].map(char => DIGITS.get(char));
  if (chars.length > 1 && digits.every(digit => digit !== undefined)) return Number(digits.join(''));
  let so: Counting | undefined = NOTHING;
  for (const char of chars) {
    const unit = UNITS.get(char);
    so = unit === undefined ? withDigit(so, DIGITS.get(char) ?? 0) : withUnit(so, unit);
    if (so === undefined) return undefined;
  }
  return so.total + so.section + (so.digit ?? 0) * (so.unit > 10 ? so.unit / 10 : 1);
};

const chineseAt = (tokens: readonly Token[], from: number): NumberRead | undefined => {
  let to = from;
  let chars = '';
  while (to < tokens.length && to - from < 10 && isNumeral(tokens[to]?.text ?? ' ')) chars += tokens[to++]?.text ?? '';
  const value = chars === '' ? undefined : numeral(chars);
  return value === undefined ? undefined : { value, to };
};

const digitsAt = (tokens: readonly Token[], from: number): NumberRead | undefined => {
  const token = tokens[from];
  if (token?.kind !== 'number') return undefined;
  const value = Number(token.text.replaceAll(',', ''));
  const next = tokens[from + 1];
  const unit = next?.text === 'k' && next.glued ? 1000 : UNITS.get(next?.text ?? '');
  return unit === undefined ? { value, to: from + 1 } : { value: value * unit, to: from + 2 };
};

const wordAt = (root: PhraseNode, tokens: readonly Token[], from: number): NumberRead | undefined => {
  const match = longest(root, tokens, from);
  return match?.entry.number === undefined ? undefined : { value: match.entry.number, to: match.to };
};

const joins = (value: number, next: number): number | undefined => {
  if (next === 100 && value < 100) return value * 100;
  if (next === 1000 && value < 1000) return value * 1000;
  if (value % 100 === 0 && value > 0 && next < 100) return value + next;
  if (value % 10 === 0 && value > 10 && value % 100 !== 0 && next < 10) return value + next;
  return undefined;
};

const isAnd = (token: Token | undefined): boolean => token?.text === 'and';

/** A number in digits or in words that begins at a token: "105", "twenty-five", "a hundred and five", 兩百. */
export const numberAt = (root: PhraseNode, tokens: readonly Token[], from: number): NumberRead | undefined => {
  const plain = digitsAt(tokens, from) ?? chineseAt(tokens, from);
  let read = wordAt(root, tokens, from);
  if (plain !== undefined && plain.to >= (read?.to ?? 0)) return plain;
  while (read !== undefined) {
    const hyphen = tokens[read.to]?.text === '-' && tokens[read.to]?.glued === true;
    const skip = hyphen || (isAnd(tokens[read.to]) && read.value >= 100) ? 1 : 0;
    const next = wordAt(root, tokens, read.to + skip);
    const value = next === undefined ? undefined : joins(read.value, next.value);
    if (next === undefined || value === undefined) return read;
    read = { value, to: next.to };
  }
  return undefined;
};

import { longest, type PhraseNode } from './phrases';
import type { Token } from './tokens';

export interface NumberRead {
  readonly value: number;
  readonly to: number;
}

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, 一: 1, 二: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 壹: 1, 貳: 2, 叁: 3, 參: 3, 肆: 4, 伍: 5, 陸: 6, 柒: 7, 捌: 8, 玖: 9, 廿: 20, 卅: 30,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 萬: 10_000 };

export const isNumeral = (char: string): boolean => char in DIGITS || char in UNITS;

/** 十二 → 12, 兩百零五 → 205, 一百二 → 120, 一〇五 → 105. */
export const numeral = (chars: string): number | undefined => {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 1;
  if (chars.length > 1 && [...chars].every(char => char in DIGITS)) return Number([...chars].map(char => DIGITS[char]).join(''));
  for (const char of chars) {
    const unit = UNITS[char];
    if (unit === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS[char] ?? 0;
      if (digit === 0) lastUnit = 1;
    } else if (unit === 10_000) {
      total = (total + section + (digit ?? 0)) * unit;
      [section, digit, lastUnit] = [0, undefined, unit];
    } else {
      section += (digit ?? 1) * unit;
      [digit, lastUnit] = [undefined, unit];
    }
  }
  return total + section + (digit ?? 0) * (lastUnit > 10 ? lastUnit / 10 : 1);
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
  const unit = next?.text === 'k' && next.glued ? 1000 : UNITS[next?.text ?? ''];
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
  if (plain !== undefined) return plain;
  let read = wordAt(root, tokens, from);
  while (read !== undefined) {
    const hyphen = tokens[read.to]?.text === '-' && tokens[read.to]?.glued === true;
    const skip = (hyphen || (isAnd(tokens[read.to]) && read.value >= 100)) ? 1 : 0;
    const next = wordAt(root, tokens, read.to + skip);
    const value = next === undefined ? undefined : joins(read.value, next.value);
    if (next === undefined || value === undefined) return read;
    read = { value, to: next.to };
  }
  return undefined;
};

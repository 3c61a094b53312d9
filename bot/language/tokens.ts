import type { Normal } from './normalise';

export type TokenKind = 'word' | 'cjk' | 'number' | 'mark' | 'email' | 'mention';

/** The smallest piece a rule looks at. `start` and `end` count in the original text. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter, in a text that is not all capitals. */
  readonly capital: boolean;
  /** Nothing stands between this token and the one before. */
  readonly glued: boolean;
}

const LETTER = /[\p{L}\p{M}]/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3007]/u;

const kinds = new Map<string, number>();
const SPACE = 0;
const MARK = 1;
const ALPHA = 2;
const DIGIT = 3;
const HAN = 4;

const kindOfAscii = (code: number): number => {
  if (code >= 48 && code <= 57) return DIGIT;
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) ? ALPHA : MARK;
};

const kindOfOther = (char: string): number => {
  const isUpperPlane = char >= '\ud840' && char < '\ue000';
  if (isUpperPlane || CJK.test(char)) return HAN;
  return LETTER.test(char) ? ALPHA : MARK;
};

const classify = (char: string): number => {
  if (char === ' ' || char === '\n' || char === '') return SPACE;
  const code = char.charCodeAt(0);
  if (code < 128) return kindOfAscii(code);
  const before = kinds.get(char);
  if (before !== undefined) return before;
  const kind = kindOfOther(char);
  if (kinds.size < 20_000) kinds.set(char, kind);
  return kind;
};

const isAddress = (char: string): boolean => /[a-z0-9._%+'-]/.test(char);
const MAX_ADDRESS = 80;

/** Spans of e-mail addresses, found from their "@" outwards so that no text makes the search slow. */
const addresses = (text: string): Map<number, number> => {
  const spans = new Map<number, number>();
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let from = at;
    while (from > 0 && at - from < MAX_ADDRESS && isAddress(text.charAt(from - 1))) from--;
    let to = at + 1;
    while (to < text.length && to - at < MAX_ADDRESS && /[a-z0-9.-]/.test(text.charAt(to))) to++;
    while (to > at && /[.-]/.test(text.charAt(to - 1))) to--;
    if (from < at && text.slice(at, to).includes('.')) spans.set(from, to);
  }
  return spans;
};

const ARROW = '→';

interface Piece {
  readonly kind: TokenKind;
  readonly to: number;
}

const wordEnd = (text: string, from: number): number => {
  let to = from;
  while (to < text.length) {
    const kind = classify(text.charAt(to));
    const joined = text.charAt(to) === "'" && to > from && classify(text.charAt(to + 1)) === ALPHA;
    if (kind !== ALPHA && kind !== DIGIT && !joined) break;
    to++;
  }
  const possessive = to - from > 2 && text.slice(to - 2, to) === "'s";
  return possessive ? to - 2 : to;
};

const numberEnd = (text: string, from: number): number => {
  let to = from;
  while (to < text.length) {
    const char = text.charAt(to);
    const grouped = char === ',' && /^\d{3}(?!\d)/.test(text.slice(to + 1, to + 5)) && to - from <= 3;
    if (classify(char) !== DIGIT && !grouped) break;
    to++;
  }
  return to;
};

const pieceAt = (text: string, i: number, mails: ReadonlyMap<number, number>): Piece => {
  const mail = mails.get(i);
  if (mail !== undefined) return { kind: 'email', to: mail };
  const kind = classify(text.charAt(i));
  if (kind === DIGIT) return { kind: 'number', to: numberEnd(text, i) };
  if (kind === ALPHA) return { kind: 'word', to: wordEnd(text, i) };
  if (kind === HAN) return { kind: 'cjk', to: i + 1 };
  if (text.startsWith("'s", i) && classify(text.charAt(i + 2)) !== ALPHA) return { kind: 'word', to: i + 2 };
  if (text.startsWith('->', i)) return { kind: 'mark', to: i + 2 };
  return { kind: 'mark', to: i + 1 };
};

/** Cuts a text into tokens; at most `limit` of them. */
export const tokenise = (normal: Normal, original: string, limit: number): Token[] => {
  const { text, at } = normal;
  const tokens: Token[] = [];
  const mails = text.includes('@') ? addresses(text) : new Map<number, number>();
  const shouted = original === original.toUpperCase();
  let glued = false;
  for (let i = 0; i < text.length && tokens.length < limit; ) {
    if (text.charAt(i) === ' ') {
      glued = false;
      i++;
      continue;
    }
    const { kind, to } = pieceAt(text, i, mails);
    const start = at[i] ?? 0;
    const first = original.charAt(start);
    const capital = kind === 'word' && !shouted && first !== first.toLowerCase();
    tokens.push({
      kind,
      text: to - i === 2 && kind === 'mark' ? ARROW : text.slice(i, to),
      start,
      end: at[to] ?? original.length,
      capital,
      glued,
    });
    glued = true;
    i = to;
  }
  return tokens;
};

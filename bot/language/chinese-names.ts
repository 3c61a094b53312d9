import type { Compiled } from './compile';
import { VERBS } from './concepts';
import { isNumeral } from './numbers';
import { longest, type Match } from './phrases';
import type { Token } from './tokens';

const NEVER_LAST = new Set(['use', 'give', 'let', 'show', 'add', 'get']);
const verbs: ReadonlySet<string> = new Set(VERBS);

const isVerb = (match: Match | undefined): boolean =>
  (match?.entry.senses.some(sense => verbs.has(sense.concept)) ?? false) &&
  !match?.entry.senses.some(sense => NEVER_LAST.has(sense.concept));

const isHan = (token: Token | undefined): boolean => token?.kind === 'cjk' && token.glued;

const measures = (compiled: Compiled, token: Token | undefined): boolean =>
  token !== undefined &&
  (longest(compiled.phrases, [token], 0)?.entry.senses.some(sense => sense.concept === 'measure') ?? false);

const joinsFirst = (compiled: Compiled, tokens: readonly Token[], i: number): boolean => {
  if (!isHan(tokens[i])) return false;
  // 小陳一個: the number counts.
  if (isNumeral(tokens[i]?.text ?? '') && measures(compiled, tokens[i + 1])) return false;
  const match = longest(compiled.phrases, tokens, i);
  if (match === undefined) return true;
  if (match.to - i > 1) return false;
  return !match.entry.senses.some(sense => ['possessive', 'give', 'and', 'have', 'ma'].includes(sense.concept));
};

const joinsSecond = (compiled: Compiled, tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i];
  if (token === undefined || !isHan(token)) return false;
  const match = longest(compiled.phrases, tokens, i);
  if (match === undefined) return !isNumeral(token.text) || !isHan(tokens[i + 1]);
  const ends = tokens[i + 1]?.kind !== 'cjk' || !(tokens[i + 1]?.glued ?? false);
  const isEndingAnd = ends && match.entry.senses.some(sense => sense.concept === 'and');
  // 沈佩如: nobody says 如 for "if" behind a name.
  const isIf = match.entry.senses.some(sense => sense.concept === 'if');
  const isAnd = match.entry.senses.some(sense => sense.concept === 'and');
  return (
    match.to - i === 1 &&
    ((isVerb(match) && !isAnd && tokens[i + 1]?.kind !== 'word') ||
      isIf ||
      (isEndingAnd && tokens[i + 1]?.kind !== 'word'))
  );
};

/**
 * Index after a Chinese name that begins with a surname at a token: a surname and one or two more characters, also when
 * one of them is a word by itself (李和平, 陳建發).
 */
export const chineseNameEnd = (compiled: Compiled, tokens: readonly Token[], from: number): number | undefined => {
  const first = tokens[from];
  if (first?.kind !== 'cjk' || !compiled.surnames.has(first.text)) return undefined;
  const match = longest(compiled.phrases, tokens, from);
  if (match !== undefined && match.to - from > 1) return undefined;
  if (!joinsFirst(compiled, tokens, from + 1)) {
    const middle = tokens[from + 1];
    const last = tokens[from + 2];
    const isAndName = middle !== undefined && '和平'.includes(middle.text) && last?.text === '平';
    return isAndName ? from + 3 : undefined;
  }
  return joinsSecond(compiled, tokens, from + 2) ? from + 3 : from + 2;
};

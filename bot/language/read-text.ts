import type { Compiled } from './compile';
import { corrected } from './correct';
import { inContext } from './in-context';
import { type Item, means } from './items';
import { mailNames } from './mail-names';
import { unwrapAddresses, unwrapMentions } from './mentions';
import { type Normal, normalise } from './normalise';
import { type Reading, readingOf } from './reading';
import { scan } from './scan';
import { signatureAt } from './sign-off';
import { type Token, tokenise } from './tokens';

const MOST_TOKENS = 240;
const MOST_CHARACTERS = 4000;

const withMentions = (tokens: readonly Token[], spans: readonly (readonly [number, number])[]): Token[] =>
  spans.length === 0
    ? [...tokens]
    : tokens.flatMap(token => {
        const span = spans.find(([from, to]) => token.start >= from && token.start < to);
        if (span === undefined) return [token];
        const isFirst = !tokens.some(other => other.start >= span[0] && other.start < token.start);
        return isFirst ? [{ ...token, kind: 'mention' as const, end: span[1] }] : [];
      });

const withoutAddress = (tokens: readonly Token[]): readonly Token[] =>
  tokens[0]?.text === '@' && tokens[1]?.glued === true ? tokens.slice(2) : tokens.filter(token => token.text !== '@');

/** A line break after "to" or ":" begins a list, it ends nothing; nor does the colon of "for:". */
const isListBreak = (item: Item, before: Item | undefined): boolean =>
  item.kind === 'mark' &&
  ((item.text === '\n' && (before?.text === ':' || means(before, 'to', 'for', 'give', 'from'))) ||
    (item.text === ':' && means(before, 'to', 'for')));

const tidied = (items: readonly Item[], tokens: readonly Token[], written: string): readonly Item[] => {
  const names = mailNames(items, tokens, written);
  const end = signatureAt(items);
  const kept = items.filter((item, i) => i < end && !names.has(i) && !isListBreak(item, items[i - 1]));
  return inContext(kept, tokens);
};

const read = (compiled: Compiled, original: string, tokens: readonly Token[], written: string): Reading => {
  const items = tidied(scan(compiled, tokens), tokens, written);
  const better = corrected(compiled, tokens, items);
  if (better === undefined) return readingOf(compiled, original, tokens, items, false);
  return readingOf(compiled, original, better, tidied(scan(compiled, better), better, written), true);
};

/** A text made ready for the rules; `reading` is empty when the text is longer than any command. */
export interface TextRead {
  readonly reading: Reading;
  readonly normal: Normal;
  readonly text: string;
  readonly tooLong: boolean;
}

/** From characters to items: mentions unwrapped, decoration dropped, slips in known words put right. */
export const readText = (compiled: Compiled, written: string): TextRead => {
  const unwrapped = unwrapMentions(written.slice(0, MOST_CHARACTERS));
  const text = unwrapAddresses(unwrapped.text);
  const normal = normalise(text);
  const all = tokenise(normal, text, MOST_TOKENS + 1);
  const tooLong = written.length > MOST_CHARACTERS || all.length > MOST_TOKENS;
  const tokens = tooLong ? [] : withoutAddress(withMentions(all, unwrapped.spans));
  return { reading: read(compiled, text, tokens, unwrapped.text), normal, text, tooLong };
};

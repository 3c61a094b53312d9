import type { Item } from './items';
import type { Token } from './tokens';

const isQuote = (item: Item | undefined): boolean => item?.kind === 'mark' && item.text === '"';
const isComma = (item: Item | undefined): boolean => item?.kind === 'mark' && item.text === ',';

const isBracketed = (item: Item, tokens: readonly Token[], written: string): boolean =>
  item.kind === 'name' && tokens[item.from]?.kind === 'email' && written[(tokens[item.from]?.start ?? 0) - 1] === '<';

const localPart = (token: Token | undefined): string => token?.text.split('@')[0] ?? '';

const lettersOf = (text: string): string => text.replace(/\P{L}/gu, '');

/** "Chen, Bob <bob.chen@…>": whoever stands before the comma is the same person when the address holds that name. */
const firstOfName = (items: readonly Item[], tokens: readonly Token[], mail: number): number => {
  const isInQuotes = isQuote(items[mail - 1]);
  const last = isInQuotes ? mail - 2 : mail - 1;
  if (items[last]?.kind !== 'name') return mail;
  const family = items[last - 2];
  const isFamily = isComma(items[last - 1]) && family?.kind === 'name' && family.to === family.from + 1;
  const name = isFamily ? (tokens[family.from]?.text ?? '') : '';
  const isSame =
    isFamily && (isInQuotes || lettersOf(localPart(tokens[items[mail]?.from ?? -1])).includes(lettersOf(name)));
  const first = isSame ? last - 2 : last;
  return isInQuotes && isQuote(items[first - 1]) ? first - 1 : first;
};

/** Indexes of the items that only say whose the address in brackets after them is: "Bob Chen <bob@contoso.com>". */
export const mailNames = (items: readonly Item[], tokens: readonly Token[], written: string): ReadonlySet<number> => {
  const names = new Set<number>();
  if (!written.includes('<')) return names;
  for (const [i, item] of items.entries()) {
    if (!isBracketed(item, tokens, written)) continue;
    for (let at = firstOfName(items, tokens, i); at < i; at++) names.add(at);
  }
  return names;
};

/** A text whose mentions are blanked out of their mark-up, place by place, and where the mentioned names stand. */
export interface Unwrapped {
  readonly text: string;
  readonly spans: readonly (readonly [from: number, to: number])[];
}

const OPEN = /<at(?:\s[^<>]{0,200})?>/giy;
const CLOSE = '</at>';
/** "Ana's", Ana 的: whoever owns something is a person, also at the beginning. */
const OWNS = /^\s*(?:的|['’]s\b)/;
const blank = (length: number): string => ' '.repeat(length);

const ADDRESS = /<([^\s<>@]{1,64}@[^\s<>@]{1,80})>/g;

/** "Bob Chen <bob@contoso.com>", as mail programs write it: the brackets are blanked out, place by place. */
export const unwrapAddresses = (text: string): string =>
  text.includes('@') ? text.replace(ADDRESS, (_, address: string) => ` ${address} `) : text;

/** The mention a message begins with is of the bot itself and is dropped; the others are names. */
export const unwrapMentions = (original: string): Unwrapped => {
  if (!original.includes('<')) return { text: original, spans: [] };
  const lower = original.toLowerCase();
  const spans: [number, number][] = [];
  let text = '';
  let done = 0;
  for (let open = lower.indexOf('<at'); open !== -1; open = lower.indexOf('<at', Math.max(done, open + 1))) {
    OPEN.lastIndex = open;
    const tag = OPEN.exec(original)?.[0];
    const close = tag === undefined ? -1 : lower.indexOf(CLOSE, open);
    if (close === -1 && tag !== undefined) break;
    if (tag === undefined) continue;
    const isBot =
      spans.length === 0 &&
      original.slice(0, open).trim() === '' &&
      text.trim() === '' &&
      !OWNS.test(original.slice(close + CLOSE.length, close + CLOSE.length + 8));
    const from = open + tag.length;
    text += original.slice(done, open) + blank(tag.length);
    text += (isBot ? blank(close - from) : original.slice(from, close)) + blank(CLOSE.length);
    if (!isBot) spans.push([from, close]);
    done = close + CLOSE.length;
  }
  return { text: text + original.slice(done), spans };
};

import simplified from './lexicons/simplified.json';

/** A text as the rules read it: lower case, half width, Traditional characters, no decoration; with a way back. */
export interface Normal {
  readonly text: string;
  /** Where each unit of `text` begins in the original; one more entry for the end. */
  readonly at: readonly number[];
  /** Whether the text turns the direction of writing around: what is seen is then not what is read. */
  readonly turned: boolean;
}

const TRADITIONAL = new Map<string, string>(
  [...simplified.from].map((char, i) => [char, [...simplified.to][i] ?? char]),
);
const INVISIBLE = /\p{Cf}|\p{Mn}|\p{Me}|\u115f|\u1160|\u3164|\uffa0/u;
const COMBINING = /[\u0300-\u036f]/u;
const TURNING = /[\u202a-\u202e\u2066-\u2069\u061c]/u;
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Co}|\p{Cs}/u;
const SAME: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': '`',
  '´': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '《': '"',
  '》': '"',
  '〈': '"',
  '〉': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '。': '.',
  '，': ',',
  '、': '、',
  '；': ';',
  '：': ':',
  '？': '?',
  '！': '!',
  '…': '.',
  '·': ' ',
  '・': ' ',
  '\u3000': ' ',
  '→': '→',
};

const known = new Map<string, string>();

const plain = (char: string): string => {
  if (INVISIBLE.test(char) && !COMBINING.test(char)) return '';
  if (PICTURE.test(char)) return ' ';
  const folded = SAME[char] ?? char.normalize('NFKC').toLowerCase();
  if (folded.length > 4) return ' ';
  let out = '';
  for (const part of folded) out += SAME[part] ?? TRADITIONAL.get(part) ?? (/[\s\p{Cc}]/u.test(part) ? ' ' : part);
  return out;
};

const remembered = (char: string): string => {
  const before = known.get(char);
  if (before !== undefined) return before;
  const now = plain(char);
  if (known.size < 20_000) known.set(char, now);
  return now;
};

/** Never fails, whatever the text. Keeps line breaks as "\n". */
export const normalise = (original: string): Normal => {
  const at: number[] = [];
  let text = '';
  let turned = false;
  for (let i = 0; i < original.length; ) {
    const code = original.charCodeAt(i);
    const char =
      code >= 0xd800 && code < 0xdc00 ? String.fromCodePoint(original.codePointAt(i) ?? code) : original.charAt(i);
    const out = code < 128 ? ascii(code, char) : remembered(char);
    if (code >= 0x600 && TURNING.test(char)) turned = true;
    for (let k = 0; k < out.length; k++) at.push(i);
    text += out;
    i += char.length;
  }
  at.push(original.length);
  return { text, at, turned };
};

const ascii = (code: number, char: string): string => {
  if (code >= 65 && code <= 90) return String.fromCharCode(code + 32);
  if (code === 10) return '\n';
  return code < 32 || code === 127 ? ' ' : char;
};

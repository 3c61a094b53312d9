import { chineseNameEnd } from './chinese-names';
import type { Compiled } from './compile';
import { type Item, means } from './items';
import { isNumeral, numberAt } from './numbers';
import { type Entry, longest, type Match } from './phrases';
import type { Token } from './tokens';

const NAME_FOLLOWS = [
  'to',
  'from',
  'for',
  'give',
  'and',
  'assign',
  'unassign',
  'put',
  'take',
  'let',
  'add',
  'remove',
  'with',
  'drop',
  'get',
] as const;

const ONLY_ALONE: ReadonlySet<string> = new Set(['yes', 'no', 'ratio', 'greeting']);

const invoiceEnd = (tokens: readonly Token[], from: number): number | undefined => {
  const first = tokens[from];
  if (first === undefined || !/^inv\d{0,12}$/.test(first.text)) return undefined;
  let to = from + 1;
  let digits = first.text.length - 3;
  while (to < tokens.length && to - from < 8 && digits < 16) {
    const token = tokens[to];
    const isDash = token?.text === '-' || token?.text === '_' || token?.text === '#';
    if (token === undefined || !(isDash || token.kind === 'number')) break;
    if (token.kind === 'number') digits += token.text.length;
    to++;
  }
  while (to > from && tokens[to - 1]?.kind === 'mark') to--;
  return digits >= 3 ? to : undefined;
};

/** "Visio 2 個" counts licenses; "Visio 2" is a plan. */
const isCounted = (match: Match, tokens: readonly Token[], from: number): boolean => {
  const last = tokens[match.to - 1];
  const next = tokens[match.to];
  return (
    match.entry.product !== undefined &&
    match.to - from === 2 &&
    last?.kind === 'number' &&
    next?.kind === 'cjk' &&
    /[個席份位套人張名]/.test(next.text)
  );
};

class Scanner {
  readonly items: Item[] = [];
  constructor(
    private readonly compiled: Compiled,
    private readonly tokens: readonly Token[],
  ) {}

  run(): Item[] {
    for (let i = 0; i < this.tokens.length; ) i = this.step(i);
    return this.items;
  }

  private step(i: number): number {
    const token = this.tokens[i];
    if (token === undefined) return i + 1;
    if (token.kind === 'email' || token.kind === 'mention') return this.push('name', i, i + 1);
    if (token.kind === 'mark' && token.text !== '&' && token.text !== '、' && token.text !== '%')
      return this.mark(i, token);
    if (token.text === '&' && this.joinsName(i)) return this.name(i, i + 2);
    const invoice = invoiceEnd(this.tokens, i);
    if (invoice !== undefined) return this.push('invoice', i, invoice);
    const name = this.items.at(-1)?.kind === 'number' ? undefined : chineseNameEnd(this.compiled, this.tokens, i);
    if (name !== undefined) return this.name(i, name);
    return this.known(i, token) ?? this.name(i, i + 1);
  }

  /** "R&D" is one name, "Ann & Bob" are two. */
  private joinsName(i: number): boolean {
    const last = this.items.at(-1);
    const next = this.tokens[i + 1];
    return (
      this.tokens[i]?.glued === true && last?.kind === 'name' && last.to === i && next?.kind === 'word' && next.glued
    );
  }

  private mark(i: number, token: Token): number {
    const last = this.items.at(-1);
    const inName = (token.text === '-' || token.text === '.') && token.glued && last?.kind === 'name' && last.to === i;
    const next = this.tokens[i + 1];
    if (
      inName &&
      next?.kind === 'word' &&
      (next.glued || (token.text === '.' && (this.tokens[i - 1]?.text.length ?? 9) <= 2))
    )
      return this.name(i, i + 2);
    return this.push('mark', i, i + 1);
  }

  private known(i: number, token: Token): number | undefined {
    const found = longest(this.compiled.phrases, this.tokens, i);
    const match = found === undefined ? undefined : this.uncounted(found, i);
    const times = this.times(i, token);
    if (times !== undefined) return this.number(i, i + 1, times, undefined);
    const number = numberAt(this.compiled.phrases, this.tokens, i);
    if (number !== undefined && number.to >= (match?.to ?? 0) && match?.entry.product === undefined)
      return this.number(i, number.to, number.value, match?.entry);
    if (match === undefined || this.isName(i, token, match) || this.isPartOfName(i, match)) return undefined;
    return this.push(match.entry.product === undefined ? 'word' : 'product', i, match.to, match.entry);
  }

  /** Without a number that counts: "Visio 2 個" is Visio, "Windows 365 席位" stays whole. */
  private uncounted(found: Match, i: number): Match {
    if (!isCounted(found, this.tokens, i)) return found;
    const shorter = longest(this.compiled.phrases, this.tokens.slice(0, found.to - 1), i);
    return shorter?.entry.product === undefined ? found : shorter;
  }

  /** "Copilot x10" */
  private times(i: number, token: Token): number | undefined {
    const digits = this.items.at(-1)?.kind === 'product' ? /^x(\d{1,5})$/.exec(token.text)?.[1] : undefined;
    return digits === undefined || this.tokens[i]?.glued === true ? undefined : Number(digits);
  }

  /** 張三 is somebody, 三個 is a number. */
  private number(i: number, to: number, value: number, entry: Entry | undefined): number {
    const last = this.items.at(-1);
    const next = this.tokens[to];
    const inName =
      this.tokens[i]?.kind === 'cjk' &&
      isNumeral(this.tokens[i]?.text ?? '') &&
      last?.kind === 'name' &&
      last.to === i &&
      this.tokens[i]?.glued;
    if (inName && !(next !== undefined && /^[個席份位套人張名]$/.test(next.text))) return this.name(i, to);
    this.items.push({
      kind: 'number',
      from: i,
      to,
      number: value,
      text: '',
      ...(entry === undefined ? {} : { entry }),
    });
    return to;
  }

  /** 行 alone means yes; inside 行銷部 it means nothing by itself, nor does 天 unless a number stands before it. */
  private isPartOfName(i: number, match: Match): boolean {
    if (match.to - i > 1 || this.tokens[i]?.kind !== 'cjk') return false;
    const onlyAnswers =
      match.entry.senses.length > 0 && match.entry.senses.every(sense => ONLY_ALONE.has(sense.concept));
    const counts = match.entry.senses.every(sense => sense.concept === 'span') && this.items.at(-1)?.kind !== 'number';
    if (!(onlyAnswers || counts)) return false;
    const next = this.tokens[i + 1];
    const before = this.tokens[i - 1];
    return (next?.kind === 'cjk' && next.glued) || (before?.kind === 'cjk' && this.tokens[i]?.glued === true);
  }

  private isName(i: number, token: Token, match: Match): boolean {
    if (i === 0 || !token.capital || match.to - i > 1 || !this.compiled.alsoNames.has(token.text)) return false;
    const last = this.items.at(-1);
    const next = this.tokens[i + 1];
    const followsName = last?.kind === 'name' && last.to === i;
    return (
      followsName ||
      means(last, ...NAME_FOLLOWS) ||
      (last?.text === ',' && this.items.at(-2)?.kind === 'name') ||
      (next?.capital === true && !longest(this.compiled.phrases, this.tokens, i + 1))
    );
  }

  private name(from: number, to: number): number {
    const last = this.items.at(-1);
    const before = this.tokens[from - 1];
    const here = this.tokens[from];
    const sameScript = before?.kind === here?.kind || here?.kind === 'mark' || before?.kind === 'mark';
    const together = here?.kind !== 'cjk' || here.glued || this.isQuoted();
    if (
      last?.kind === 'name' &&
      last.to === from &&
      sameScript &&
      together &&
      before?.kind !== 'email' &&
      before?.kind !== 'mention'
    ) {
      this.items[this.items.length - 1] = { ...last, to };
      return to;
    }
    return this.push('name', from, to);
  }

  private isQuoted(): boolean {
    return this.items.filter(item => item.kind === 'mark' && item.text === '"').length % 2 === 1;
  }

  private push(kind: Item['kind'], from: number, to: number, entry?: Entry): number {
    this.items.push({ kind, from, to, text: this.tokens[from]?.text ?? '', ...(entry === undefined ? {} : { entry }) });
    return to;
  }
}

/** What a text is made of, in order: known phrases, products, numbers, marks, and runs of unknown words. */
export const scan = (compiled: Compiled, tokens: readonly Token[]): Item[] => new Scanner(compiled, tokens).run();

import type { Catalog } from '../../domain/catalog/catalog';
import { type AdminWish, adminWishIn } from './admin-wishes';
import { holdsCardNumber } from './card-number';
import { type Compiled, compile } from './compile';
import type { IntentName } from './intents';
import { judge } from './judge';
import { type Judged, none, type Talk } from './judged';
import type { Lexicon } from './lexicon';
import { LEXICONS } from './lexicons';
import { nearestTo } from './nearest';
import { ofEverybody } from './of-everybody';
import { plainWishIn } from './plain-wishes';
import { readText, type TextRead } from './read-text';
import type { Reading } from './reading';
import type { Refusal } from './refusals';
import type { Slots } from './slots';
import { statusIn } from './statuses';
import { type Terms, termsOf } from './terms';
import type { Token } from './tokens';
import { isQuotedLine, looksLikeCode } from './unsafe';

export interface Understood {
  readonly intent: IntentName;
  readonly slots: Slots;
  /** 0 to 1. */
  readonly confidence: number;
  /** The language typed, when clear. */
  readonly language: 'en' | 'zh-TW' | undefined;
  /** A mistyped word was put right, or the wish is read from little: ask before acting. */
  readonly guessed: boolean;
  /** What was said of how to buy or which to see, or that the past is asked for; empty where nothing was. */
  readonly terms: Terms;
  /** For "none": two or three nearest things the bot can do; else empty. */
  readonly nearest: readonly IntentName[];
  /** A greeting or thanks, and nothing else. */
  readonly talk?: Talk;
  /** Why it is "none", when known. */
  readonly reason?: Refusal;
}

export type Understand = (text: string, locale?: string) => Understood;

const HAN = /\p{Script=Han}/gu;
const LATIN = /\p{Script=Latin}+/gu;
const count = (texts: readonly string[], what: RegExp): number =>
  texts.length === 0 ? 0 : (texts.join(' ').match(what)?.length ?? 0);
const isLatin = ({ kind, text }: Token): boolean => kind === 'word' && text !== "'s";

/** Names say nothing of the language they are named in: "assign Visio to 王小明" is English. */
const languageOf = (tokens: readonly Token[], { people = [], product = '', profile = '' }: Slots) => {
  const names = [...people, product, profile].filter(name => name !== '');
  let han = -count(names, HAN);
  let latin = -count(names, LATIN);
  for (const token of tokens) {
    if (token.kind === 'cjk') han++;
    else if (isLatin(token)) latin++;
  }
  if (han >= 2 || (han === 1 && latin <= 0)) return 'zh-TW';
  return han <= 0 && latin >= 2 ? 'en' : undefined;
};

const understood = (reading: Reading, judged: Judged, terms: Terms): Understood => {
  const isNone = judged.intent === 'none';
  return {
    intent: judged.intent,
    slots: isNone || judged.intent === 'help' ? {} : judged.slots,
    confidence: isNone ? 0 : Math.max(0.1, (judged.confidence ?? 0.9) - (reading.guessed ? 0.2 : 0)),
    language: languageOf(reading.tokens, judged.slots),
    guessed: !isNone && (reading.guessed || (judged.guessed ?? false)),
    terms,
    nearest: isNone ? nearestTo(reading) : [],
    ...(judged.talk === undefined ? {} : { talk: judged.talk }),
    ...(judged.reason === undefined ? {} : { reason: judged.reason }),
  };
};

/** Said in so many words, so nothing of it is guessed. */
const asAdmin = ({ intent, language, slots }: AdminWish): Understood => ({
  intent,
  slots,
  language,
  confidence: 0.95,
  guessed: false,
  terms: {},
  nearest: [],
});

const judgeText = ({ reading, normal, text, tooLong }: TextRead): Judged => {
  if (tooLong) return none();
  const named = plainWishIn(text);
  if (named !== undefined) return { intent: named, slots: {} };
  if (looksLikeCode(normal) || holdsCardNumber(text)) return none('unsafe');
  return isQuotedLine(normal) ? none('quoted') : judge(reading);
};

/** What was made ready last; half a second is worth keeping, and a process has one catalog. */
let ready: { readonly names: string; readonly compiled: Compiled } | undefined;

const compiledFor = (catalog: Catalog): Compiled => {
  const names = JSON.stringify([catalog.products, catalog.families]);
  if (ready?.names !== names) ready = { names, compiled: compile(catalog, LEXICONS) };
  return ready.compiled;
};

/**
 * Makes ready the lexicons and the names of the catalog, once a process. What it returns is pure and never throws; a text that
 * does not clearly ask for a change is never read as one.
 */
export const createUnderstand = (catalog: Catalog, lexicons: readonly Lexicon[] = LEXICONS): Understand => {
  const compiled = lexicons === LEXICONS ? compiledFor(catalog) : compile(catalog, lexicons);
  return text => {
    const read = readText(compiled, text);
    const wish = read.tooLong ? undefined : adminWishIn(read.text, part => readText(compiled, part).reading);
    if (wish) return asAdmin(wish);
    const judged = judgeText(read);
    const status = judged.intent === 'list_subscriptions' ? statusIn(read.text) : undefined;
    const everybodys = read.tooLong ? undefined : ofEverybody(read, judged, part => readText(compiled, part).reading);
    return understood(read.reading, judged, {
      ...termsOf(read.reading),
      ...(status ? { status } : {}),
      ...(everybodys ? { everybodys } : {}),
    });
  };
};

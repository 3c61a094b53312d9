import type { Catalog } from '../../domain/catalog/catalog';
import { answerOf } from './answer-words';
import { type Compiled, compile } from './compile';
import type { Concept } from './concepts';
import { corrected } from './correct';
import { holdsCardNumber } from './card-number';
import { type IntentName, MUTATING } from './intents';
import type { Item } from './items';
import type { Lexicon } from './lexicon';
import { LEXICONS } from './lexicons';
import { unwrapMentions } from './mentions';
import { isHowQuestion, isOnceThen, isQuestion, isTold, quotesVerb, type Refusal, refusalOf } from './mood';
import { nearestTo } from './nearest';
import { normalise } from './normalise';
import { peopleOf } from './people';
import { quantitiesOf } from './quantities';
import { exclusions, has, productsOf, type Reading } from './reading';
import { scan } from './scan';
import type { Slots } from './slots';
import { type Token, tokenise } from './tokens';
import { find } from './topics';
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
  /** For "none": two or three nearest things the bot can do; else empty. */
  readonly nearest: readonly IntentName[];
  /** Why it is "none", when known. */
  readonly reason?: Refusal;
}

export type Understand = (text: string, locale?: string) => Understood;

const MOST_TOKENS = 240;
const MOST_CHARACTERS = 4000;

const readingOf = (compiled: Compiled, original: string, tokens: readonly Token[], items: readonly Item[], guessed: boolean): Reading => {
  const excluded = exclusions(items);
  const concepts = new Set<Concept>();
  for (const [i, item] of items.entries()) {
    if (!excluded.has(i)) for (const sense of item.entry?.senses ?? []) concepts.add(sense.concept);
  }
  const slip = items.some(item => item.entry?.slip === true);
  return { original, compiled, tokens, items, concepts, products: productsOf(items, excluded), excluded, guessed: guessed || slip };
};

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

const read = (compiled: Compiled, original: string, tokens: readonly Token[]): Reading => {
  const items = scan(compiled, tokens);
  const better = corrected(compiled, tokens, items);
  if (better === undefined) return readingOf(compiled, original, tokens, items, false);
  return readingOf(compiled, original, better, scan(compiled, better), true);
};

const languageOf = (tokens: readonly Token[]): 'en' | 'zh-TW' | undefined => {
  const han = tokens.filter(token => token.kind === 'cjk').length;
  const latin = tokens.filter(token => token.kind === 'word').length;
  if (han >= 2) return 'zh-TW';
  return han === 0 && latin >= 2 ? 'en' : undefined;
};

const ANSWERS = { yes: 'confirm', no: 'decline', undo: 'undo', help: 'help', greeting: 'none' } as const;

interface Judged {
  readonly intent: IntentName;
  readonly slots: Slots;
  readonly reason?: Refusal;
  readonly guessed?: boolean;
  readonly confidence?: number;
}

const none = (reason?: Refusal): Judged => ({ intent: 'none', slots: {}, ...(reason === undefined ? {} : { reason }) });

const DOMAIN: readonly Concept[] = ['subscription', 'license', 'invoice', 'card', 'profile', 'autoRenew', 'selfService', 'policy', 'trial', 'catalog', 'assignment', 'cancel', 'assign', 'unassign', 'buy', 'reactivate', 'purchases', 'price', 'topic'];

const residueOf = (reading: Reading, used: ReadonlySet<number>): number =>
  reading.items.reduce((sum, item, i) => (item.kind === 'name' && !used.has(i) && !reading.excluded.has(i) ? sum + (item.to - item.from) : sum), 0);

const judge = (reading: Reading): Judged => {
  const answer = answerOf(reading);
  if (answer !== undefined) return { intent: ANSWERS[answer], slots: {} };
  if (has(reading, 'unsafe')) return none('unsafe');
  const isDomain = reading.products.length > 0 || has(reading, ...DOMAIN);
  const how = isHowQuestion(reading);
  if (quotesVerb(reading) && !how) return none('quoted');
  if (isTold(reading)) return none('statement');
  if (isOnceThen(reading)) return none('conditional');
  const people = peopleOf(reading);
  const quantities = quantitiesOf(reading);
  const question = isQuestion(reading);
  const finding = find({ reading, people, quantities: quantities ?? [], question });
  if (how && (finding === undefined || MUTATING.has(finding.intent) || has(reading, 'howTo', 'whatIf'))) return isDomain ? { intent: 'help', slots: {} } : none();
  if (finding === undefined) return question && isDomain ? { intent: 'help', slots: {} } : none();
  if (finding.reason !== undefined) return none(finding.reason);
  if (quantities === undefined && MUTATING.has(finding.intent)) return none();
  const residue = residueOf(reading, finding.used ?? new Set());
  if (!MUTATING.has(finding.intent)) return residue > 4 ? none() : { ...finding, confidence: 0.9 - residue * 0.1 };
  if (question) return { intent: 'help', slots: {} };
  const refusal = refusalOf(reading, { negation: finding.negationMeant ?? false, everything: finding.everythingMeant ?? false, people: people.people.length });
  if (refusal !== undefined) return none(refusal);
  const stray = reading.items.some((item, i) => item.kind === 'name' && !finding.used?.has(i) && !reading.excluded.has(i) && reading.tokens[item.from]?.capital);
  const most = reading.products.length > 0 && !stray ? 1 : 0;
  return residue > most ? none('statement') : { ...finding, guessed: (finding.guessed ?? false) || residue > 0, confidence: 0.95 - residue * 0.2 };
};

const understood = (reading: Reading, judged: Judged): Understood => {
  const isNone = judged.intent === 'none';
  return {
    intent: judged.intent,
    slots: isNone || judged.intent === 'help' ? {} : judged.slots,
    confidence: isNone ? 0 : Math.max(0.1, (judged.confidence ?? 0.9) - (reading.guessed ? 0.2 : 0)),
    language: languageOf(reading.tokens),
    guessed: !isNone && (reading.guessed || (judged.guessed ?? false)),
    nearest: isNone ? nearestTo(reading) : [],
    ...(judged.reason === undefined ? {} : { reason: judged.reason }),
  };
};

/**
 * Makes ready the lexicons and the names of the catalog, once. What it returns is pure and never throws; a text that
 * does not clearly ask for a change is never read as one.
 */
export const createUnderstand = (catalog: Catalog, lexicons: readonly Lexicon[] = LEXICONS): Understand => {
  const compiled = compile(catalog, lexicons);
  return text => {
    const original = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text;
    const unwrapped = unwrapMentions(original);
    const normal = normalise(unwrapped.text);
    const all = tokenise(normal, unwrapped.text, MOST_TOKENS + 1);
    const tokens = withoutAddress(withMentions(all, unwrapped.spans));
    const tooLong = text.length > MOST_CHARACTERS || all.length > MOST_TOKENS;
    const reading = read(compiled, unwrapped.text, tooLong ? [] : tokens);
    if (tooLong) return understood(reading, none());
    if (looksLikeCode(normal) || holdsCardNumber(unwrapped.text)) return understood(reading, none('unsafe'));
    if (isQuotedLine(normal)) return understood(reading, none('quoted'));
    return understood(reading, judge(reading));
  };
};

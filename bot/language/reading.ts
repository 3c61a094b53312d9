import type { Compiled } from './compile';
import { type Concept, type Form, VERBS } from './concepts';
import { type Item, means } from './items';
import type { Token } from './tokens';

/** A text cut into items, with what every rule asks of it. */
export interface Reading {
  readonly original: string;
  readonly compiled: Compiled;
  readonly tokens: readonly Token[];
  readonly items: readonly Item[];
  /** What its words stand for, each with the forms they stand in, as bits of FORM. */
  readonly concepts: ReadonlyMap<Concept, number>;
  /** Products named and wanted; a family and one of its plans are one product. */
  readonly products: readonly string[];
  /** Indexes of items that only say what is not wanted ("…, not to José"). */
  readonly excluded: ReadonlySet<number>;
  /** A typed word was taken for a known one. */
  readonly guessed: boolean;
}

const verbs: ReadonlySet<Concept> = new Set(VERBS);
const PASSED_OVER: readonly Concept[] = [
  'filler',
  'please',
  'article',
  'measure',
  'my',
  'greeting',
  'subject',
  'current',
];

const FORM: Readonly<Record<Form, number>> = { do: 1, done: 2, doing: 4 };

/** Asked dozens of times of every text, as is verbAs: neither makes a closure. */
export const has = (reading: Reading, ...concepts: readonly Concept[]): boolean => {
  for (const concept of concepts) if (reading.concepts.has(concept)) return true;
  return false;
};

/** How many words and names a text has; marks count for nothing: "support!!!" is one. */
export const sizeOf = (reading: Reading): number => reading.items.filter(item => item.kind !== 'mark').length;

export const isVerb = (item: Item | undefined): boolean =>
  item?.entry?.senses.some(sense => verbs.has(sense.concept)) ?? false;

export const isDo = (item: Item | undefined): boolean =>
  item?.entry?.senses.some(sense => verbs.has(sense.concept) && sense.form === 'do') ?? false;

const isPassedOver = (item: Item | undefined): boolean =>
  (item?.kind === 'mark' && item.text === '"') ||
  (item !== undefined &&
    item.kind === 'word' &&
    means(item, ...PASSED_OVER) &&
    !means(item, 'to', 'give', 'from', 'add', 'only', 'possessive', 'of', 'for'));

/** Index of the nearest item to the left, or right, that is more than a filler. */
export const neighbour = (items: readonly Item[], index: number, step: -1 | 1): number => {
  let at = index + step;
  while (isPassedOver(items[at])) at += step;
  return at;
};

/** "not execute" names nobody; "not Ana" and "not to ana" do. */
const isNamed = (item: Item, tokens: readonly Token[], led: boolean): boolean =>
  item.kind === 'name' && (led || tokens[item.from]?.kind !== 'word' || tokens[item.from]?.capital === true);

/** Index after what is excluded from an exclusion that begins at an item. */
const exclusionEnd = (items: readonly Item[], tokens: readonly Token[], from: number): number | undefined => {
  let to = from + 1;
  while (means(items[to], 'to', 'from', 'for', 'give', 'article', 'filler', 'with')) to++;
  const first = items[to];
  const led = means(items[to - 1], 'to', 'from', 'for', 'give');
  if (first === undefined || !(isNamed(first, tokens, led) || first.kind === 'product' || first.kind === 'number'))
    return undefined;
  while (to < items.length && items[to]?.kind !== 'mark' && !isDo(items[to]) && !means(items[to], 'future', 'if')) to++;
  return to;
};

/** "assign Visio to Ana, not to José": what follows such a "not" is left out, the rest stands. */
const exclusions = (items: readonly Item[], tokens: readonly Token[]): Set<number> => {
  const excluded = new Set<number>();
  let named = false;
  let wished = false;
  for (let i = 0; i < items.length; i++) {
    if (items[i]?.kind === 'product' || items[i]?.kind === 'name' || items[i]?.entry?.brand !== undefined) named = true;
    if (means(items[i], 'not', 'instead') && wished && named) {
      const to = exclusionEnd(items, tokens, i);
      for (let k = i; k < (to ?? i); k++) excluded.add(k);
    }
    if ((isDo(items[i]) || means(items[i], 'beDone', 'need')) && !means(items[i], 'not')) wished = true;
  }
  return excluded;
};

const isSameProduct = (a: string, b: string): boolean => a !== b && b.startsWith(`${a} `);

const productsOf = (items: readonly Item[], excluded: ReadonlySet<number>): string[] => {
  const named: string[] = [];
  for (const [i, item] of items.entries()) {
    const product = item.entry?.product;
    if (product !== undefined && !excluded.has(i) && !named.includes(product)) named.push(product);
  }
  return named.length < 2 ? named : named.filter(name => !named.some(other => isSameProduct(name, other)));
};

/** What every rule asks of a text, looked up once. The items may be a part of those the tokens make. */
export const readingOf = (
  compiled: Compiled,
  original: string,
  tokens: readonly Token[],
  items: readonly Item[],
  guessed: boolean,
): Reading => {
  const excluded = exclusions(items, tokens);
  const concepts = new Map<Concept, number>();
  for (const [i, item] of items.entries()) {
    if (excluded.has(i)) continue;
    for (const { concept, form } of item.entry?.senses ?? []) {
      concepts.set(concept, (concepts.get(concept) ?? 0) | FORM[form]);
    }
  }
  const slip = items.some(item => item.entry?.slip === true);
  return {
    original,
    compiled,
    tokens,
    items,
    concepts,
    products: productsOf(items, excluded),
    excluded,
    guessed: guessed || slip,
  };
};

/** The original text of items, without what cannot be seen and with single spaces. */
export const written = (reading: Reading, from: number, to: number): string => {
  const start = reading.tokens[from]?.start ?? 0;
  const end = reading.tokens[to - 1]?.end ?? start;
  return reading.original
    .slice(start, end)
    .replace(/\p{Cf}|\ufe0f/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
};

export const verbAs = (reading: Reading, form: Form, ...concepts: readonly Concept[]): boolean => {
  for (const concept of concepts) if (((reading.concepts.get(concept) ?? 0) & FORM[form]) !== 0) return true;
  return false;
};

/** "Please", and not the thanks that may follow what was done. */
export const isPolite = (reading: Reading): boolean =>
  reading.items.some(
    item => item.entry?.senses.some(({ concept }) => concept === 'please') === true && !means(item, 'thanks'),
  );

/** "Could Ana be given …": whether it is a question is not asked here. */
const opensModal = ({ items }: Reading): boolean =>
  means(
    items.find(item => item.kind !== 'mark'),
    'modal',
  );

/** A verb is asked for plainly ("cancel"), or as something to be done ("I want it cancelled", "would you mind cancelling"). */
export const asksTo = (reading: Reading, ...concepts: readonly Concept[]): boolean => {
  if (verbAs(reading, 'do', ...concepts)) return true;
  const isAsked = isPolite(reading) || has(reading, 'couldYou', 'need') || opensModal(reading);
  if (verbAs(reading, 'done', ...concepts) && (isAsked || has(reading, 'want', 'beDone', 'get'))) return true;
  return verbAs(reading, 'doing', ...concepts) && isAsked;
};

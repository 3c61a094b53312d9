import type { Product } from '../catalog/catalog';
import type { PersonId } from '../shared/ids';
import type { PurchaseQuery, PurchaseSubject } from '../store/port';
import type { Actor, Services } from './services';

/** More than anybody types who looks for something. */
const MOST_WORDS = 10;

/**
 * Which purchases a text asks for: each word of it belongs to the name of their product, of who bought them, or of the
 * department of that person. What nothing is called fits nothing.
 */
export const purchasesNamed = async (
  services: Services,
  actor: Actor,
  text: string,
): Promise<Pick<PurchaseQuery, 'either'>> => {
  const words = wordsOf(text);
  if (words.length === 0) return {};
  const { products, others } = productsIn(services.catalog.products, words);
  const [bought, named] = await Promise.all([
    ofProducts(services, actor, products, others),
    peopleCalled(services, actor, words, products.length > 0),
  ]);
  const either = [...bought, ...(named.length > 0 ? [{ purchaserIds: named }] : [])];
  return { either: either.length > 0 ? either : NONE };
};

const NONE: readonly PurchaseSubject[] = [{ productIds: [] }];

/** Chinese and other writing side by side are separate words. */
const wordsOf = (text: string): readonly string[] =>
  (text.normalize('NFKC').match(/\p{Script=Han}+|[^\p{Script=Han}\s]+/gu) ?? []).slice(0, MOST_WORDS);

const ofProducts = async (
  services: Services,
  actor: Actor,
  products: readonly Product[],
  others: readonly string[],
): Promise<readonly PurchaseSubject[]> => {
  if (products.length === 0) return [];
  const productIds = products.map(({ id }) => id);
  if (others.length === 0) return [{ productIds }];
  const purchaserIds = await peopleCalled(services, actor, others, false);
  return purchaserIds.length > 0 ? [{ productIds, purchaserIds }] : [];
};

interface InProducts {
  readonly products: readonly Product[];
  /** Words that are of the name of none of these. */
  readonly others: readonly string[];
}

/** The products that as many of the words as can be are of the names of. */
const productsIn = (all: readonly Product[], words: readonly string[]): InProducts =>
  words.reduce<InProducts>(
    ({ products, others }, word) => {
      const fitting = (products.length > 0 ? products : all).filter(product => isCalled(product, word));
      return fitting.length > 0 ? { products: fitting, others } : { products, others: [...others, word] };
    },
    { products: [], others: [] },
  );

const isCalled = ({ name, family, otherNames }: Product, word: string): boolean => {
  const wanted = word.toLowerCase();
  const isHan = /\p{Script=Han}/u.test(word);
  return [name, family ?? '', ...otherNames].some(called =>
    isHan
      ? called.includes(word)
      : called
          .toLowerCase()
          .split(/\s+/)
          .some(part => part.startsWith(wanted)),
  );
};

/** Those whom all words name together, or each by itself: a name, or a department. `surely`: no close spelling does. */
const peopleCalled = async (
  services: Services,
  actor: Actor,
  words: readonly string[],
  surely: boolean,
): Promise<readonly PersonId[]> => {
  const together = await called(services, actor, words.join(' '), surely);
  if (together.length > 0 || words.length === 1) return together;
  const [first = [], ...others] = await Promise.all(words.map(word => called(services, actor, word, surely)));
  return first.filter(id => others.every(ids => ids.includes(id)));
};

const called = async (
  { directory }: Services,
  { tenantId }: Actor,
  text: string,
  surely: boolean,
): Promise<readonly PersonId[]> => {
  const [found, members] = await Promise.all([
    directory.search(tenantId, text),
    directory.ofDepartment(tenantId, text),
  ]);
  const people = found.filter(({ fit }) => !surely || fit !== 'close').map(({ person }) => person);
  return [...new Set([...people, ...members].map(({ id }) => id))];
};

import type { Catalog, Product } from '../../domain/catalog/catalog';

const NUMERALS: Readonly<Record<string, readonly string[]>> = {
  '1': ['1', 'one', 'i', '一'],
  '2': ['2', 'two', 'ii', '二'],
  '3': ['3', 'three', 'iii', '三'],
  '4': ['4', 'four', 'iv', '四'],
  '5': ['5', 'five', 'v', '五'],
};
/** Names people write in two words, or in one. */
const APART: readonly (readonly [string, string])[] = [
  ['copilot', 'co pilot'],
  ['clipchamp', 'clip champ'],
  ['powerapps', 'power app'],
  ['365', '365s'],
  ['project ', 'proj '],
];

const planNames = (family: string, number: string, planWords: readonly string[]): string[] => {
  const names: string[] = [];
  for (const numeral of NUMERALS[number] ?? [number]) {
    for (const word of planWords) {
      names.push(`${family} ${word} ${numeral}`, `${family} ${word}${numeral}`);
      names.push(`${word} ${numeral} of ${family}`, `${word}${numeral} ${family}`);
    }
  }
  names.push(`${family} ${number}`, `${family}${number}`);
  return names;
};

const spellings = (name: string): string[] => {
  const words = name.split(' ');
  const glued = words
    .slice(1)
    .map((_, i) => [...words.slice(0, i), words.slice(i, i + 2).join(''), ...words.slice(i + 2)].join(' '));
  const apart = APART.filter(([whole]) => name.toLowerCase().includes(whole)).map(([whole, parts]) =>
    name.toLowerCase().replace(whole, parts),
  );
  return [name, ...glued, ...apart];
};

const familyNames = (catalog: Catalog, family: string): string[] => [family, ...(catalog.families[family] ?? [])];

/** A beginning of two words or more that no other product shares names the product too. */
const beginnings = (catalog: Catalog, product: Product): string[] => {
  const words = product.name.split(' ');
  const shorter = words.slice(1, -1).map((_, i) => words.slice(0, i + 2).join(' '));
  const taken = (start: string): boolean =>
    /^microsoft/i.test(start) ||
    Object.keys(catalog.families).includes(start) ||
    catalog.products.some(other => other !== product && other.name.startsWith(start));
  return shorter.filter(start => !taken(start));
};

const namesOf = (catalog: Catalog, product: Product, planWords: readonly string[]): string[] => {
  const plan = /^(.+) Plan (\d)$/.exec(product.name);
  const families = product.family === undefined ? [] : familyNames(catalog, product.family);
  const renamed = families.flatMap(family =>
    [product.name, ...product.otherNames]
      .filter(name => name.startsWith(`${product.family} `))
      .map(name => family + name.slice(product.family?.length)),
  );
  const plans = plan === null ? [] : families.flatMap(family => planNames(family, plan[2] ?? '', planWords));
  return [product.name, ...product.otherNames, ...renamed, ...plans, ...beginnings(catalog, product)];
};

/**
 * Every way of writing a product → its canonical name. A family of several products stands for itself: which of them is
 * meant depends on what a person owns.
 */
export const productNames = (catalog: Catalog, planWords: readonly string[]): Map<string, string> => {
  const names = new Map<string, string>();
  const put = (written: string, name: string): void => {
    for (const spelling of spellings(written))
      if (!names.has(spelling.toLowerCase())) names.set(spelling.toLowerCase(), name);
  };
  for (const family of Object.keys(catalog.families))
    for (const name of familyNames(catalog, family)) put(name, family);
  for (const product of catalog.products)
    for (const name of namesOf(catalog, product, planWords)) put(name, product.name);
  return names;
};

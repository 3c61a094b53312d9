import { totalsByScreen, totalsScreen } from '../../../cards/screens';
import { locales, wordsFor } from '../../../cards/words';
import { money } from '../../../domain/shared/money';
import type { Total, Totals } from '../../../domain/subscription/spend';

const groups = (name: string, count: number): readonly Total[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ of: `${name} ${at + 1}.`, spend: money(10_000 - at, 'USD'), purchases: 1, unassigned: 0 },
  }));
const totals = (products: number, departments: number): Totals => ({
  byProduct: groups('Product', products),
  byDepartment: groups('Department', departments),
  all: { spend: money(99_000, 'USD'), purchases: products, unassigned: 0 },
});
const nameOfProduct = (id: string): string => id;

describe.each(locales)('totals, %s', locale => {
  const words = wordsFor(locale);

  test('say how many products and departments they do not show, and lead to all of them', () => {
    const { view, speak } = totalsScreen(words, { totals: totals(13, 11), nameOfProduct });
    const text = JSON.stringify(view);
    for (const part of [
      words.t('admin.more_product', { count: 3 }),
      words.t('admin.more_department', { count: 1 }),
      words.t('button.every_product'),
      words.t('button.every_department'),
    ]) {
      expect(text).toContain(part);
    }
    expect(speak).toContain(words.t('admin.more_product', { count: 3 }));
  });

  test('say nothing of more where there are no more', () => {
    const text = JSON.stringify(totalsScreen(words, { totals: totals(10, 10), nameOfProduct }).view);
    expect(text).not.toContain(words.t('button.every_product'));
    expect(text).not.toContain(words.t('button.every_department'));
  });

  test('of every product come ten a page, each once', () => {
    const pages = [1, 2, 3].map(page =>
      JSON.stringify(totalsByScreen(words, { totals: totals(23, 0), nameOfProduct, by: 'product', page }).view),
    );
    const seen = pages.map(page => [...page.matchAll(/Product (\d+)\./g)].map(match => Number(match[1])));
    expect(seen.flat()).toEqual(Array.from({ length: 23 }, (_, at) => at + 1));
    expect(seen.map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(pages[1]).toContain(words.t('list.place', { from: 11, to: 20, count: 23 }));
    expect(pages[2]).not.toContain(words.t('button.next_page'));
  });
});

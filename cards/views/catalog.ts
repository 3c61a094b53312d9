import type { Product } from '../../domain/catalog/catalog';
import { money } from '../../domain/shared/money';
import { button, buttons } from '../buttons';
import { nameOfProduct } from '../names';
import type { Screen } from '../screen';
import { inOne, sentences } from '../speech';
import type { Words } from '../words';

const ROWS_AT_MOST = 15;

interface Catalog {
  readonly products: readonly Product[];
  readonly currency: string;
  /** Several products fit what was typed, and it is asked which; else all there are. */
  readonly purpose: 'catalog' | 'which_product';
}

/** What can be bought and what one license of it costs. */
export const catalogScreen = (words: Words, { products, currency, purpose }: Catalog): Screen => {
  const isWhole = purpose === 'catalog';
  const title = words.t(isWhole ? 'catalog.title' : 'which_product.title');
  const summary = words.t(isWhole ? 'catalog.summary' : 'which_product.summary');
  const rows = products.slice(0, ROWS_AT_MOST).map(product => {
    const monthly = words.t('price.monthly', { price: words.money(money(product.monthly, currency)) });
    const annual = words.t('price.annual', { price: words.money(money(product.annual, currency)) });
    return {
      ...{ title: nameOfProduct(product), lines: [monthly, annual], aside: '', tone: 'Default' as const },
      actions: [button(words, { type: 'buy_subscription', productId: product.id }, { about: nameOfProduct(product) })],
    };
  });
  const hidden = products.length - rows.length;
  const more = hidden > 0 ? words.t('catalog.more', { count: hidden }) : '';
  return {
    name: 'rows',
    view: { title, summary, more, rows, buttons: buttons(words, [{ type: 'list_subscriptions' }, { type: 'help' }]) },
    speak: sentences(words, [title, summary, ...rows.map(row => inOne(words, [row.title, ...row.lines])), more]),
  };
};

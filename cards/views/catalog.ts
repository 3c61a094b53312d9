import type { Product } from '../../domain/catalog/catalog';
import type { Offer } from '../../domain/catalog/offer';
import { money } from '../../domain/shared/money';
import { type Action, button, buttons } from '../buttons';
import { nameOfProduct } from '../names';
import type { Screen } from '../screen';
import { inOne, sentences } from '../speech';
import type { Words } from '../words';

const ROWS_AT_MOST = 15;

interface Catalog {
  readonly offers: readonly Offer[];
  readonly currency: string;
  /** Several products fit what was typed, and it is asked which; else all there are. */
  readonly purpose: 'catalog' | 'which_product';
}

/** What can be bought and what one license of it costs. */
export const catalogScreen = (words: Words, { offers, currency, purpose }: Catalog): Screen => {
  const isWhole = purpose === 'catalog';
  const title = words.t(isWhole ? 'catalog.title' : 'which_product.title');
  const summary = words.t(isWhole ? 'catalog.summary' : 'which_product.summary');
  const rows = offers.slice(0, ROWS_AT_MOST).map(({ product, way }) => {
    const monthly = words.t('price.monthly', { price: words.money(money(product.monthly, currency)) });
    const annual = words.t('price.annual', { price: words.money(money(product.annual, currency)) });
    return {
      title: nameOfProduct(product),
      aside: '',
      tone: 'Default' as const,
      lines: [monthly, annual, ...(way === 'order' ? [] : [words.t(`catalog.${way}`)])],
      actions: [offered(words, product, way)],
    };
  });
  const hidden = offers.length - rows.length;
  const more = hidden > 0 ? words.t('catalog.more', { count: hidden }) : '';
  return {
    name: 'rows',
    view: { title, summary, more, rows, buttons: buttons(words, [{ type: 'list_subscriptions' }, { type: 'help' }]) },
    speak: sentences(words, [title, summary, ...rows.map(row => inOne(words, [row.title, ...row.lines])), more]),
  };
};

const offered = (words: Words, product: Product, way: Offer['way']): Action => {
  const { id: productId } = product;
  const about = nameOfProduct(product);
  if (way === 'ask')
    return button(words, { type: 'request_license', productId }, { about, title: words.t('button.ask') });
  return button(words, { type: 'buy_subscription', productId, ...(way === 'trial' ? { trial: true } : {}) }, { about });
};

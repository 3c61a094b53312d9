import { catalogScreen } from '../../cards/screens';
import { offersOf } from '../../domain/app/offers';
import { type Product, productById } from '../../domain/catalog/catalog';
import { refused } from './refused';
import { refusedGuest } from './refused-guest';
import type { Reply, Turn } from './turn';

interface OfProduct {
  readonly type: string;
  readonly productId?: string | undefined;
  /** The name of a product or a family; with neither, any product may be meant. */
  readonly product?: string | undefined;
  readonly quantity?: number | undefined;
}

/** The one product that a command is about, or what is answered when it is none or several. */
export const whichProduct = async (
  turn: Turn,
  command: OfProduct,
): Promise<{ readonly one: Product } | { readonly reply: Reply }> => {
  const products = productsOf(turn, command);
  const [one, ...others] = products;
  if (!one) return { reply: refused(turn, { code: 'PRODUCT_NOT_SOLD' }, [{ type: 'show_catalog' }]) };
  if (others.length === 0) return { one };
  return { reply: (await refusedGuest(turn)) ?? (await askWhich(turn, command, products)) };
};

const productsOf = ({ services: { catalog } }: Turn, { productId, product }: OfProduct): readonly Product[] => {
  if (productId !== undefined) return [productById(catalog, productId)].filter(found => found !== undefined);
  if (product === undefined) return catalog.products;
  return catalog.products.filter(({ name, family }) => name === product || family === product);
};

const askWhich = async (
  turn: Turn,
  { type, quantity, product }: OfProduct,
  products: readonly Product[],
): Promise<Reply> => {
  const { services, actor, words } = turn;
  const purpose = product === undefined ? 'catalog' : 'which_product';
  const offers = await offersOf(services, actor, products);
  const options = products.map(({ id: value, name: label }) => ({ value, label }));
  return {
    screen: catalogScreen(words, { offers, currency: services.catalog.currency, purpose }),
    pending: {
      command: { type, ...(quantity === undefined ? {} : { quantity }) },
      choice: { field: 'productId', options },
    },
  };
};

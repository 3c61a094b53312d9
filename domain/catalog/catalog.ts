import type { ProductId } from '../shared/ids';

/** Something that can be bought. Prices are minor units of the catalog's currency, for one license and one period. */
export interface Product {
  readonly id: ProductId;
  readonly name: string;
  /** Products sold in several plans share a family; "Visio" alone then names no single product. */
  readonly family?: string;
  readonly otherNames: readonly string[];
  readonly monthly: number;
  readonly annual: number;
  readonly trial: { readonly days: number; readonly needsPaymentMethod: boolean; readonly licenses: number };
}

export interface Catalog {
  readonly currency: string;
  readonly products: readonly Product[];
  /** Family name → other names of the family. */
  readonly families: Readonly<Record<string, readonly string[]>>;
}

export const productById = (catalog: Catalog, id: ProductId): Product | undefined =>
  catalog.products.find(product => product.id === id);

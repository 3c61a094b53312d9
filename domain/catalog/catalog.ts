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

/** Who sells, as it stands on invoices. */
export interface Seller {
  readonly name: string;
  /** Of one line or several; empty: none. */
  readonly address: string;
  /** Under which it is known to whoever takes its tax; empty: none. */
  readonly taxId: string;
}

export interface Catalog {
  readonly currency: string;
  readonly products: readonly Product[];
  /** Family name → other names of the family. */
  readonly families: Readonly<Record<string, readonly string[]>>;
  /** Country (ISO 3166, two letters) → tax in basis points; prices are without it. A country without one: none. */
  readonly taxRates?: Readonly<Record<string, number>>;
  /** None: invoices name nobody. */
  readonly seller?: Seller | undefined;
}

export const productById = (catalog: Catalog, id: ProductId): Product | undefined =>
  catalog.products.find(product => product.id === id);

/** What somebody has, whether or not it is sold any more. */
export const productOf = (catalog: Catalog, id: ProductId): Product => productById(catalog, id) ?? nameless(id);

/** A product can leave the catalog while people still have it; its id is then all that is left of its name. */
export const nameless = (id: ProductId): Product => ({
  id,
  name: id,
  otherNames: [],
  monthly: 0,
  annual: 0,
  trial: { days: 0, needsPaymentMethod: true, licenses: 0 },
});

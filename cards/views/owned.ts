import type { Product } from '../../domain/catalog/catalog';
import type { Subscription } from '../../domain/subscription/subscription';

/** A subscription with the product it is of. */
export interface Owned {
  readonly subscription: Subscription;
  readonly product: Product;
}

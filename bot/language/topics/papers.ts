import { type Item, means } from '../items';
import type { Reading } from '../reading';

const isThing = (item: Item | undefined): boolean => item?.kind === 'product';

/** "Visio support license": a license after all. */
const isLicense = (item: Item | undefined): boolean => means(item, 'license', 'subscription');

/** "The Visio price", visio 的授權說明. */
const follows = ({ items }: Reading, at: number): boolean => {
  let before = at - 1;
  while (means(items[before], 'possessive', 'license', 'paper')) before--;
  return isThing(items[before]) && !isLicense(items[at + 1]);
};

/** "The price of Visio". */
const leads = ({ items }: Reading, at: number): boolean => {
  if (!means(items[at + 1], 'of', 'for', 'on', 'with')) return false;
  let next = at + 2;
  while (means(items[next], 'article', 'my')) next++;
  return isThing(items[next]) && !isLicense(items[next + 1]);
};

/**
 * What is written, said or asked about a product is spoken of, and not the product: who is sent the price of Visio is not
 * given Visio.
 */
export const speaksOfPaper = (reading: Reading): boolean =>
  reading.items.some((item, at) => means(item, 'paper') && (follows(reading, at) || leads(reading, at)));

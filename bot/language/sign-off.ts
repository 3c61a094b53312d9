import { type Item, means } from './items';

const isBreak = (item: Item | undefined): boolean => item?.kind === 'mark' && item.text === '\n';

/** A name signs in the middle: what stands below is somebody's earlier message. */
export const isBelowSignature = (items: readonly Item[]): boolean =>
  items.some((item, i) => {
    if (!means(item, 'signOff') || !(i === 0 || isBreak(items[i - 1]))) return false;
    let at = i + 1;
    while (items[at]?.kind === 'mark') at++;
    return (
      items[at]?.kind === 'name' && isBreak(items[at - 1]) && isBreak(items[at + 1]) && items[at + 2] !== undefined
    );
  });

/**
 * Index of the name that signs a message: alone on its last line, under a line that takes leave. It is who writes, and
 * no part of what is asked. The number of items when nobody signs.
 */
export const signatureAt = (items: readonly Item[]): number => {
  const last = items.length - 1;
  if (items[last]?.kind !== 'name' || !isBreak(items[last - 1])) return items.length;
  let at = last - 1;
  while (items[at]?.kind === 'mark') at--;
  const isAlone = items[at - 1] === undefined || items[at - 1]?.kind === 'mark';
  return means(items[at], 'signOff') && isAlone ? last : items.length;
};

import { type Action, button } from './buttons';
import type { Press } from './press';
import type { Words } from './words';

/** Rows on one page of a list. */
export const PAGE = 10;

export interface Paged {
  /** Counted from 1; a page beyond the last, as after something was taken off the list, is the last. */
  readonly page: number;
  readonly pages: number;
  /** How many come before it. */
  readonly skip: number;
}

/** The page to show of a list so long. */
export const pageOf = (count: number, page = 1): Paged => {
  const pages = Math.max(1, Math.ceil(count / PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  return { page: shown, pages, skip: (shown - 1) * PAGE };
};

/** "11–20 of 34", where there is more than one page. */
export const placeOf = (words: Words, count: number, { pages, skip }: Paged): string =>
  pages === 1 ? '' : words.t('list.place', { from: skip + 1, to: Math.min(count, skip + PAGE), count });

/** The ways to the pages before and after. */
export const turnsOf = (words: Words, { page, pages }: Paged, pressFor: (page: number) => Press): readonly Action[] => [
  ...(page > 1 ? [button(words, pressFor(page - 1), { title: words.t('button.previous_page'), leaves: true })] : []),
  ...(page < pages ? [button(words, pressFor(page + 1), { title: words.t('button.next_page'), leaves: true })] : []),
];

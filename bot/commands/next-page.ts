import { pageOf } from '../../cards/paging';
import type { Pending } from './pending';
import type { Reply } from './turn';

/** "Next", typed under a page that others follow, turns it. */
export const nextPage = (count: number, page: number, command: Pending['command']): Pick<Reply, 'pending'> => {
  const { page: shown, pages } = pageOf(count, page);
  return shown < pages ? { pending: { command: { ...command, page: shown + 1 } } } : {};
};

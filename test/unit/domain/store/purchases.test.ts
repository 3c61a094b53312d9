import { collections, type Documents, type Find, type Index } from '../../../../domain/store/documents';
import type { PurchaseQuery } from '../../../../domain/store/port';
import { purchasesOf } from '../../../../domain/store/purchases';

const ORDERS: readonly PurchaseQuery['order'][] = ['newest', 'ending', 'dearest', 'unassigned'];
const indexes: readonly Index[] = collections.subscriptions;

test.each(ORDERS)(
  'a page of what is %s first is read from an index of that order, no more than is shown',
  async order => {
    const asked: Find[] = [];
    const documents: Pick<Documents, 'find'> = {
      find: async (_, find) => {
        asked.push(find);
        return [];
      },
    };
    await purchasesOf({ ...documents } as Documents, document => document).ofTenant('contoso', { order, limit: 10 });
    const [find] = asked;
    const fields = Object.keys(find?.sort ?? {});
    expect(indexes.some(index => index.ordered === true && index.fields.join() === fields.join())).toBe(true);
    expect(find?.limit).toBe(11);
    expect(find?.filter[fields[0] ?? '']).toEqual({ $gte: 'contoso|', $lt: 'contoso}' });
  },
);

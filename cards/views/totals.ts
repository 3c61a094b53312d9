import type { Totals } from '../../domain/subscription/spend';
import { buttons } from '../buttons';
import { cleanName } from '../names';
import type { Screen } from '../screen';
import { inOne, sentences } from '../speech';
import type { Words } from '../words';

const GROUPS_AT_MOST = 10;

/** What is spent a month and how many licenses nobody has: in all, by product, by department. */
export const totalsScreen = (
  words: Words,
  { totals, nameOfProduct }: { readonly totals: Totals; readonly nameOfProduct: (id: string) => string },
): Screen => {
  const title = words.t('admin.totals_title');
  const { all } = totals;
  const summary = words.t('admin.totals', {
    ...{ amount: words.money(all.spend), purchases: all.purchases, count: all.unassigned },
  });
  const rowOf = (name: string, total: Totals['byProduct'][number]) => ({
    title: cleanName(name),
    lines: [words.t('admin.total_line', { purchases: total.purchases, count: total.unassigned })],
    aside: words.money(total.spend),
    ...{ tone: 'Default' as const, actions: [] },
  });
  const rows = [
    ...totals.byProduct.slice(0, GROUPS_AT_MOST).map(total => rowOf(nameOfProduct(total.of), total)),
    ...totals.byDepartment.slice(0, GROUPS_AT_MOST).map(total => {
      const name = total.of === '' ? words.t('admin.no_department') : total.of;
      return rowOf(words.t('admin.department', { name }), total);
    }),
  ];
  return {
    name: 'rows',
    view: {
      ...{ title, summary, rows, more: '' },
      buttons: buttons(words, [
        { type: 'admin_list_purchases' },
        { type: 'admin_export_purchases' },
        { type: 'admin_show_policies' },
      ]),
    },
    speak: sentences(words, [title, summary, ...rows.map(row => inOne(words, [row.title, ...row.lines, row.aside]))]),
  };
};

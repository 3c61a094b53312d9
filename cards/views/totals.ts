import type { Total, Totals } from '../../domain/subscription/spend';
import { button, buttons } from '../buttons';
import { cleanName } from '../names';
import { PAGE, pageOf, placeOf, turnsOf } from '../paging';
import type { Press } from '../press';
import type { Row, Screen } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';

/** By what it is added up. */
export const GROUPINGS = ['product', 'department'] as const;
export type Grouping = (typeof GROUPINGS)[number];

interface Spent {
  readonly totals: Totals;
  readonly nameOfProduct: (id: string) => string;
}

/** What is spent a month and how many licenses nobody has: in all, by product, by department, the dearest of each. */
export const totalsScreen = (words: Words, { totals, nameOfProduct }: Spent): Screen => {
  const title = words.t('admin.totals_title');
  const summary = summaryOf(words, totals);
  const { byProduct, byDepartment } = totals;
  const rows = [
    ...byProduct.slice(0, PAGE).map(total => rowOf(words, nameOfProduct(total.of), total)),
    ...byDepartment
      .slice(0, PAGE)
      .map(total => rowOf(words, words.t('admin.department', { name: departmentOf(words, total) }), total)),
  ];
  const long = GROUPINGS.filter(by => groupsOf(totals, by).length > PAGE);
  const more = sentences(
    words,
    long.map(by => words.t(`admin.more_${by}`, { count: groupsOf(totals, by).length - PAGE })),
  );
  return {
    name: 'rows',
    view: {
      title,
      summary,
      rows,
      more,
      buttons: [
        ...long.map(by =>
          button(words, { type: 'admin_show_totals', by }, { title: words.t(`button.every_${by}`), leaves: true }),
        ),
        ...buttons(words, [
          { type: 'admin_list_purchases' },
          { type: 'admin_export_purchases' },
          { type: 'admin_show_policies' },
        ]),
      ],
    },
    speak: sentences(words, [title, summary, ...rows.map(spoken(words)), more]),
  };
};

/** The same of every product, or of every department, ten a page. */
export const totalsByScreen = (
  words: Words,
  { totals, nameOfProduct, by, page }: Spent & { readonly by: Grouping; readonly page: number },
): Screen => {
  const title = words.t(`admin.totals_by_${by}`);
  const summary = summaryOf(words, totals);
  const groups = groupsOf(totals, by);
  const paged = pageOf(groups.length, page);
  const place = placeOf(words, groups.length, paged);
  const rows = groups
    .slice(paged.skip, paged.skip + PAGE)
    .map(total => rowOf(words, by === 'product' ? nameOfProduct(total.of) : departmentOf(words, total), total));
  return {
    name: 'pages',
    view: {
      title,
      summary,
      place,
      rows,
      filters: [],
      searches: [],
      searching: [],
      turns: turnsOf(words, paged, (at): Press => ({ type: 'admin_show_totals', by, page: at })),
      buttons: buttons(words, [{ type: 'admin_show_totals' }, { type: 'admin_list_purchases' }]),
    },
    speak: sentences(words, [labelled(words, title, summary), place, ...rows.map(spoken(words))]),
  };
};

export const groupsOf = ({ byProduct, byDepartment }: Totals, by: Grouping): readonly Total[] =>
  by === 'product' ? byProduct : byDepartment;

const summaryOf = (words: Words, { all }: Totals): string =>
  words.t('admin.totals', { amount: words.money(all.spend), purchases: all.purchases, count: all.unassigned });

const departmentOf = (words: Words, { of }: Total): string => (of === '' ? words.t('admin.no_department') : of);

const rowOf = (words: Words, name: string, total: Total): Row => ({
  title: cleanName(name),
  lines: [words.t('admin.total_line', { purchases: total.purchases, count: total.unassigned })],
  aside: words.money(total.spend),
  tone: 'Default',
  actions: [],
});

const spoken =
  (words: Words) =>
  (row: Row): string =>
    inOne(words, [row.title, ...row.lines, row.aside]);

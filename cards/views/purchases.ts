import type { Totals } from '../../domain/subscription/spend';
import type { SubscriptionStatus } from '../../domain/subscription/subscription';
import { button, buttons } from '../buttons';
import { cleanName } from '../names';
import {
  assignedOf,
  freeOf,
  licensesOf,
  type Owned,
  priceOf,
  productOf,
  statusOf,
  termFacts,
  termText,
  toneOf,
} from '../owned';
import type { Press } from '../press';
import type { Screen } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';

/** A purchase of anybody, and what its purchaser is called. */
export interface Purchase {
  readonly owned: Owned;
  readonly purchaser: string;
}

const STATUSES = ['active', 'expired', 'disabled'] as const satisfies readonly SubscriptionStatus[];
export const SHOWN = ['all', 'unassigned', 'ending'] as const;

interface List {
  readonly purchases: readonly Purchase[];
  readonly now: number;
  /** What it is narrowed to. */
  readonly filter: { readonly text: string; readonly status: string; readonly show: string };
  /** Where the next page begins; none: this is the last. */
  readonly next: string | undefined;
  readonly isFirst: boolean;
}

/** A page of what everybody in the tenant bought; nothing on it changes a purchase (RULES, Admins). */
export const purchasesScreen = (words: Words, { purchases, now, next, isFirst, ...input }: List): Screen => {
  const filter = { ...input.filter, text: cleanName(input.filter.text) };
  const title = words.t('admin.purchases_title');
  const isNarrowed = filter.text !== '' || filter.status !== 'all' || filter.show !== 'all';
  const summary =
    purchases.length > 0
      ? words.t(isNarrowed ? 'admin.narrowed' : 'admin.newest_first')
      : words.t(isNarrowed ? 'admin.none_fit' : 'admin.none');
  const rows = purchases.map(({ owned, purchaser }) => ({
    title: `${productOf(owned)} · ${cleanName(purchaser)}`,
    lines: [
      `${assignedOf(words, owned)} · ${freeOf(words, owned)}`,
      priceOf(words, owned),
      termText(words, owned, now),
    ],
    ...{ aside: statusOf(words, owned), tone: toneOf(owned) },
    actions: [
      button(
        words,
        { type: 'admin_show_purchase', subscriptionId: owned.subscription.id },
        { title: words.t('button.view'), leaves: true },
      ),
    ],
  }));
  const list: Press = { type: 'admin_list_purchases' };
  const more: readonly Press[] = next === undefined ? [] : [{ ...list, ...filter, from: next }];
  const further = next === undefined ? '' : words.t('admin.more');
  return {
    name: 'purchases',
    view: {
      ...{ title, summary, more: further, rows },
      texts: [{ id: 'text', label: words.t('admin.text'), value: filter.text }],
      questions: [
        {
          ...{ id: 'status', label: words.t('admin.status'), value: filter.status },
          choices: ['all' as const, ...STATUSES].map(value => ({
            value,
            title: value === 'all' ? words.t('admin.every_status') : words.t(`status.${value}`),
          })),
        },
        {
          ...{ id: 'show', label: words.t('admin.show'), value: filter.show },
          choices: SHOWN.map(value => ({ value, title: words.t(`admin.show_${value}`) })),
        },
      ],
      buttons: [
        button(words, list, { title: words.t('button.filter'), style: 'positive' }),
        ...more.map(press => button(words, press, { title: words.t('button.next_page'), leaves: true })),
        isFirst
          ? button(words, { type: 'admin_notice_settings' }, { leaves: true })
          : button(words, list, { title: words.t('button.first_page'), leaves: true }),
        button(words, { type: 'admin_show_totals' }, { leaves: true }),
        button(words, { type: 'admin_show_policies' }, { leaves: true }),
      ],
    },
    speak: sentences(words, [
      labelled(words, title, summary),
      ...rows.map(row => inOne(words, [row.title, row.aside, ...row.lines])),
      further,
    ]),
  };
};

interface One extends Purchase {
  readonly holders: readonly string[];
  readonly now: number;
}

const HOLDERS_AT_MOST = 20;

/** One purchase of anybody, and who holds its licenses; read-only. */
export const purchaseScreen = (words: Words, { owned, purchaser, holders, now }: One): Screen => {
  const { subscription } = owned;
  const shown = holders.slice(0, HOLDERS_AT_MOST).map(cleanName);
  const hidden = subscription.assignments.length - shown.length;
  const facts = [
    { title: words.t('admin.purchaser'), value: cleanName(purchaser) },
    ...termFacts(words, owned, now, true),
    { title: words.t('fact.purchased'), value: words.date(subscription.purchasedAt) },
  ];
  const { id: subscriptionId } = subscription;
  const nobody = shown.length === 0 ? words.t('holders.none') : '';
  const more = hidden > 0 ? words.t('holders.more', { count: hidden }) : nobody;
  const note = words.t('admin.read_only');
  return {
    name: 'subscription',
    refresh: { type: 'refresh_purchase', subscriptionId },
    view: {
      ...{ note, facts, title: productOf(owned), status: statusOf(words, owned) },
      ...{ noteTone: 'Default', tone: toneOf(owned), price: priceOf(words, owned), licenses: licensesOf(words, owned) },
      holders: shown.map(name => ({ text: name, detail: '' })),
      more,
      actions: buttons(words, [
        { type: 'admin_show_purchase', subscriptionId, history: true },
        { type: 'admin_show_audit', subscriptionId },
        { type: 'admin_delivery_report', subscriptionId },
      ]),
      buttons: [
        button(words, { type: 'admin_list_purchases' }),
        button(words, { type: 'admin_set_policy', productId: subscription.productId }),
      ],
    },
    speak: sentences(words, [
      ...[note, productOf(owned), statusOf(words, owned), priceOf(words, owned)],
      inOne(words, [assignedOf(words, owned), freeOf(words, owned)]),
      ...facts.map(fact => labelled(words, fact.title, fact.value)),
      shown.length > 0 ? labelled(words, words.t('holders.title'), words.list(shown)) : '',
      more,
    ]),
  };
};

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

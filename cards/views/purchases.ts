import type { SubscriptionStatus } from '../../domain/subscription/subscription';
import { button } from '../buttons';
import { cleanName } from '../names';
import { assignedOf, freeOf, type Owned, priceOf, productOf, statusOf, termText, toneOf } from '../owned';
import type { Press } from '../press';
import type { Screen, Views } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { TextKey, Words } from '../words';

/** A purchase of anybody, and what its purchaser is called. */
export interface Purchase {
  readonly owned: Owned;
  readonly purchaser: string;
}

const STATUSES = ['active', 'expired', 'disabled'] as const satisfies readonly SubscriptionStatus[];
export const SHOWN = ['all', 'unassigned', 'ending', 'ending_unassigned'] as const;
export const ORDERS = ['newest', 'ending', 'dearest', 'unassigned'] as const;
export type PurchaseOrder = (typeof ORDERS)[number];
/** RULES, Admins: expiries of the next 30 days. */
export const SOON_DAYS = 30;
const DAYS = [7, SOON_DAYS, 60, 90] as const;

/** What the list is narrowed to, and how it is sorted. */
interface Filter {
  readonly text: string;
  readonly status: string;
  readonly show: (typeof SHOWN)[number];
  readonly days: number;
  readonly order: PurchaseOrder;
}

interface List {
  readonly purchases: readonly Purchase[];
  readonly now: number;
  readonly filter: Filter;
  /** Where the next page begins; none: this is the last. */
  readonly next: string | undefined;
  readonly isFirst: boolean;
}

/** A page of what everybody in the tenant bought; nothing on it changes a purchase (RULES, Admins). */
export const purchasesScreen = (words: Words, { purchases, now, next, isFirst, ...input }: List): Screen => {
  const filter = { ...input.filter, text: cleanName(input.filter.text) };
  const title = words.t('admin.purchases_title');
  const isNarrowed = filter.text !== '' || filter.status !== 'all' || filter.show !== 'all';
  const summary = words.t(summaryOf(purchases.length > 0, isNarrowed, filter.order));
  const rows = purchases.map(({ owned, purchaser }) => ({
    title: `${productOf(owned)} · ${cleanName(purchaser)}`,
    lines: [
      `${assignedOf(words, owned)} · ${freeOf(words, owned)}`,
      priceOf(words, owned),
      termText(words, owned, now),
    ],
    aside: statusOf(words, owned),
    tone: toneOf(owned),
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
      title,
      summary,
      more: further,
      rows,
      texts: [{ id: 'text', label: words.t('admin.text'), value: filter.text }],
      questions: questionsOf(words, filter),
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

const summaryOf = (hasAny: boolean, isNarrowed: boolean, order: PurchaseOrder): TextKey => {
  if (!hasAny) return isNarrowed ? 'admin.none_fit' : 'admin.none';
  return isNarrowed ? 'admin.narrowed' : `admin.all_${order}`;
};

const questionsOf = (words: Words, { status, show, days, order }: Filter): Views['purchases']['questions'] => [
  {
    id: 'status',
    label: words.t('admin.status'),
    value: status,
    choices: ['all' as const, ...STATUSES].map(value => ({
      value,
      title: value === 'all' ? words.t('admin.every_status') : words.t(`status.${value}`),
    })),
  },
  {
    id: 'show',
    label: words.t('admin.show'),
    value: show,
    choices: SHOWN.map(value => ({ value, title: words.t(`admin.show_${value}`) })),
  },
  {
    id: 'days',
    label: words.t('admin.days'),
    value: String(days),
    // Any number may have been typed in a sentence.
    choices: [...new Set([...DAYS, days])]
      .sort((a, b) => a - b)
      .map(value => ({ value: String(value), title: words.t('admin.within_days', { count: value }) })),
  },
  {
    id: 'order',
    label: words.t('admin.order'),
    value: order,
    choices: ORDERS.map(value => ({ value, title: words.t(`admin.order_${value}`) })),
  },
];

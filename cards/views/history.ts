import type { Money } from '../../domain/shared/money';
import type { Order } from '../../domain/subscription/history';
import { type Action, buttons } from '../buttons';
import { type Owned, productOf } from '../owned';
import type { Row, Screen } from '../screen';
import { inOne, sentences } from '../speech';
import { withTax } from '../tax';
import type { Words } from '../words';

const ROWS_AT_MOST = 15;

interface History {
  readonly owned: Owned;
  /** Latest first; `who` is empty where nobody but time did it. */
  readonly orders: readonly (Order & { readonly who: string })[];
}

/** What was ordered, changed and charged, by whom and when; the latest 15. */
export const historyScreen = (words: Words, history: History): Screen => {
  const { id: subscriptionId } = history.owned.subscription;
  return historyWith(
    words,
    history,
    buttons(words, [{ type: 'show_subscription', subscriptionId }, { type: 'list_invoices' }]),
  );
};

/** The same of a purchase of anybody, for admins. */
export const purchaseHistoryScreen = (words: Words, history: History): Screen => {
  const { id: subscriptionId } = history.owned.subscription;
  return historyWith(
    words,
    history,
    buttons(words, [{ type: 'admin_show_purchase', subscriptionId }, { type: 'admin_list_purchases' }]),
  );
};

const historyWith = (words: Words, { owned, orders }: History, ways: readonly Action[]): Screen => {
  const title = words.t('history.title', { product: productOf(owned) });
  const rows = orders.slice(0, ROWS_AT_MOST).map(order => historyRow(words, order));
  const summary = rows.length === 0 ? words.t('history.none') : words.t('history.summary', { count: orders.length });
  const more = orders.length > rows.length ? words.t('history.more', { count: rows.length }) : '';
  return {
    name: 'rows',
    view: { title, summary, more, rows, buttons: ways },
    speak: sentences(words, [
      title,
      summary,
      ...rows.map(row => inOne(words, [row.title, ...row.lines, row.aside])),
      more,
    ]),
  };
};

const historyRow = (words: Words, order: Order & { readonly who: string }): Row => {
  const { at, type, total, cost, tax, who } = order;
  const count = total === undefined ? '' : ` · ${words.t('history.licenses', { count: total })}`;
  return {
    title: `${whatOf(words, order)}${count}`,
    lines: [who === '' ? words.date(at) : `${words.date(at)} · ${who}`],
    aside: amountOf(words, cost && withTax(cost, tax)),
    tone: type === 'ChargeRefused' || type === 'RenewalFailed' ? 'Attention' : 'Default',
    actions: [],
  };
};

const whatOf = (words: Words, { type, on }: Order): string =>
  type === 'RecurringBillingTurned'
    ? words.t(on ? 'recurring.on_title' : 'recurring.off_title')
    : words.t(`order.${type}`);

const amountOf = (words: Words, cost: Money | undefined): string => {
  return cost === undefined || cost.minor === 0 ? '' : words.money(cost);
};

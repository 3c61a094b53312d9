import { means } from '../items';
import { has, type Reading } from '../reading';
import { periodOf } from './periods';
import type { Topic } from './topic';

/** "How much do we spend on software?", 公司每月花多少錢: of all that is bought, and of no time that invoices are of. */
const asksWhatAllCosts = (reading: Reading): boolean =>
  has(reading, 'howMuch', 'totalSpend') &&
  has(reading, 'charged', 'price', 'totalSpend') &&
  has(reading, 'organisation', 'catalog', 'monthly', 'yearly') &&
  has(reading, 'subject', 'organisation', 'totalSpend', 'self');

/** "How much do I pay per month?": of what one bought oneself, and not of what everybody did. */
const isOwn = ({ items, tokens }: Reading): boolean =>
  items.some(
    ({ from }, at) =>
      (tokens[from]?.text === 'i' && !items.some(item => means(item, 'totalSpend', 'organisation'))) ||
      (tokens[from]?.text === '我' && tokens[from + 1]?.text !== '們' && means(items[at + 1], 'totalSpend', 'monthly')),
  );

/** What an admin sees of all that the company spends. */
export const totals: Topic = ({ reading }) => {
  if (!has(reading, 'totalSpend') && !asksWhatAllCosts(reading)) return undefined;
  if (reading.products.length > 0 || has(reading, 'license', 'subscription', 'invoice', 'card', 'mayI'))
    return undefined;
  if (periodOf(reading) === undefined && isOwn(reading)) return { intent: 'list_subscriptions', slots: {} };
  return periodOf(reading) === undefined
    ? { intent: 'admin_show_totals', slots: {}, everythingMeant: true }
    : undefined;
};

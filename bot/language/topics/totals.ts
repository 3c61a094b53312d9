import { has, type Reading } from '../reading';
import { periodOf } from './periods';
import type { Topic } from './topic';

/** "How much do we spend on software?", 公司每月花多少錢: of all that is bought, and of no time that invoices are of. */
const asksWhatAllCosts = (reading: Reading): boolean =>
  has(reading, 'howMuch', 'totalSpend') &&
  has(reading, 'charged', 'price', 'totalSpend') &&
  has(reading, 'organisation', 'catalog', 'monthly', 'yearly') &&
  has(reading, 'subject', 'organisation', 'totalSpend', 'self');

/** What an admin sees of all that the company spends. */
export const totals: Topic = ({ reading }) => {
  if (!has(reading, 'totalSpend') && !asksWhatAllCosts(reading)) return undefined;
  if (reading.products.length > 0 || has(reading, 'license', 'subscription', 'invoice', 'card', 'mayI'))
    return undefined;
  return periodOf(reading) === undefined
    ? { intent: 'admin_show_totals', slots: {}, everythingMeant: true }
    : undefined;
};
